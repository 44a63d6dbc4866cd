package org.motionlayers.predict;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * Finds how far an object has moved that the frame's border cuts in one of two frames: the shift at which masks and intensities fit best
 * over what both frames can show. Cost of a shift: (pixels in one mask only + half the clipped intensity difference of pixels in
 * both) / pixels in either; pixels whose partner lies outside the frame do not count.
 */
final class MaskAligner {

	/** Share of the smaller mask that must meet the other. */
	private static final double LEAST_OVERLAP = 0.5;

	private static final double INTENSITY_WEIGHT = 0.5;
	private static final int AXES = 3;
	private static final int FIRST_STEP = 8;
	private static final int MOVES_PER_STEP = 16;

	private final Frame frame;
	private final int[] labels;
	private final LabelMoments moments;
	private final Shape shape;

	/** Receives a position. */
	@FunctionalInterface
	interface Receiver {

		/** @param position of an object along a dimension, pixels */
		void set(int object, int dimension, double position);
	}

	/**
	 * @param frame the reference frame
	 * @param labels its labels
	 * @param moments of its labels
	 */
	MaskAligner(final Frame frame, final int[] labels, final LabelMoments moments) {
		this.frame = frame;
		this.labels = labels;
		this.moments = moments;
		this.shape = frame.shape();
	}

	/**
	 * Aligns all objects that are cut in the other frame or the reference frame and seen in both.
	 *
	 * @param scene the objects
	 * @param other another frame
	 * @param otherLabels its labels
	 * @param otherMoments of its labels
	 * @param receiver is given reference position + shift
	 */
	void align(final Scene scene, final Frame other, final int[] otherLabels, final LabelMoments otherMoments, final Receiver receiver) {
		for (int i = 0; i < scene.objects(); i++) {
			if (!moments.seen(i) || !otherMoments.seen(i) || !moments.cut(i) && !otherMoments.cut(i)) continue;
			final double[] shift = new Pair(scene, i, other, otherLabels, otherMoments).best();
			for (int d = 0; d < shape.dimensions(); d++) receiver.set(i, d, moments.centroid(i, d) + shift[d]);
		}
	}

	/** One object in two frames. */
	private final class Pair {

		private final int object;
		private final int label;
		private final Frame other;
		private final int[] otherLabels;
		private final LabelMoments then;
		private final double scale;

		Pair(final Scene scene, final int object, final Frame other, final int[] otherLabels, final LabelMoments then) {
			this.object = object;
			this.label = scene.layers().get(object).label();
			this.other = other;
			this.otherLabels = otherLabels;
			this.then = then;
			this.scale = contrast();
		}

		/** The best shift, refined below the pixel. */
		double[] best() {
			int[] shift = better(edges(), centroids());
			for (int step = FIRST_STEP; step >= 1; step /= 2) shift = climb(shift, step);
			final double[] exact = new double[AXES];
			for (int axis = 0; axis < AXES; axis++) {
				final int[] before = shift.clone(), after = shift.clone();
				before[axis]--;
				after[axis]++;
				exact[axis] = shift[axis] + Parabola.top(-cost(before), -cost(shift), -cost(after));
			}
			return exact;
		}

		private int[] better(final int[] a, final int[] b) {
			return cost(a) <= cost(b) ? a : b;
		}

		/** What the bounding boxes say: a side that the border does not cut moves with the object. */
		private int[] edges() {
			final int[] shift = new int[AXES];
			for (int axis = 0; axis < AXES; axis++) {
				final int end = (axis == 0 ? shape.width() : axis == 1 ? shape.height() : shape.depth()) - 1;
				final boolean lowCut = moments.low(object, axis) == 0 || then.low(object, axis) == 0;
				final boolean highCut = moments.high(object, axis) == end || then.high(object, axis) == end;
				final int low = then.low(object, axis) - moments.low(object, axis), high = then.high(object, axis) - moments.high(object, axis);
				shift[axis] = lowCut && highCut ? centroids()[axis] : lowCut ? high : highCut ? low : Math.round((low + high) / 2f);
			}
			return shift;
		}

		private int[] centroids() {
			final int[] shift = new int[AXES];
			for (int axis = 0; axis < AXES; axis++) shift[axis] = (int) Math.rint(then.centroid(object, axis) - moments.centroid(object, axis));
			return shift;
		}

		/** Goes to the best neighbour a step away until none is better. */
		private int[] climb(final int[] start, final int step) {
			final int rz = shape.depth() > 1 ? step : 0;
			int[] best = start;
			double least = cost(start);
			for (int move = 0; move < MOVES_PER_STEP; move++) {
				final int[] centre = best;
				for (int z = -rz; z <= rz; z += step) for (int y = -step; y <= step; y += step) for (int x = -step; x <= step; x += step) {
					final int[] shift = { centre[0] + x, centre[1] + y, centre[2] + z };
					final double cost = cost(shift);
					if (cost < least) {
						least = cost;
						best = shift;
					}
				}
				if (best == centre) break;
			}
			return best;
		}

		/** Infinite where too little of the masks meets. */
		private double cost(final int[] s) {
			final int[] from = new int[AXES], to = new int[AXES];
			final int[] size = { shape.width(), shape.height(), shape.depth() };
			for (int axis = 0; axis < AXES; axis++) {
				from[axis] = Math.max(Math.max(0, -s[axis]), Math.min(moments.low(object, axis), then.low(object, axis) - s[axis]));
				to[axis] = Math.min(Math.min(size[axis], size[axis] - s[axis]) - 1, Math.max(moments.high(object, axis), then.high(object, axis) -
					s[axis]));
			}
			final int jump = shape.index(s[0], s[1], s[2]);
			int both = 0, either = 0;
			double difference = 0;
			for (int z = from[2]; z <= to[2]; z++) for (int y = from[1]; y <= to[1]; y++) for (int i = shape.index(from[0], y, z), end = i + to[0] -
				from[0]; i <= end; i++) {
				final boolean here = labels[i] == label, there = otherLabels[i + jump] == label;
				if (!here && !there) continue;
				either++;
				if (!here || !there) continue;
				both++;
				difference += difference(i, i + jump);
			}
			if (both < LEAST_OVERLAP * Math.min(moments.area(object), then.area(object))) return Double.POSITIVE_INFINITY;
			return (either - both + INTENSITY_WEIGHT * difference) / either;
		}

		/** Intensity difference of two pixels in [0, 1], the mean of the channels. */
		private double difference(final int i, final int j) {
			double sum = 0;
			for (int c = 0; c < shape.channels(); c++) {
				final int plane = c * shape.pixels();
				sum += Math.abs(frame.type().get(frame.data(), plane + i) - other.type().get(other.data(), plane + j));
			}
			return Math.min(1, sum / shape.channels() * scale);
		}

		/** 1 / twice the standard deviation of the object's pixels in the reference frame, the mean of the channels; 0 for a flat object. */
		private double contrast() {
			double sum = 0, squares = 0;
			int n = 0;
			for (int z = moments.low(object, 2); z <= moments.high(object, 2); z++) for (int y = moments.low(object, 1); y <= moments.high(object,
				1); y++) for (int x = moments.low(object, 0); x <= moments.high(object, 0); x++) {
				if (labels[shape.index(x, y, z)] != label) continue;
				double value = 0;
				for (int c = 0; c < shape.channels(); c++) value += frame.value(x, y, z, c) / shape.channels();
				n++;
				sum += value;
				squares += value * value;
			}
			final double variance = squares / n - sum / n * (sum / n);
			return variance > 0 ? 1 / (2 * Math.sqrt(variance)) : 0;
		}
	}
}
