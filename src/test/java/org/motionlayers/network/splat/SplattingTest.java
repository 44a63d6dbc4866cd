package org.motionlayers.network.splat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplattingTest {

	private static final float TOLERANCE = 1e-6f;

	private static float[] splat(final SplatMode mode, final EmptyPixels empty) {
		return new Splatting(mode, empty).splat(WorkedExample.FLOW, WorkedExample.IMAGE, WorkedExample.METRIC);
	}

	private static double total(final float[] values) {
		double sum = 0;
		for (final float v : values) sum += v;
		return sum;
	}

	@Test
	void sumOfWorkedExample() {
		assertArrayEquals(WorkedExample.SUM, splat(SplatMode.SUM, EmptyPixels.ADD_EPSILON), TOLERANCE);
		final float[] ones = new float[12];
		Arrays.fill(ones, 1);
		assertArrayEquals(WorkedExample.SUM_OF_ONES, Splatting.of(SplatMode.SUM).splat(WorkedExample.FLOW, ones, null), TOLERANCE);
	}

	@Test
	void averageOfWorkedExample() {
		assertArrayEquals(WorkedExample.AVERAGE, splat(SplatMode.AVERAGE, EmptyPixels.ZERO_TO_ONE), TOLERANCE);
		assertArrayEquals(WorkedExample.AVERAGE_ADDED, splat(SplatMode.AVERAGE, EmptyPixels.ADD_EPSILON), 2 * TOLERANCE);
		assertEquals(63.380708, total(splat(SplatMode.AVERAGE, EmptyPixels.ADD_EPSILON)), 1e-5);
		assertArrayEquals(WorkedExample.AVERAGE, splat(SplatMode.AVERAGE, EmptyPixels.CLIP), TOLERANCE);
	}

	@Test
	void softOfWorkedExample() {
		assertArrayEquals(WorkedExample.SOFT, splat(SplatMode.SOFT, EmptyPixels.ZERO_TO_ONE), TOLERANCE);
		assertEquals(61.585790, total(splat(SplatMode.SOFT, EmptyPixels.ZERO_TO_ONE)), 1e-5);
	}

	@Test
	void gradientsOfWorkedExample() {
		final Splatting soft = new Splatting(SplatMode.SOFT, EmptyPixels.ADD_EPSILON);
		final float[] out = splat(SplatMode.SOFT, EmptyPixels.ADD_EPSILON), weights = WorkedExample.lossWeights();
		double loss = 0;
		for (int i = 0; i < out.length; i++) loss += out[i] * weights[i];
		assertEquals(WorkedExample.LOSS, loss, 1e-5);
		final SplatGradients gradients = SplatGradients.of(soft, WorkedExample.FLOW, WorkedExample.IMAGE, WorkedExample.METRIC, weights);
		// The table prints gradients below 4e-6 as 0.
		assertArrayEquals(WorkedExample.BY_IMAGE, gradients.image(), 4e-6f);
		assertArrayEquals(WorkedExample.BY_METRIC, gradients.metric(), 4e-6f);
	}

	@ParameterizedTest
	@EnumSource(SplatMode.class)
	void matrixIsTheSameSplatting(final SplatMode mode) {
		final float[] metric = { 1, 2, 3, 1, .5f, 1, .25f, 1.5f, .3f, .5f, 2, 1 };
		final Splatting splatting = Splatting.of(mode);
		final SplatMatrix matrix = SplatMatrix.of(splatting, WorkedExample.FLOW, metric);
		final float[] expected = splatting.splat(WorkedExample.FLOW, WorkedExample.IMAGE, metric);
		assertArrayEquals(expected, matrix.times(WorkedExample.IMAGE), TOLERANCE);
		final float[] dense = new float[12 * 12], product = new float[12];
		matrix.writeDense(dense, 0);
		for (int q = 0; q < 12; q++) for (int p = 0; p < 12; p++) product[q] += dense[q * 12 + p] * WorkedExample.IMAGE[p];
		assertArrayEquals(expected, product, TOLERANCE);
	}

	@Test
	void matrixOfSingleEntriesHasThemInOrder() {
		final SplatMatrix matrix = SplatMatrix.bilinear(FlowField.constant(3, 1, 1, 0));
		assertEquals(2, matrix.entries());
		assertArrayEquals(new long[] { 1, 2, 0, 1 }, matrix.coordinates());
		assertArrayEquals(new float[] { 1, 1 }, matrix.values());
		assertThrows(IllegalArgumentException.class, () -> matrix.times(new float[2]));
	}

	@Test
	void softIsInvariantToAConstantInTheMetric() {
		final float[] shifted = WorkedExample.METRIC.clone();
		for (int i = 0; i < shifted.length; i++) shifted[i] += 3;
		assertArrayEquals(splat(SplatMode.SOFT, EmptyPixels.ZERO_TO_ONE), Splatting.of(SplatMode.SOFT).splat(WorkedExample.FLOW,
			WorkedExample.IMAGE, shifted), 1e-5f);
	}

	@Test
	void withoutFlowAverageIsTheImage() {
		assertArrayEquals(WorkedExample.IMAGE, Splatting.of(SplatMode.AVERAGE).splat(FlowField.constant(4, 3, 0, 0), WorkedExample.IMAGE,
			null));
	}

	@Test
	void pixelsWithoutFiniteFlowGoNowhere() {
		final float[] dx = { 0, Float.NaN, Float.POSITIVE_INFINITY, 0 }, dy = { 0, 0, 0, Float.NEGATIVE_INFINITY };
		assertArrayEquals(new float[] { 1, 0, 0, 0 }, Splatting.of(SplatMode.SUM).splat(new FlowField(4, 1, dx, dy), new float[] { 1, 2, 3,
			4 }, null));
	}

	@Test
	void largeMetricHidesTheOther() {
		// Both pixels land on the second one; the metric is beyond what e^x can hold.
		final FlowField flow = new FlowField(2, 1, new float[] { 1, 0 }, new float[2]);
		assertEquals(7, Splatting.of(SplatMode.SOFT).splat(flow, new float[] { 7, 3 }, new float[] { 500, -500 })[1], 1e-5);
	}

	@Property(tries = 60)
	void anyFlowIsSplattedAsTheDefinitionSays(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 9) final int width,
		@ForAll @IntRange(min = 1, max = 9) final int height, @ForAll final SplatMode mode, @ForAll final EmptyPixels empty)
	{
		final Scenario s = new Scenario(seed, width, height);
		final float[] expected = new float[s.image.length];
		for (int c = 0; c < Scenario.CHANNELS; c++) for (int q = 0; q < s.pixels; q++) expected[c * s.pixels + q] = (float) s.byDefinition(mode,
			empty, c, q);
		assertArrayEquals(expected, new Splatting(mode, empty).splat(s.flow, s.image, s.metric), 2e-4f);
	}

	@Property(tries = 40)
	void gradientsAreThoseOfFiniteDifferences(@ForAll final long seed, @ForAll final SplatMode mode, @ForAll final EmptyPixels empty) {
		final Scenario s = new Scenario(seed, 5, 4);
		final float[] weights = new float[s.image.length];
		for (int i = 0; i < weights.length; i++) weights[i] = (float) Math.sin(i);
		final SplatGradients gradients = SplatGradients.of(new Splatting(mode, empty), s.flow, s.image, s.metric, weights);
		final int p = (int) (new SplittableRandom(seed).nextInt(s.pixels)), channel = (int) Math.floorMod(seed, (long) Scenario.CHANNELS);
		final double byImage = s.slope(mode, empty, weights, s.image, channel * s.pixels + p);
		assertEquals(byImage, gradients.image()[channel * s.pixels + p], 1e-3 * Math.max(1, Math.abs(byImage)), "by image");
		if (!mode.usesMetric()) return;
		final double byMetric = s.slope(mode, empty, weights, s.metric, p);
		assertEquals(byMetric, gradients.metric()[p], 2e-3 * Math.max(1, Math.abs(byMetric)), "by metric");
	}

	@Test
	void manyBandsGiveTheSameAsTheDefinition() {
		// Taller than one band; flows cross bands.
		final int width = 300, height = 400;
		final float[] dx = new float[width * height], dy = new float[dx.length], image = new float[dx.length];
		final SplittableRandom random = new SplittableRandom(4);
		final double[] sums = new double[dx.length];
		for (int i = 0; i < dx.length; i++) {
			dx[i] = random.nextInt(-8, 9);
			dy[i] = random.nextInt(-200, 201);
			image[i] = random.nextInt(100);
			final int x = i % width + (int) dx[i], y = i / width + (int) dy[i];
			if (x >= 0 && x < width && y >= 0 && y < height) sums[y * width + x] += image[i];
		}
		final float[] out = Splatting.of(SplatMode.SUM).splat(new FlowField(width, height, dx, dy), image, null);
		for (int i = 0; i < out.length; i++) assertEquals(sums[i], out[i], 1e-9);
	}

	@Test
	void imagesOfAnyTypeAreSplatted() {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(new short[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, 4, 3, 1);
		final float[] flow = Arrays.copyOf(WorkedExample.FLOW.dx(), 24);
		System.arraycopy(WorkedExample.FLOW.dy(), 0, flow, 12, 12);
		final Img<FloatType> out = ImageSplatting.splat(Splatting.of(SplatMode.SOFT), image, ArrayImgs.floats(flow, 4, 3, 2), ArrayImgs.floats(
			WorkedExample.METRIC, 4, 3));
		assertArrayEquals(new long[] { 4, 3, 1 }, out.dimensionsAsLongArray());
		final Cursor<FloatType> cursor = out.cursor();
		for (final float expected : WorkedExample.SOFT) assertEquals(expected, cursor.next().get(), TOLERANCE);
	}

	@Test
	void sizesThatDoNotFitAreRefused() {
		final Splatting soft = Splatting.of(SplatMode.SOFT);
		assertThrows(IllegalArgumentException.class, () -> soft.splat(WorkedExample.FLOW, new float[13], WorkedExample.METRIC));
		assertThrows(IllegalArgumentException.class, () -> soft.splat(WorkedExample.FLOW, WorkedExample.IMAGE, null));
		assertThrows(IllegalArgumentException.class, () -> soft.splat(WorkedExample.FLOW, WorkedExample.IMAGE, new float[3]));
		assertThrows(IllegalArgumentException.class, () -> new FlowField(2, 2, new float[4], new float[3]));
		assertThrows(IllegalArgumentException.class, () -> SplatGradients.of(soft, WorkedExample.FLOW, WorkedExample.IMAGE,
			WorkedExample.METRIC, new float[3]));
		final String message = assertThrows(IllegalArgumentException.class, () -> ImageSplatting.splat(soft, ArrayImgs.floats(5, 5), ArrayImgs
			.floats(4, 5, 2), null)).getMessage();
		assertTrue(message.contains("[5, 5]") && message.contains("[4, 5, 2]"), message);
		assertThrows(IllegalArgumentException.class, () -> ImageSplatting.splat(soft, ArrayImgs.floats(5, 5), ArrayImgs.floats(5, 5), null));
	}

	@Test
	void coarserFlowIsTheMeanInCoarserPixels() {
		final FlowField fine = new FlowField(4, 2, new float[] { 4, 8, 0, 0, 4, 8, 0, 4 }, new float[8]);
		assertArrayEquals(new float[] { 3, .5f }, fine.coarser(2).dx());
		assertArrayEquals(new float[] { 12, 24, 0, 0, 12, 24, 0, 12 }, fine.times(3).dx());
		assertThrows(IllegalArgumentException.class, () -> fine.coarser(3));
	}

	/** A random image, flow and metric, splatted in double precision straight from the definition. */
	private static final class Scenario {

		static final int CHANNELS = 2;
		final int pixels;
		final FlowField flow;
		final float[] image;
		final float[] metric;

		Scenario(final long seed, final int width, final int height) {
			final SplittableRandom random = new SplittableRandom(seed);
			pixels = width * height;
			final float[] dx = new float[pixels], dy = new float[pixels];
			image = new float[CHANNELS * pixels];
			metric = new float[pixels];
			for (int i = 0; i < pixels; i++) {
				dx[i] = (float) random.nextDouble(-3, 3);
				dy[i] = random.nextInt(4) == 0 ? random.nextInt(-2, 3) : (float) random.nextDouble(-3, 3);
				metric[i] = (float) random.nextDouble(.5, 2);
			}
			for (int i = 0; i < image.length; i++) image[i] = (float) random.nextDouble(-1, 1);
			flow = new FlowField(width, height, dx, dy);
		}

		double byDefinition(final SplatMode mode, final EmptyPixels empty, final int channel, final int q) {
			double sum = 0, weights = 0;
			for (int p = 0; p < pixels; p++) {
				final double ux = q % flow.width() - (double) (p % flow.width() + flow.dx()[p]);
				final double uy = q / flow.width() - (double) (p / flow.width() + flow.dy()[p]);
				final double b = Math.max(0, 1 - Math.abs(ux)) * Math.max(0, 1 - Math.abs(uy));
				final double w = mode == SplatMode.SOFT ? Math.exp(metric[p]) : mode == SplatMode.LINEAR ? metric[p] : 1;
				sum += b * w * image[channel * pixels + p];
				weights += b * w;
			}
			if (!mode.normalised()) return sum;
			return switch (empty) {
				case ADD_EPSILON -> sum / (weights + 1e-7);
				case ZERO_TO_ONE -> weights == 0 ? 0 : sum / weights;
				case CLIP -> sum / Math.max(weights, 1e-7);
			};
		}

		double slope(final SplatMode mode, final EmptyPixels empty, final float[] weights, final float[] variable, final int index) {
			final float before = variable[index], step = 1e-3f;
			variable[index] = before + step;
			final double above = loss(mode, empty, weights);
			variable[index] = before - step;
			final double below = loss(mode, empty, weights);
			variable[index] = before;
			return (above - below) / (2 * step);
		}

		private double loss(final SplatMode mode, final EmptyPixels empty, final float[] weights) {
			double loss = 0;
			for (int i = 0; i < image.length; i++) loss += weights[i] * byDefinition(mode, empty, i / pixels, i % pixels);
			return loss;
		}
	}
}
