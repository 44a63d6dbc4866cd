package org.motionlayers.evaluate.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;
import org.motionlayers.scene.InputException;

/** FVMD against the papers' notes, D1. */
class MotionHistogramsTest {

	private static double[][][][] clips(final double step, final double phase) {
		final double[][][][] clips = new double[6][9][25][2];
		int k = 0;
		for (final double[][][] clip : clips) for (final double[][] frame : clip) for (final double[] point : frame) for (int d = 0; d <
			2; d++) point[d] = 3 * Math.sin(step * k++ + phase);
		return clips;
	}

	@ParameterizedTest
	@CsvSource({ "1,0,6,.125", "0,1,4,.125", "-1,0,2,.125", "0,-1,7,.125", "3,4,4,.375", ".5,.5,5,.125", "2,-2,7,.25", "-200,300,3,1" })
	void binAndWeight(final double x, final double y, final int bin, final double weight) {
		assertEquals(bin, MotionHistograms.bin(x, y));
		assertEquals(weight, MotionHistograms.weight(x, y));
	}

	@Test
	void stillnessWeighsNothing() {
		assertEquals(0, MotionHistograms.weight(0, 0));
	}

	@Test
	void aCellOfOneVelocityFillsOneBin() {
		final double[][][] tracks = new double[8][25][2];
		for (int t = 0; t < 8; t++) for (final double[] point : tracks[t]) {
			point[0] = 1.5 * t;
			point[1] = -.5 * t;
		}
		final double[] histograms = MotionHistograms.of(tracks, Acceleration.OF_VELOCITY);
		assertEquals(2 * 2 * 8, histograms.length);
		assertEquals(25.0, histograms[8 + 6], "bin 6 of the second cell, which has no padded frame");
		assertEquals(0, histograms[16 + 8 + 6], "no acceleration");
	}

	@Test
	void sixteenFramesOf400PointsGive1024Values() {
		assertEquals(1024, MotionHistograms.of(new double[16][400][2], Acceleration.OF_VELOCITY).length);
	}

	@Test
	void workedExampleWithAccelerationOfVelocity() {
		assertEquals(295.138089, FrechetVideoMotionDistance.released(clips(.37, 0), clips(.41, .2), Acceleration.OF_VELOCITY), 1e-4);
	}

	@Test
	void workedExampleAsUpstream() {
		assertEquals(123.713090, FrechetVideoMotionDistance.released(clips(.37, 0), clips(.41, .2), Acceleration.UPSTREAM), 1e-4);
	}

	@Test
	void equalSetsAreSlightlyNegativeUpstreamAndZeroHere() {
		final double[][][][] x = clips(.37, 0);
		assertEquals(-.00064, FrechetVideoMotionDistance.released(x, x, Acceleration.UPSTREAM), 1e-6);
		final FrechetDistance ours = FrechetVideoMotionDistance.of(x, x, Acceleration.OF_VELOCITY, 1);
		assertTrue(ours.distance() >= 0 && ours.distance() < 1e-5, "distance to itself " + ours.distance());
		assertEquals(6, ours.realCount());
		assertEquals(32, ours.dimensions());
	}

	@Test
	void refusesAGridThatIsNoSquare() {
		final String message = assertThrows(InputException.class, () -> MotionHistograms.of(new double[8][30][2],
			Acceleration.OF_VELOCITY)).getMessage();
		assertTrue(message.contains("30 points"), message);
	}
}
