package org.motionlayers.evaluate.lamd;

import org.motionlayers.lamd.clip.VideoClip;

/**
 * Follows the objects of a first frame through a clip by colour: where each frame shows the object's colour as the first one did, moved, turned
 * and scaled. An object that is not seen stays where it was seen last.
 */
final class SpotTracker {

	/** Farthest step between frames that is looked for along an axis, pixels. */
	private static final int REACH = 4;

	/** Refinement: steps of place (pixels), angle (radians) and scale, each halved so many times. */
	private static final double STEP = .5, TURN = .12, GROW = .06;

	private static final int HALVINGS = 2, ROUNDS = 6;

	/** A pose is left for another one only if that fits better by this much: still objects are still. */
	private static final double GAIN = 2e-4;

	private static final double SMALLEST = .5, LARGEST = 2;

	private final VideoClip clip;

	private SpotTracker(final VideoClip clip) {
		this.clip = clip;
	}

	/**
	 * Tracks.
	 *
	 * @param clip the frames
	 * @param labels of its first frame: 1 to n
	 * @param objects n
	 * @return frames x objects
	 */
	static Spot[][] track(final VideoClip clip, final int[] labels, final int objects) {
		return new SpotTracker(clip).spots(labels, objects);
	}

	private Spot[][] spots(final int[] labels, final int objects) {
		final Presence[] presences = new Presence[objects];
		final Template[] templates = new Template[objects];
		final Spot[][] spots = new Spot[clip.frames()][objects];
		for (int i = 0; i < objects; i++) {
			presences[i] = new Presence(clip, labels, i + 1);
			templates[i] = new Template(presences[i].map(clip, 0), labels, i + 1, clip.width());
			spots[0][i] = new Spot(templates[i].centreX(), templates[i].centreY(), 0, 1);
		}
		for (int t = 1; t < clip.frames(); t++) {
			final float[][] maps = new float[objects][];
			for (int i = 0; i < objects; i++) maps[i] = presences[i].map(clip, t);
			for (int i = 0; i < objects; i++) spots[t][i] = next(templates[i], maps[i], others(i, presences, maps), spots[t - 1][i]);
		}
		return spots;
	}

	private static float[] others(final int object, final Presence[] presences, final float[][] maps) {
		final float[] others = new float[maps[object].length];
		for (int j = 0; j < maps.length; j++) {
			if (j == object || presences[j].resembles(presences[object])) continue;
			for (int p = 0; p < others.length; p++) others[p] = Math.max(others[p], maps[j][p]);
		}
		return others;
	}

	private Spot next(final Template template, final float[] map, final float[] others, final Spot last) {
		final Search search = new Search(template, map, others, last);
		for (int step = 0; step < REACH && search.tryAll(1, 0, 0, GAIN); step++);
		if (template.lost(search.least)) return last;
		double fraction = 1;
		for (int k = 0; k <= HALVINGS; k++, fraction /= 2) for (int round = 0; round < ROUNDS && search.tryAll(fraction * STEP, fraction * TURN,
			fraction * GROW, GAIN * fraction); round++);
		return search.best;
	}

	/** The best pose so far, and its cost. */
	private final class Search {

		private final Template template;
		private final float[] map;
		private final float[] others;
		private Spot best;
		private double least;

		Search(final Template template, final float[] map, final float[] others, final Spot start) {
			this.template = template;
			this.map = map;
			this.others = others;
			this.best = start;
			this.least = template.cost(map, others, clip.width(), start);
		}

		/** Tries all poses one step away. @return whether one was better by the gain asked for */
		private boolean tryAll(final double step, final double turn, final double grow, final double gain) {
			final Spot start = best;
			for (int sign = -1; sign <= 1; sign += 2) {
				attempt(start.moved(sign * step, 0, 0, 1), gain);
				attempt(start.moved(0, sign * step, 0, 1), gain);
				if (turn != 0) attempt(best.moved(0, 0, sign * turn, 1), gain);
				if (grow != 0) attempt(best.moved(0, 0, 0, 1 + sign * grow), gain);
				if (turn == 0) for (int across = -1; across <= 1; across += 2) attempt(start.moved(sign * step, across * step, 0, 1), gain);
			}
			return best != start;
		}

		private void attempt(final Spot spot, final double gain) {
			if (spot.scale() < SMALLEST || spot.scale() > LARGEST) return;
			final double cost = template.cost(map, others, clip.width(), spot);
			if (cost >= least - gain) return;
			least = cost;
			best = spot;
		}
	}
}
