package org.motionlayers.evaluate.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.evaluate.motion.ActionPrecision.Action;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Motion.Provenance;
import org.motionlayers.scene.Shape;

import com.google.gson.JsonObject;

/** Position and velocity errors, mask overlap and boundaries, precision of actions. */
class MotionMeasuresTest {

	private static final Provenance HOW = new Provenance("test", 0, Map.of());

	private static Motion constant(final int[] labels, final int frames, final double... velocities) {
		return Motion.constant(labels, frames, 2, velocities, new double[0], HOW);
	}

	@Test
	void velocityErrorOfAConstantVelocityIsTheSameWhateverTheLength() {
		for (final int frames : new int[] { 1, 15 }) {
			final MotionError error = new MotionError(constant(new int[] { 1, 2 }, frames, 3, 4, 1, 1), constant(new int[] { 2, 1 }, frames,
				1, 1, 0, 0));
			assertEquals(25 / 2.0, error.velocity(1), 1e-12, "mean of 0 and 3^2 + 4^2");
			assertEquals(25 / 2.0 / (128 * 128), error.velocity(128), 1e-12, "in widths of 128 pixels");
		}
	}

	@Test
	void positionErrorGrowsWithTime() {
		final MotionError error = new MotionError(constant(new int[] { 1, 2 }, 4, 3, 4, 1, 1), constant(new int[] { 2, 1 }, 4, 1, 1, 0,
			0));
		assertEquals(20, error.position(4, 1), 1e-12);
		assertEquals(10, error.position(4), 1e-12);
	}

	@Test
	void zeroPredictionErrorOfThePapersVelocities() {
		// v = k (c - 0.5), c uniform on a grid of [0, 1]: k^2 / 6 in two components
		final int side = 201;
		final double[] velocities = new double[2 * side * side];
		final int[] labels = new int[side * side];
		for (int i = 0; i < labels.length; i++) {
			labels[i] = i + 1;
			velocities[2 * i] = .06 * (i % side / (side - 1.0) - .5);
			velocities[2 * i + 1] = .06 * (i / side / (side - 1.0) - .5);
		}
		final double pos = new MotionError(constant(labels, 1, new double[velocities.length]), constant(labels, 1, velocities)).velocity(1);
		assertEquals(6.0e-4, pos, .1e-4);
	}

	@Test
	void aMissingObjectIsNamed() {
		final String message = assertThrows(InputException.class, () -> new MotionError(constant(new int[] { 1 }, 2, 0, 0), constant(
			new int[] { 7 }, 2, 0, 0))).getMessage();
		assertTrue(message.contains("7"), message);
		assertThrows(InputException.class, () -> new MotionError(constant(new int[] { 1 }, 1, 0, 0), constant(new int[] { 1 }, 2, 0, 0)));
	}

	@Test
	void overlapAndBoundaryAgreeWithScipy() {
		final JsonObject f = Fixtures.section("boundary").getAsJsonObject();
		final int[] predicted = Fixtures.ints(f.get("predicted")), truth = Fixtures.ints(f.get("truth"));
		final Shape shape = Shape.of(f.get("width").getAsInt(), f.get("height").getAsInt());
		final MaskOverlap overlap = MaskOverlap.between(predicted, truth);
		final BoundaryMeasure boundary = BoundaryMeasure.between(predicted, truth, shape, f.get("tolerance").getAsDouble());
		for (final int label : new int[] { 1, 2 }) {
			assertEquals(f.getAsJsonObject("iou").get("" + label).getAsDouble(), overlap.byLabel().get(label), 1e-12);
			assertEquals(f.getAsJsonObject("f").get("" + label).getAsDouble(), boundary.byLabel().get(label), 1e-12);
		}
	}

	@Test
	void overlapOfAMissingObjectIsZero() {
		assertEquals(0.5, MaskOverlap.between(new int[] { 1, 0, 0, 3 }, new int[] { 1, 0, 2, 0 }).mean());
		assertTrue(Double.isNaN(MaskOverlap.between(new int[1], new int[1]).mean()));
		assertThrows(InputException.class, () -> MaskOverlap.between(new int[1], new int[2]));
	}

	@Test
	void boundaryToleranceIsThatOfDavis() {
		assertEquals(8, BoundaryMeasure.tolerance(Shape.of(854, 480)), "0.008 x 979.7 rounded up");
	}

	@Test
	void boundaryOfStacksLooksAlongZ() {
		final Shape shape = new Shape(5, 5, 5, 1);
		final int[] truth = new int[125], shifted = new int[125];
		for (int i = 25; i < 50; i++) truth[i] = 1;
		for (int i = 50; i < 75; i++) shifted[i] = 1;
		assertEquals(1, BoundaryMeasure.between(shifted, truth, shape, 1).mean());
		assertEquals(0, BoundaryMeasure.between(shifted, truth, shape, 0.5).mean());
		assertEquals(0, BoundaryMeasure.between(new int[125], truth, shape, 1).mean());
		assertThrows(InputException.class, () -> BoundaryMeasure.between(shifted, new int[3], shape, 1));
	}

	@Test
	void actionsThatWereAskedForAreCounted() {
		final Motion made = constant(new int[] { 1, 2, 3, 4 }, 10, 1, 0, 0, 0, 0, .5, .02, 0);
		final ActionPrecision precision = ActionPrecision.of(made, Map.of(1, new Action(9, 1), 2, new Action(5, 5), 4, new Action(0, 0)), .25,
			1);
		assertEquals(2 / 3.0, precision.action(), 1e-12, "1 goes where it should, 4 stands still, 2 does not move");
		assertEquals(1 / 2.0, precision.referring(), 1e-12, "1 and 3 move, nobody named 3");
		assertEquals(2, precision.moving());
	}

	@Test
	void nothingDescribedIsNoNumber() {
		final ActionPrecision precision = ActionPrecision.of(constant(new int[] { 1 }, 2, 0, 0), Map.of(), .25, 1);
		assertTrue(Double.isNaN(precision.action()) && Double.isNaN(precision.referring()), precision.toString());
	}
}
