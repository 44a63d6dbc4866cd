package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.forecast.ForecastErrors;
import org.motionlayers.evaluate.forecast.ForecastProtocol;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;

/** Objects that meet: bouncing is found where it was seen, and then foreseen. */
class ContactsTest {

	/** Pixels of a disc of radius 5. */
	private static final int SIZE = 79;

	private static BodyTrack track(final int label, final double... x) {
		final double[][] place = new double[x.length][], path = new double[x.length][];
		for (int k = 0; k < x.length; k++) {
			place[k] = new double[] { x[k], 10 * label };
			path[k] = new double[] { x[k] - x[0], 0 };
		}
		return new BodyTrack(label, 0, place, path);
	}

	/** Two discs that meet head on, in frame 4, once per pair; pairs far from each other. */
	private static Contacts contacts(final boolean bounces) {
		final double[] left = { 10, 13, 16, 19, bounces ? 18 : 22, bounces ? 15 : 25 }, right = { 40, 37, 34, 31, bounces ? 32 : 28, bounces
			? 35 : 25 };
		final BodyTrack[] tracks = new BodyTrack[6];
		final double[][] places = new double[6][];
		for (int p = 0; p < 6; p++) {
			tracks[p] = track(p / 2 * 20, p % 2 == 0 ? left : right);
			places[p] = tracks[p].place()[5];
		}
		final int[] sizes = new int[6];
		java.util.Arrays.fill(sizes, SIZE);
		return new Contacts(List.of(tracks), places, sizes);
	}

	@Test
	void bouncesSeenMakeBouncingLikely() {
		assertTrue(contacts(true).probability() > 0.6, "from 0.12 before to, after three bounces, " + contacts(true).probability());
	}

	@Test
	void passingSeenMakesItUnlikely() {
		assertTrue(contacts(false).probability() < 0.02, "after three passes " + contacts(false).probability());
	}

	@Test
	void withoutMeetingsPathsStayWhatTheyAre() {
		final double[][] places = { { 10, 10 }, { 22, 10 } };
		final double[][][] paths = { { { 0, 0 }, { 3, 0 } }, { { 0, 0 }, { -3, 0 } } };
		final Contacts none = new Contacts(java.util.Arrays.asList(null, null), places, new int[] { SIZE, SIZE });
		none.bend(paths);
		assertEquals(3, paths[0][1][0]);
		assertTrue(none.probability() < 0.2);
	}

	@Test
	void equalDiscsExchangeTheirVelocities() {
		final Contacts sure = contacts(true);
		final double[][][] paths = new double[6][5][2];
		for (int t = 0; t < 5; t++) for (int p = 0; p < 6; p += 2) {
			paths[p][t][0] = 4 * t;
			paths[p + 1][t][0] = -4 * t;
		}
		sure.bend(paths);
		// 15 and 35 meet after 1.25 frames, at 20 and 30; then each goes back the way it came
		assertEquals(5 - 4 * 2.75, paths[0][4][0], 4 * 2 * 2.75 * (1 - sure.probability()) + 0.1);
		assertEquals(-paths[0][4][0], paths[1][4][0], 1e-9, "momentum is kept");
	}

	@Test
	void collisionsAreForeseenBetterThanByEachObjectAlone() {
		final BodySample sample = new Collisions(new CollisionOptions(200, 200, 24, 8, CollisionOptions.Bodies.DISCS, 5, 3, 6, 1, 0,
			CollisionOptions.Walls.NONE, 0)).sample(3);
		final ForecastErrors errors = new ForecastProtocol(sample.movie(), sample.labels(), List.of(1, 2, 4), 8, Progress.NONE).run(
			new java.util.LinkedHashMap<>(java.util.Map.of("velocity", new org.motionlayers.predict.VelocityPredictor(), "hierarchical",
				new HierarchicalPredictor())), 1);
		final double ratio = errors.ratio("hierarchical", "velocity", ForecastErrors.Selection.ALL).mean();
		assertTrue(ratio < 0.7, "error / error of straight lines: " + ratio);
	}
}
