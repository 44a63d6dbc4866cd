package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.scijava.Context;

/** Backgrounds of movies whose true background is known. */
class InpaintersTest {

	private static final Shape FLAT = Shape.of(60, 50);
	private static final Shape SOLID = new Shape(30, 24, 6, 2);
	private static final double LEVEL = 100, SPREAD = 8;

	/** A box of bright pixels that moves right over a background of noise, seen in some frames; the last one is the reference. */
	private static final class World {

		private final PixelType type;
		private final Shape shape;
		private final int frames;
		private final int step;
		private double firstGain = 1;
		private int camera;
		private int glow;

		World(final PixelType type, final Shape shape, final int frames, final int step) {
			this.type = type;
			this.shape = shape;
			this.frames = frames;
			this.step = step;
		}

		World withFirstGain(final double gain) {
			firstGain = gain;
			return this;
		}

		World withCamera(final int shift) {
			camera = shift;
			return this;
		}

		World withGlow(final int reach) {
			glow = reach;
			return this;
		}

		/** @return the shift of the background in frame t against the last one */
		int shift(final int t) {
			return camera * (t - frames + 1);
		}

		double truth(final int p, final int channel, final int t) {
			final int x = Rule.x(p, shape) - shift(t);
			final long place = ((long) channel * 1000 + Rule.z(p, shape)) * 1_000_000 + Rule.y(p, shape) * 1000L + x;
			final double noise = new SplittableRandom(place).nextDouble() + new SplittableRandom(~place).nextDouble() - 1;
			final double gain = firstGain + (1 - firstGain) * t / Math.max(1, frames - 1);
			return gain * (LEVEL + 20 * channel + noise * SPREAD * Math.sqrt(6));
		}

		int[] labels(final int t) {
			final int[] labels = new int[shape.pixels()];
			for (int p = 0; p < labels.length; p++) if (distance(p, t) == 0) labels[p] = 7;
			return labels;
		}

		/** Pixels from the box: 10 wide, 12 high, 2 deep. */
		private int distance(final int p, final int t) {
			final int left = shape.width() / 2 - 5 + step * (t - frames + 1), top = shape.height() / 2 - 6;
			final int x = Rule.x(p, shape), y = Rule.y(p, shape), z = Rule.z(p, shape);
			if (shape.depth() > 1 && (z < 2 || z > 3)) return Integer.MAX_VALUE;
			return Math.max(Math.max(left - x, x - left - 9), Math.max(0, Math.max(top - y, y - top - 11)));
		}

		Frame frame(final int t) {
			final Object data = type.newArray(shape.values());
			for (int c = 0; c < shape.channels(); c++)
				for (int p = 0; p < shape.pixels(); p++) {
					final int distance = distance(p, t);
					final double value = distance == 0 ? 250 : truth(p, c, t) + (distance <= glow ? 80.0 * (glow + 1 - distance) / glow : 0);
					type.set(data, c * shape.pixels() + p, value);
				}
			return new Frame(type, shape, data);
		}

		Frame inpaint(final Inpainter inpainter, final long seed) {
			final List<Frame> images = new ArrayList<>();
			final int[][] labels = new int[frames][];
			for (int t = 0; t < frames; t++) {
				images.add(frame(t));
				labels[t] = labels(t);
			}
			return inpainter.inpaint(Movie.of("world", images), Segmentation.of(shape, labels), seed, Progress.NONE);
		}

		/** @return the greatest difference from the true background under the mask */
		double error(final Frame background) {
			double worst = 0;
			final int[] labels = labels(frames - 1);
			for (int c = 0; c < shape.channels(); c++)
				for (int p = 0; p < labels.length; p++) {
					final double difference = type.get(background.data(), c * labels.length + p) - type.quantise(truth(p, c, frames - 1));
					if (labels[p] != 0) worst = Math.max(worst, Math.abs(difference));
				}
			return worst;
		}

