package org.motionlayers.dreamer.grid;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/**
 * How much every element's squared error counts: L = L_recon + lambda L_motion (Motion Dreamer, algorithm 1). Both are weighted sums of
 * squares, so that they are one.
 */
final class GridLoss {

	private final GridOptions options;

	GridLoss(final GridOptions options) {
		this.options = options;
	}

	/**
	 * Weights of one clip's elements.
	 *
	 * @param clip the truth
	 * @param one what is shown of it
	 * @param shown arrows that are shown
	 * @param out receives T x 6 x side x side weights; the part of L_recon sums to 1
	 * @param start where the first one goes
	 */
	void weights(final Clip clip, final GridCase one, final Cues shown, final float[] out, final int start) {
		final boolean[][] objects = objects(clip, one), moving = moving(clip, one, shown);
		double all = 0, motion = 0;
		for (int t = 0; t < options.frames(); t++) for (int plane = 0; plane < Representation.PLANES; plane++) if (options.content().has(plane))
			for (int p = 0; p < clip.pixels(); p++) {
				all += weight(plane) * (objects[t][p] ? options.marks().objects() : 1);
				if (moving[t][p] || options.marks().motion() == GridOptions.MotionLoss.FIRST) motion += weight(plane);
			}
		final double lambda = motion == 0 ? 0 : options.marks().lambda() / motion;
		int at = start;
		for (int t = 0; t < options.frames(); t++) for (int plane = 0; plane < Representation.PLANES; plane++) for (int p = 0; p < clip
			.pixels(); p++, at++) if (options.content().has(plane)) out[at] = (float) (weight(plane) * ((objects[t][p] ? options.marks().objects() : 1) /
				all + (moving[t][p] ? lambda : 0)));
	}

	private double weight(final int plane) {
		return plane < Representation.COLOUR ? options.marks().flow() : 1;
	}

	/** Where an object is, and where it would be if nothing touched anything. */
	private boolean[][] objects(final Clip clip, final GridCase one) {
		final DenseMotion carried = one.carriedMotion(options);
		final boolean[][] objects = new boolean[options.frames()][clip.pixels()];
		for (int t = 1; t <= options.frames(); t++) {
			final int[] now = clip.labels(t), moved = carried.labels(t);
			for (int p = 0; p < now.length; p++) objects[t - 1][p] = now[p] != 0 || moved[p] != 0;
		}
		return objects;
	}

	/** M' of Eq. 11 for every frame. */
	private boolean[][] moving(final Clip clip, final GridCase one, final Cues shown) {
		final boolean[][] moving = new boolean[options.frames()][clip.pixels()];
		final double tau = options.marks().threshold();
		final int pixels = clip.pixels();
		for (int t = 1; t <= options.frames(); t++) for (int p = 0; p < pixels; p++) {
			final int label = clip.labels(t)[p];
			moving[t - 1][p] = switch (options.marks().motion()) {
				case TRACKED -> label != 0 && shown.has(label) && Math.hypot(shown.velocity(label, 0), shown.velocity(label, 1)) > tau;
				case FIRST -> Math.hypot(one.field().flow()[p], one.field().flow()[pixels + p]) > tau;
				case NONE -> false;
			};
		}
		return moving;
	}
}
