package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Objects that the border of the frame cuts: their bodies followed, their visible centroids foreseen. */
class BorderTest {

	private static final Shape FRAME = Shape.of(80, 60);

	private static double[][][] places(final double... x) {
		final double[][][] places = new double[x.length][][];
		for (int t = 0; t < x.length; t++) places[t] = new double[][] { { x[t], 30 } };
		return places;
	}

	@Test
	void theBodyOfADiscThatComesInMovesAsTheDisc() {
		final Discs discs = new Discs(FRAME, 12, places(-2, 3, 8, 13, 18));
		final BodyTrack track = BodyTracks.of(discs.labels(), discs.request(4, 1).tracks(), Progress.NONE).get(0);
		for (int k = 1; k < 5; k++) {
			assertEquals(5 * k, track.path()[k][0], 0.15, "step " + k);
			assertEquals(0, track.path()[k][1], 0.05);
		}
		assertTrue(discs.centroid(1, 1)[0] - discs.centroid(0, 1)[0] < 3.5, "what is seen moves slower");
	}

	@Test
	void theBodyOfADiscThatLeavesThroughACornerMovesAsTheDisc() {
		final double[][][] places = new double[5][][];
		for (int t = 0; t < 5; t++) places[t] = new double[][] { { 70 + 2 * t, 52 + 2 * t } };
		final Discs discs = new Discs(FRAME, 12, places);
		final BodyTrack track = BodyTracks.of(discs.labels(), discs.request(4, 1).tracks(), Progress.NONE).get(0);
		assertEquals(8, track.path()[4][0], 0.4);
		assertEquals(8, track.path()[4][1], 0.4);
	}

	@Test
	void aGapBeginsANewPiece() {
		final double[][][] places = places(20, 22, 24, 26);
		places[2][0] = null;
		final List<BodyTrack> pieces = BodyTracks.of(new Discs(FRAME, 6, places).labels(), new Discs(FRAME, 6, places).request(3, 1).tracks(),
			Progress.NONE);
		assertEquals(List.of(2, 1), pieces.stream().map(BodyTrack::frames).toList());
		assertEquals(3, pieces.get(1).first());
	}

	@Test
	void theCameraIsTakenOut() {
		final Discs discs = new Discs(FRAME, 6, places(20, 23, 26));
		final double[] camera = { -4, 0, -2, 0, 0, 0 };
		final BodyTrack track = BodyTracks.of(discs.labels(), discs.tracks(discs.request(2, 1).scene(), 2, camera), Progress.NONE).get(0);
		assertEquals(2 * (3 - 2), track.path()[2][0], 1e-9);
		assertEquals(24, track.place()[0][0], 1e-9, "where it would be with the camera as in the last frame");
	}

	@Test
	void theVisibleCentroidOfWhatLeavesIsThatOfTheRest() {
		final Discs before = new Discs(FRAME, 10, places(15)), after = new Discs(FRAME, 10, places(7));
		final VisiblePart visible = new VisiblePart(before.layers(0).get(0), FRAME);
		final double[] seen = visible.displacement(new double[] { -8, 0 });
		assertEquals(after.centroid(0, 1)[0] - 15, seen[0], 0.02);
		assertEquals(0, seen[1], 1e-9);
	}

	@Test
	void farFromTheBorderBothAreTheSame() {
		final VisiblePart visible = new VisiblePart(new Discs(FRAME, 10, places(40)).layers(0).get(0), FRAME);
		assertArrayEquals(new double[] { 7.25, -3.5 }, visible.displacement(new double[] { 7.25, -3.5 }));
	}

	@Test
	void whatLeavesWhollyGoesOnAsItsBody() {
		final VisiblePart visible = new VisiblePart(new Discs(FRAME, 10, places(15)).layers(0).get(0), FRAME);
		assertArrayEquals(new double[] { -60, 0 }, visible.displacement(new double[] { -60, 0 }));
	}

	@Test
	void whatComesInBringsMoreOfItself() {
		// a bar of 20 visible columns: 10 more come, each with probability 20 / (20 + depth)
		final int[] labels = new int[FRAME.pixels()];
		for (int y = 20; y < 30; y++) for (int x = 0; x < 20; x++) labels[FRAME.index(x, y, 0)] = 1;
		final Discs empty = new Discs(FRAME, 1, new double[][][] { { { 10, 24 } } });
		System.arraycopy(labels, 0, empty.labels().labels(0), 0, labels.length);
		double sum = 0, count = 0;
		for (int x = 0; x < 30; x++) {
			final double weight = x >= 10 ? 1 : 20.0 / (20 + 9 - x);
			sum += weight * x;
			count += weight;
		}
		final double[] seen = new VisiblePart(empty.layers(0).get(0), FRAME).displacement(new double[] { 10, 0 });
		assertEquals(sum / count - 9.5, seen[0], 1e-9);
		assertEquals(0, seen[1], 1e-9);
	}

	@Test
	void bordersAreLookedAtOnEverySide() {
		for (final double[] c : new double[][] { { 40, 5 }, { 40, 54 }, { 74, 30 }, { 5, 30 } }) {
			final double[][][] first = { { c } };
			final double[] out = { Math.signum(c[0] - 40) * 4, Math.signum(c[1] - 30) * 4 };
			final double[] in = { -out[0], -out[1] };
			final VisiblePart visible = new VisiblePart(new Discs(FRAME, 8, first).layers(0).get(0), FRAME);
			final int d = out[0] != 0 ? 0 : 1;
			assertTrue(Math.abs(visible.displacement(out)[d]) < 3, "leaving slows the centroid at " + c[0] + ", " + c[1]);
			assertTrue(Math.abs(visible.displacement(in)[d]) < 3.9, "entering slows the centroid at " + c[0] + ", " + c[1]);
		}
	}
}