		/** @return mean and standard deviation of the first channel under the mask */
		double[] statistics(final Frame background) {
			final int[] labels = labels(frames - 1);
			double sum = 0, squares = 0;
			int n = 0;
			for (int p = 0; p < labels.length; p++) {
				if (labels[p] == 0) continue;
				final double value = type.get(background.data(), p);
				sum += value;
				squares += value * value;
				n++;
			}
			return new double[] { sum / n, Math.sqrt(squares / n - sum * sum / n / n) };
		}
	}

	static Stream<Inpainter> inpainters() {
		return Stream.of(new AutoInpainter(), new TemporalInpainter(), new NoiseInpainter(), new HarmonicInpainter(), new ConstantInpainter());
	}

	static Stream<Arguments> everything() {
		return inpainters().flatMap(inpainter -> Stream.of(PixelType.values()).flatMap(type -> Stream.of(FLAT, FLAT.withChannels(3), SOLID).map(
			shape -> Arguments.of(inpainter, type, shape))));
	}

	@ParameterizedTest
	@MethodSource("everything")
	void pixelsOutsideTheMasksStayAndThoseUnderThemBecomeBackground(final Inpainter inpainter, final PixelType type, final Shape shape) {
		final World world = new World(type, shape, 3, 2);
		final Frame background = world.inpaint(inpainter, 5);
		final Frame reference = world.frame(2);
		final int[] labels = world.labels(2);
		for (int i = 0; i < shape.values(); i++) {
			final int p = i % shape.pixels();
			if (labels[p] == 0) assertEquals(type.get(reference.data(), i), type.get(background.data(), i), "value " + i);
			else assertEquals(LEVEL + 20 * (i / shape.pixels()), type.get(background.data(), i), 6 * SPREAD, "value " + i);
		}
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void whatMotionRevealedIsTheTrueBackground(final PixelType type) {
		for (final Shape shape : List.of(FLAT, SOLID)) {
			final World world = new World(type, shape, 6, 2);
			assertEquals(0, world.error(world.inpaint(new AutoInpainter(), 1)), type.isInteger() ? 0 : 1e-4);
		}
	}

	@Test
	void whatWasNeverRevealedIsFilledWithMatchingNoise() {
		final World world = new World(PixelType.FLOAT32, FLAT, 2, 3);
		final Frame background = world.inpaint(new TemporalInpainter(), 1);
		final double[] statistics = world.statistics(background);
		assertEquals(LEVEL, statistics[0], 4);
		assertEquals(SPREAD, statistics[1], 3);
	}

	@Test
	void framesAreBroughtToTheBrightnessOfTheReferenceFrame() {
		final World world = new World(PixelType.UINT8, FLAT, 6, 3).withFirstGain(0.6);
		assertEquals(0, world.error(world.inpaint(new TemporalInpainter(), 1)), 4);
	}

	@Test
	void aCameraThatMovesIsFollowed() {
		final World world = new World(PixelType.UINT16, FLAT, 6, 3).withCamera(-2);
		final double[] camera = new double[12];
		for (int t = 0; t < 6; t++) camera[2 * t] = world.shift(t) + 0.2;
		assertEquals(0, world.error(world.inpaint(new AutoInpainter().withCamera(camera), 1)));
		assertNotEquals(0, world.error(world.inpaint(new AutoInpainter(), 1)));
		assertThrows(IllegalArgumentException.class, () -> world.inpaint(new TemporalInpainter().withCamera(new double[3]), 1));
		final Inpainter still = new NoiseInpainter();
		assertEquals(still, still.withCamera(camera));
	}

	@Test
	void noiseHasTheStrengthOfTheNoiseAroundAndComesFromTheSeed() {
		final World world = new World(PixelType.UINT16, FLAT, 1, 0);
		final Frame background = world.inpaint(new NoiseInpainter(), 1);
		final double[] statistics = world.statistics(background);
		assertEquals(LEVEL, statistics[0], 3);
		assertEquals(SPREAD, statistics[1], 0.25 * SPREAD);
		assertArrayEquals((short[]) background.data(), (short[]) world.inpaint(new NoiseInpainter(), 1).data());
		assertFalse(Arrays.equals((short[]) background.data(), (short[]) world.inpaint(new NoiseInpainter(), 2).data()));
		assertTrue(world.statistics(world.inpaint(new HarmonicInpainter(), 1))[1] < SPREAD / 2);
	}

	@ParameterizedTest
	@MethodSource("inpainters")
	void theGlowOfAnObjectDoesNotFillItsHole(final Inpainter inpainter) {
		final World world = new World(PixelType.UINT16, Shape.of(120, 100), 4, 4).withGlow(7);
		assertEquals(LEVEL, world.statistics(world.inpaint(inpainter, 1))[0], 4);
	}

	@Test
	void theConstantIsTheMedianOfTheBackground() {
		final byte[] image = { 5, 9, 5, 5, 100, 100, 7, 5, 2 };
		final Frame background = new ConstantInpainter().inpaint(Movie.of("m", List.of(Frame.of(PixelType.UINT8, 9, 1, image))), Segmentation.of(
			Shape.of(9, 1), new int[] { 0, 0, 0, 0, 1, 1, 0, 0, 0 }), 1, Progress.NONE);
		assertArrayEquals(new byte[] { 5, 9, 5, 5, 5, 5, 7, 5, 2 }, (byte[]) background.data());
	}

	@ParameterizedTest
	@MethodSource("inpainters")
	void whereThereIsNoBackgroundThereIsStillAFrame(final Inpainter inpainter) {
		for (final Shape shape : List.of(Shape.of(1, 1), Shape.of(5, 4))) {
			final int[] labels = new int[shape.pixels()];
			Arrays.fill(labels, 3);
			final Object data = PixelType.FLOAT32.newArray(shape.values());
			Arrays.fill((float[]) data, 8);
			final Frame frame = new Frame(PixelType.FLOAT32, shape, data);
			final Frame background = inpainter.inpaint(Movie.of("full", List.of(frame, frame)), Segmentation.of(shape, labels, labels), 1,
				Progress.NONE);
			assertArrayEquals(new float[shape.values()], (float[]) background.data());
		}
	}

	@ParameterizedTest
	@MethodSource("inpainters")
	void pixelsThatAreNotFiniteAreNotLookedAt(final Inpainter inpainter) {
		final float[] image = new float[400];
		Arrays.fill(image, 3);
		final int[] labels = new int[400];
		for (int y = 8; y < 12; y++) Arrays.fill(labels, y * 20 + 8, y * 20 + 12, 1);
		for (int p = 0; p < 400; p += 3) image[p] = p % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
		final Frame frame = Frame.of(PixelType.FLOAT32, 20, 20, image);
		final float[] background = (float[]) inpainter.inpaint(Movie.of("nan", List.of(frame, frame)), Segmentation.of(Shape.of(20, 20), labels,
			labels), 1, Progress.NONE).data();
		for (int p = 0; p < 400; p++) assertEquals(labels[p] == 0 ? image[p] : 3, background[p], 1e-5, "pixel " + p);
	}

	@Test
	void inpaintersAreFoundByName() {
		try (Context context = new Context(InpaintingService.class)) {
			final InpaintingService service = context.service(InpaintingService.class);
			assertEquals(List.of("auto", "constant", "harmonic", "noise", "temporal"), service.names().stream().sorted().toList());
			assertEquals("auto", service.names().get(0));
			assertEquals(HarmonicInpainter.class, service.inpainter(" Harmonic ").getClass());
			final String message = assertThrows(InputException.class, () -> service.inpainter("magic")).getMessage();
			assertTrue(message.contains("magic") && message.contains("temporal"), message);
		}
	}
}
