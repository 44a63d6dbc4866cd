package org.motionlayers.evaluate.melomotion;

import java.util.Arrays;

import org.motionlayers.network.melomotion.FlowBackbone;
import org.motionlayers.simulate.SquaresSample;

/**
 * What the baseline learns from: pairs of consecutive true frames, and the flow between them where squares are or were.
 */
final class FlowPairs {

	/** The flow counts this far beyond a square, pixels: what arrives at its trailing edge comes from outside it. */
	private static final int MARGIN = 4;

	private final int count;
	private final int width;
	private final int height;
	private final float[] from;
	private final float[] to;
	private final float[] flow;
	private final float[] mask;

	/**
	 * @param path the scene
	 * @param times the first frame of every pair
	 */
	FlowPairs(final PixelPath path, final int... times) {
		count = times.length;
		width = path.scene().shape().width();
		height = path.scene().shape().height();
		final int plane = width * height, image = Lesson.COLOURS * plane;
		from = new float[count * image];
		to = new float[count * image];
		flow = new float[count * Lesson.DIMENSIONS * plane];
		mask = new float[count * plane];
		for (int p = 0; p < count; p++) {
			PixelPath.colours(path.truth(times[p]), from, p * image);
			PixelPath.colours(path.truth(times[p] + 1), to, p * image);
			for (int side = 0; side < 2; side++) paint(p, path.sample(), path.sample().labels().labels(times[p] + side));
		}
	}

	/** Gives every square of a frame, and a margin about it, the square's velocity. */
	private void paint(final int pair, final SquaresSample sample, final int[] labels) {
		for (int i = 0; i < sample.objects(); i++) {
			int left = width, right = -1, top = height, bottom = -1;
			for (int p = 0; p < labels.length; p++) if (labels[p] == i + 1) {
				left = Math.min(left, p % width);
				right = Math.max(right, p % width);
				top = Math.min(top, p / width);
				bottom = Math.max(bottom, p / width);
			}
			for (int y = Math.max(0, top - MARGIN); y <= Math.min(height - 1, bottom + MARGIN); y++) {
				final int row = y * width, first = row + Math.max(0, left - MARGIN), end = row + Math.min(width, right + MARGIN + 1);
				if (first < end) fill(pair, first, end, sample, i);
			}
		}
	}

	private void fill(final int pair, final int first, final int end, final SquaresSample sample, final int object) {
		final int plane = width * height;
		Arrays.fill(mask, pair * plane + first, pair * plane + end, 1);
		for (int d = 0; d < Lesson.DIMENSIONS; d++) {
			final int at = (pair * Lesson.DIMENSIONS + d) * plane;
			Arrays.fill(flow, at + first, at + end, (float) sample.pixelVelocity(object, d));
		}
	}

	/**
	 * One step of training on all pairs.
	 *
	 * @return the loss before it
	 */
	double train(final FlowBackbone backbone, final double learningRate) {
		return backbone.train(from, to, flow, mask, count, height, width, learningRate);
	}

	/** @return the flow from the last pair's first frame to its second, (2, height, width), 0 where nothing moves */
	float[] lastFlow() {
		return Arrays.copyOfRange(flow, (count - 1) * Lesson.DIMENSIONS * width * height, flow.length);
	}
}
