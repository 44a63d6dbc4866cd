package org.motionlayers.segmentation.automatic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.SegmentationService;
import org.motionlayers.segmentation.raster.TiffFile;
import org.scijava.Context;

class AutomaticSegmentationTest {

	private static final Path NUCLEI = Path.of("../shared/data/nuclei_hela_h2b");

	/** Six discs that drift by a pixel a frame, on a background that brightens from left to right, with noise. */
	private static Movie discs(final PixelType type, final int channels, final double brightness) {
		final Shape shape = new Shape(120, 90, 1, channels);
		final List<Frame> frames = new ArrayList<>();
		final SplittableRandom random = new SplittableRandom(3);
		for (int t = 0; t < 4; t++) {
			final Object data = type.newArray(shape.values());
			for (int c = 0; c < channels; c++) for (int y = 0; y < 90; y++) for (int x = 0; x < 120; x++) {
				final double dx = (x - t) % 40 - 18, dy = y % 45 - 20;
				final boolean inside = x - t >= 0 && dx * dx + dy * dy < 64;
				type.set(data, c * shape.pixels() + shape.index(x, y, 0), brightness * (0.1 + 0.001 * x + (inside ? 0.5 : 0) + 0.05 * random
					.nextDouble()));
			}
			frames.add(new Frame(type, shape, data));
		}
		return Movie.of("discs", frames);
	}

