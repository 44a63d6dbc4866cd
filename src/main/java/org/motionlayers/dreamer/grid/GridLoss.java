package org.motionlayers.dreamer.grid;

import org.motionlayers.dreamer.clip.Representation;
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
	 * @param one what is shown of it
	 * @param out receives T x 6 x side x side weights; the part of L_recon sums to 1
	 * @param start where the first one goes
	 */
	void weights(final GridCase one, final float[] out, final int start) {
		final boolean[][] moving = moving(one);
		final int pixels = one.labels().length;
		double all = 0, motion = 0;
		for (int t = 0; t < options.frames(); t++) for (int plane = 0; plane < Representation.PLANES; plane++) if (options.content().has(plane)) {
			all += weight(plane) * pixels;
			for (int p = 0; p < pixels; p++) if (moving[t][p] || options.marks().motion() == GridOptions.MotionLoss.FIRST) motion += weight(plane);
		}
		final double lambda = motion == 0 ? 0 : options.marks().lambda() / motion;
		int at = start;
		for (int t = 0; t < options.frames(); t++) for (int plane = 0; plane < Representation.PLANES; plane++) for (int p = 0; p < pixels; p++, at++)
			if (options.content().has(plane)) out[at] = (float) (weight(plane) * (1 / all + (moving[t][p] ? lambda : 0)));
	}

	private double weight(final int plane) {
		return plane < Representation.COLOUR ? options.marks().flow() : 1;
	}

	/** M' of Eq. 11 for every frame. */
	private boolean[][] moving(final GridCase one) {
		final int pixels = one.labels().length;
		final boolean[][] moving = new boolean[options.frames()][pixels];
		final double tau = options.marks().threshold();
		switch (options.marks().motion()) {
			case CARRIED -> {
				final DenseMotion carried = one.carriedMotion(options);
				for (int t = 1; t <= options.frames(); t++) for (int p = 0; p < pixels; p++) {
					final int label = carried.labels(t)[p];
					moving[t - 1][p] = label != 0 && one.carried().has(label) && Math.hypot(one.carried().velocity(label, 0), one.carried().velocity(label,
						1)) > tau;
				}
			}
			case FIRST -> {
				for (int p = 0; p < pixels; p++) moving[0][p] = Math.hypot(one.field().flow()[p], one.field().flow()[pixels + p]) > tau;
				for (int t = 1; t < options.frames(); t++) moving[t] = moving[0];
			}
			case NONE -> {
				// Nowhere.
			}
		}
		return moving;
	}
}
