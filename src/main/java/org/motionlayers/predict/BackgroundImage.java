package org.motionlayers.predict;

import java.util.Arrays;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Shape;

/**
 * What a frame shows beside the objects: the mean of its channels, smoothed a little against noise, NaN under the objects and close to
 * them.
 */
final class BackgroundImage {

	/** Pixels around a mask that its halo may reach, along x, y and z. */
	private static final int[] MARGIN = { 3, 3, 1 };

	/** An axis shorter than twice this is not halved. */
	private static final int SMALLEST = 64;

	/** Binomial weights of 0, 1 and 2 pixels aside; applied twice along x and y they smooth as a Gaussian of sigma 1.4. */
	private static final float[] SMOOTHING = { 6, 4, 1 };
	private static final int SMOOTHINGS = 2;

	/** Pixels between two looks at whether to stop: a power of two less one, some milliseconds. */
	private static final int LOOK = (1 << 18) - 1;

	private final int[] size;
	private final float[] values;
	private final Runnable stopIfCanceled;

	private BackgroundImage(final int[] size, final float[] values, final Runnable stopIfCanceled) {
		this.size = size;
		this.values = values;
		this.stopIfCanceled = stopIfCanceled;
	}

	/**
	 * @param frame the pixels
	 * @param labels of the frame
	 * @param stopIfCanceled throws where the work should stop; called often, here and by {@link #stopIfCanceled}
	 * @return the background of the frame
	 */
	static BackgroundImage of(final Frame frame, final int[] labels, final Runnable stopIfCanceled) {
		final Shape shape = frame.shape();
		final int[] size = { shape.width(), shape.height(), shape.depth() };
		final boolean[] hidden = new boolean[shape.pixels()];
		for (int i = 0; i < hidden.length; i++) hidden[i] = labels[i] != 0;
		for (int axis = 0; axis < size.length; axis++) dilate(hidden, size, axis, MARGIN[axis], stopIfCanceled);
		final float[] values = new float[shape.pixels()];
		for (int c = 0; c < shape.channels(); c++) for (int i = 0; i < values.length; i++) values[i] += (float) frame.type().get(frame.data(),
			c * values.length + i);
		for (int i = 0; i < values.length; i++) values[i] = hidden[i] || !Float.isFinite(values[i]) ? Float.NaN : values[i] / shape.channels();
		float[] smooth = values;
		for (int pass = 0; pass < SMOOTHINGS; pass++) smooth = smoothed(smoothed(smooth, size[0], 1, stopIfCanceled), size[1], size[0],
			stopIfCanceled);
		return new BackgroundImage(size, smooth, stopIfCanceled);
	}

	/** Weighted means of neighbours along an axis of n pixels that lie a stride apart; what is hidden has no weight and stays hidden. */
	private static float[] smoothed(final float[] values, final int n, final int stride, final Runnable stopIfCanceled) {
		final float[] means = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			if ((i & LOOK) == 0) stopIfCanceled.run();
			float sum = SMOOTHING[0] * values[i], weights = SMOOTHING[0];
			final int place = i / stride % n;
			for (int k = 1; k < SMOOTHING.length && !Float.isNaN(sum); k++) {
				final float before = place >= k ? values[i - k * stride] : Float.NaN;
				final float after = place + k < n ? values[i + k * stride] : Float.NaN;
				if (!Float.isNaN(before)) {
					sum += SMOOTHING[k] * before;
					weights += SMOOTHING[k];
				}
				if (!Float.isNaN(after)) {
					sum += SMOOTHING[k] * after;
					weights += SMOOTHING[k];
				}
			}
			means[i] = sum / weights;
		}
		return means;
	}

	/** Widens what is hidden along one axis. */
	private static void dilate(final boolean[] hidden, final int[] size, final int axis, final int radius, final Runnable stopIfCanceled) {
		final int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1], n = size[axis];
		for (int i = 0; i < hidden.length; i++) {
			if ((i & LOOK) == 0) stopIfCanceled.run();
			if (i / stride % n != 0) continue;
			int reach = -1;
			for (int k = 0; k < n; k++) {
				if (hidden[i + k * stride]) {
					for (int back = Math.max(Math.max(0, k - radius), reach + 1); back < k; back++) hidden[i + back * stride] = true;
					reach = k + radius;
				}
				else if (k <= reach) hidden[i + k * stride] = true;
			}
		}
	}

	/** Throws where the work should stop. */
	void stopIfCanceled() {
		stopIfCanceled.run();
	}

	/** @return pixels along an axis: x (0), y (1), z (2) */
	int size(final int axis) {
		return size[axis];
	}

	/** @return the pixels, x fastest, then y, z; NaN where hidden */
	float[] values() {
		return values;
	}

	/** @return whether {@link #halved()} would make an axis smaller */
	boolean canBeHalved() {
		return Arrays.stream(size).anyMatch(n -> n >= 2 * SMALLEST);
	}

	/** @return the factor by which {@link #halved()} makes an axis smaller: 2, or 1 for a short one */
	int factor(final int axis) {
		return size[axis] >= 2 * SMALLEST ? 2 : 1;
	}

	/** @return half the size along every long axis: means of what is not hidden, NaN where that is less than half */
	BackgroundImage halved() {
		final int fx = factor(0), fy = factor(1), fz = factor(2);
		final int[] half = { size[0] / fx, size[1] / fy, size[2] / fz };
		final float[] means = new float[half[0] * half[1] * half[2]];
		int at = 0;
		for (int z = 0; z < half[2]; z++) for (int y = 0; y < half[1]; y++) for (int x = 0; x < half[0]; x++) {
			if ((at & LOOK) == 0) stopIfCanceled.run();
			float sum = 0;
			int count = 0;
			for (int k = 0; k < fx * fy * fz; k++) {
				final float v = values[((z * fz + k / (fx * fy)) * size[1] + y * fy + k / fx % fy) * size[0] + x * fx + k % fx];
				if (Float.isNaN(v)) continue;
				sum += v;
				count++;
			}
			means[at++] = 2 * count >= fx * fy * fz ? sum / count : Float.NaN;
		}
		return new BackgroundImage(half, means, stopIfCanceled);
	}
}