	private static Segmentation automatic(final Movie movie) {
		try (Context context = new Context(SegmentationService.class)) {
			return context.service(SegmentationService.class).automatic(movie, Progress.NONE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UINT8 1 255", "UINT8 3 255", "UINT16 2 60000", "FLOAT32 1 0.001", "FLOAT32 1 1000000" })
	void findsAndLinksDiscs(final String setting) {
		final String[] words = setting.split(" ");
		final Segmentation labels = automatic(discs(PixelType.valueOf(words[0]), Integer.parseInt(words[1]), Double.parseDouble(words[2])));
		assertTrue(labels.identified() && labels.description().contains("6 objects"), labels::description);
		assertTrue(labels.description().startsWith("labels=auto:") && labels.description().contains("a real segmentation is better"),
			labels::description);
		for (int t = 0; t < 4; t++) for (int object = 0; object < 6; object++) {
			final int x = 18 + object % 3 * 40 + t, y = 20 + object / 3 * 45;
			assertEquals(labels.labels(0)[y * 120 + x - t], labels.labels(t)[y * 120 + x], "object " + object + " at t = " + t);
		}
		final long area = java.util.Arrays.stream(labels.labels(2)).filter(l -> l != 0).count();
		assertEquals(6 * 197, area, 6 * 197 * 0.25, "pixels of six discs of radius 8");
	}

	@Test
	void sameImageSameLabels() {
		final Movie movie = discs(PixelType.UINT8, 1, 255);
		final Segmentation one = automatic(movie), two = automatic(movie);
		for (int t = 0; t < 4; t++) assertArrayEquals(one.labels(t), two.labels(t));
	}

	@Test
	void findsBallsIn3D() {
		final Shape shape = new Shape(60, 40, 12, 1);
		final byte[] data = new byte[shape.values()];
		for (int z = 0; z < 12; z++) for (int y = 0; y < 40; y++) for (int x = 0; x < 60; x++) {
			final double dx = x % 30 - 15, dy = y - 20, dz = z - 6;
			data[shape.index(x, y, z)] = (byte) (dx * dx + dy * dy + dz * dz < 25 ? 200 : 10);
		}
		final Segmentation labels = automatic(Movie.of("balls", List.of(new Frame(PixelType.UINT8, shape, data))));
		assertTrue(labels.description().contains("2 objects"), labels::description);
	}

	@Test
	void fillsHoles() {
		final boolean[] mask = new boolean[30];
		for (final int p : new int[] { 1, 2, 3, 7, 9, 13, 14, 15, 22 }) mask[p] = true;
		Holes.fill(mask, Shape.of(6, 5));
		final StringBuilder filled = new StringBuilder();
		for (int p = 0; p < mask.length; p++) if (mask[p]) filled.append(p).append(' ');
		assertEquals("1 2 3 7 8 9 13 14 15 22 ", filled.toString());
	}

	@Test
	void refusesAnImageOfOneValue() {
		final Movie flat = Movie.of("flat", List.of(Frame.of(PixelType.UINT8, 20, 20, new byte[400])));
		final InputException e = assertThrows(InputException.class, () -> automatic(flat));
		assertTrue(e.getMessage().contains("Image 'flat' has the same value"), e::getMessage);
	}

	@Test
	void refusesNoise() {
		final SplittableRandom random = new SplittableRandom(1);
		final byte[] noise = new byte[100 * 100];
		for (int p = 0; p < noise.length; p++) noise[p] = (byte) (50 + 20 * (random.nextDouble() + random.nextDouble() + random.nextDouble()));
		final InputException e = assertThrows(InputException.class, () -> automatic(Movie.of("noise", List.of(Frame.of(PixelType.UINT8, 100, 100,
			noise)))));
		assertTrue(e.getMessage().contains("labels=auto found no bright objects on a dark background in image 'noise'"), e::getMessage);
	}

	@Test
	void saysThatAllIsTooSmall() {
		final byte[] dots = new byte[60 * 60];
		for (int p = 0; p < dots.length; p += 15 * 60 + 15) dots[p] = (byte) 200;
		final InputException e = assertThrows(InputException.class, () -> automatic(Movie.of("dots", List.of(Frame.of(PixelType.UINT8, 60, 60,
			dots)))));
		assertTrue(e.getMessage().contains("labels=auto found no bright objects in image 'dots'"), e::getMessage);
	}

	@Test
	void findsRealNuclei() {
		assumeTrue(Files.exists(NUCLEI), () -> NUCLEI + " is not here");
		final TiffFile image = TiffFile.open(NUCLEI.resolve("image.tif")), truth = TiffFile.open(NUCLEI.resolve("labels.tif"));
		final List<Frame> frames = new ArrayList<>();
		for (int t = 0; t < image.planes(); t++) {
			final byte[] data = new byte[image.width() * image.height()];
			final int[] values = image.read(t);
			for (int p = 0; p < data.length; p++) data[p] = (byte) values[p];
			frames.add(Frame.of(PixelType.UINT8, image.width(), image.height(), data));
		}
		final Segmentation labels = automatic(Movie.of("nuclei", frames));
		int found = 0, all = 0;
		for (int t = 0; t < image.planes(); t++) {
			found += matches(truth.read(t), labels.labels(t));
			all += java.util.Arrays.stream(truth.read(t)).filter(l -> l != 0).distinct().count();
		}
		System.out.printf("labels=auto finds %d of %d nuclei (intersection over union above 0.5)%n", found, all);
		assertTrue(found > 0.9 * all, found + " of " + all);
	}

	/** Number of true objects that one found object covers with an intersection over union above 0.5. */
	private static int matches(final int[] truth, final int[] found) {
		final Map<Integer, Integer> areas = new HashMap<>(), foundAreas = new HashMap<>();
		final Map<List<Integer>, Integer> both = new HashMap<>();
		for (int p = 0; p < truth.length; p++) {
			areas.merge(truth[p], 1, Integer::sum);
			foundAreas.merge(found[p], 1, Integer::sum);
			if (truth[p] != 0 && found[p] != 0) both.merge(List.of(truth[p], found[p]), 1, Integer::sum);
		}
		return (int) both.entrySet().stream().filter(e -> 2 * e.getValue() > areas.get(e.getKey().get(0)) + foundAreas.get(e.getKey().get(1)) - e
			.getValue()).count();
	}
}
