package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Laplace's equation against SciPy's sparse solver, and against functions that solve it. */
class HarmonicFillTest {

	@ParameterizedTest
	@ValueSource(strings = { "laplace2d.csv", "laplace3d.csv" })
	void holesAreFilledAsSciPySolvesThem(final String table) {
		final Shape shape = table.contains("2d") ? Shape.of(48, 40) : new Shape(15, 14, 8, 1);
		final float[] values = new float[shape.pixels()];
		for (int p = 0; p < values.length; p++) values[p] = (float) Rule.smooth(shape, p);
		final boolean[] known = new boolean[shape.pixels()];
		Arrays.fill(known, true);
		final List<double[]> rows = Rule.table(table);
		for (final double[] row : rows) known[shape.index((int) row[2], (int) row[1], (int) row[0])] = false;
		for (int p = 0; p < values.length; p++) if (!known[p]) values[p] = Float.NaN;
		final float[] before = values.clone();
		new HarmonicFill(shape, known, Progress.NONE).fill(values);
		for (final double[] row : rows) assertEquals(row[3], values[shape.index((int) row[2], (int) row[1], (int) row[0])], 0.05, Arrays.toString(
			row));
		for (int p = 0; p < values.length; p++) if (known[p]) assertEquals(before[p], values[p]);
	}

	@Test
	void aBigHoleInASaddleIsFilledToHalfAGreyValueOfSixteenBit() {
		final int size = 300, from = 20, to = 276;
		final float[] values = new float[size * size], saddle = new float[size * size];
		final boolean[] known = new boolean[size * size];
		for (int p = 0; p < saddle.length; p++) {
			final double x = p % size - size / 2.0, y = p / size - size / 2.0;
			// x^2 - y^2 solves the discrete equation exactly
			saddle[p] = (float) ((x * x - y * y) * 65535 / (size * size / 2.0));
			known[p] = p % size < from || p % size >= to || p / size < from || p / size >= to;
			values[p] = known[p] ? saddle[p] : 0;
		}
		new HarmonicFill(Shape.of(size, size), known, Progress.NONE).fill(values);
		assertArrayEquals(saddle, values, 0.5f);
	}

	@Test
	void holesAtTheBorderGoOnLevel() {
		final float[] values = { 0, 0, 5, 0, 0, 0, 9 };
		new HarmonicFill(Shape.of(7, 1), new boolean[] { false, false, true, false, false, false, true }, Progress.NONE).fill(values);
		assertArrayEquals(new float[] { 5, 5, 5, 6, 7, 8, 9 }, values, 1e-3f);
	}

	@Test
	void withNothingKnownAllIsZeroAndWithAllKnownNothingChanges() {
		final float[] none = { 3, 4, 5, 6 }, all = { 3, 4, 5, 6 };
		new HarmonicFill(Shape.of(2, 2), new boolean[4], Progress.NONE).fill(none);
		assertArrayEquals(new float[4], none);
		new HarmonicFill(Shape.of(2, 2), new boolean[] { true, true, true, true }, Progress.NONE).fill(all);
		assertArrayEquals(new float[] { 3, 4, 5, 6 }, all);
	}
}
