package org.motionlayers.simulate.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Tracks;

/** What must hold for every simulated scene, whatever made it. */
public final class Truth {

	private Truth() {}

	/** Checks frames, labels, depth, flow, motion and tracks of a scene against each other. */
	public static void check(final BodySample sample) {
		for (int t = 0; t < sample.frames(); t++) {
			depthIsThatOfTheLabels(sample, t);
			flowCarriesLabels(sample, t, Math.max(0, t - 1));
			flowCarriesLabels(sample, t, 0);
			if (t > 0) assertArrayEquals(sample.flow(t), sample.flow(t, t - 1));
			bodiesHaveTheirArea(sample, t);
		}
		motionAgreesWithPositions(sample);
	}

	private static void depthIsThatOfTheLabels(final BodySample sample, final int t) {
		final int[] labels = sample.labels().labels(t);
		final float[] depth = sample.depth(t);
		for (int p = 0; p < labels.length; p++) assertEquals(labels[p] == 0 ? Float.POSITIVE_INFINITY : (float) sample.paths().bodies().get(
			labels[p] - 1).depth(), depth[p]);
	}

	/** The point seen at a pixel was, in an earlier frame, within a pixel of the same body, hidden, or outside the frame. */
	private static void flowCarriesLabels(final BodySample sample, final int t, final int since) {
		final float[] flow = sample.flow(t, since);
		final int[] now = sample.labels().labels(t);
		final int width = sample.shape().width(), height = sample.shape().height(), plane = width * height;
		if (t == 0) {
			assertArrayEquals(new float[2 * plane], flow);
			return;
		}
		final int[] before = sample.labels().labels(since);
		for (int p = 0; p < plane; p++) {
			final int x = Math.round(p % width - flow[p]), y = Math.round(p / width - flow[plane + p]);
			if (now[p] != 0 && x > 0 && y > 0 && x < width - 1 && y < height - 1) assertTrue(near(sample, before, x, y, now[p]), "frame " + t +
				": pixel " + p % width + ", " + p / width + " of body " + now[p] + " came from " + x + ", " + y + ", where it was not");
		}
	}

	private static boolean near(final BodySample sample, final int[] labels, final int x, final int y, final int label) {
		final double depth = sample.paths().bodies().get(label - 1).depth();
		for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) {
			final int found = labels[(y + dy) * sample.shape().width() + x + dx];
			if (found == label || found != 0 && sample.paths().bodies().get(found - 1).depth() < depth) return true;
		}
		return false;
	}

	/** As many pixels as the outline's area, give or take those on its border; fewer where it is hidden or cut. */
	private static void bodiesHaveTheirArea(final BodySample sample, final int t) {
		final int[] counts = new int[sample.objects() + 1];
		for (final int label : sample.labels().labels(t)) counts[label]++;
		for (final Body body : sample.paths().bodies()) {
			final double scale = sample.paths().poses()[t][body.label() - 1].scale();
			final double area = body.outline().area() * scale * scale, border = 2 * Math.PI * body.outline().reach() * scale * 0.6 + 2;
			assertTrue(counts[body.label()] <= area + border, "frame " + t + ": body " + body.label() + " has " + counts[body.label()] +
				" pixels, its area is " + area);
		}
	}

	private static void motionAgreesWithPositions(final BodySample sample) {
		final Motion motion = sample.motion(1);
		final Tracks tracks = sample.tracks(2);
		for (int i = 0; i < sample.objects(); i++) for (int d = 0; d < 2; d++) {
			assertEquals(sample.position(sample.frames() - 1, i, d), sample.position(1, i, d) + motion.displacement(motion.frames(), i, d), 1e-9);
			if (tracks.seen(0, i)) assertEquals(sample.position(0, i, d), tracks.position(0, i, d), 1e-9);
			assertEquals(-sample.paths().camera()[1][d], tracks.camera(0, d), 1e-9);
		}
	}
}
