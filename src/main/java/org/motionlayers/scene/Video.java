package org.motionlayers.scene;

import java.util.function.IntConsumer;

/**
 * The predicted frames: image, labels, depth and optical flow, computed when asked for. Frame t runs from 0, the reference frame
 * composited at rest, to {@link #frames()}. All methods may be called from any thread; what they return is never to be written to.
 */
public interface Video {

	/** @return the layers */
	Scene scene();

	/** @return where they go */
	Motion motion();

	/** @return number of predicted frames */
	default int frames() {
		return motion().frames();
	}

	/** @return the pixels of frame t */
	Frame image(int t);

	/** @return label of the object seen at every pixel of frame t, 0 = background; x fastest, then y, z */
	int[] labels(int t);

	/** @return depth of what is seen at every pixel of frame t, {@link Float#POSITIVE_INFINITY} for the background */
	float[] depth(int t);

	/**
	 * @return displacement since frame t - 1 of what is seen at every pixel of frame t, whole pixels as composited unless layers rotate;
	 *         x, y, z, then dimension (2 or 3 values); all 0 at t = 0
	 */
	float[] flow(int t);

	/**
	 * Computes the pixels of frame t into an array of the caller's, without keeping them: for writers that use one array again and again.
	 *
	 * @param t 0 to {@link #frames()}
	 * @param destination byte[], short[] or float[] as the scene's pixel type asks for, of {@code scene().shape().values()} elements
	 */
	default void render(final int t, final Object destination) {
		System.arraycopy(image(t).data(), 0, destination, 0, scene().shape().values());
	}

	/**
	 * Computes a frame in which the background has one value and every layer another, such as its label in the coding of a file, without
	 * keeping it.
	 *
	 * @param t 0 to {@link #frames()}
	 * @param values int[], short[] or float[]: of the background, then of every layer in the order of the scene
	 * @param destination an array of the same type, of {@code scene().shape().pixels()} elements
	 */
	default void paint(final int t, final Object values, final Object destination) {
		final int[] labels = labels(t);
		for (int p = 0; p < labels.length; p++) System.arraycopy(values, labels[p] == 0 ? 0 : 1 + scene().indexOf(labels[p]), destination, p, 1);
	}

	/** Computes {@link #flow(int)} into an array of the caller's, without keeping it. */
	default void flow(final int t, final float[] destination) {
		System.arraycopy(flow(t), 0, destination, 0, destination.length);
	}

	/**
	 * Counts what is seen of every layer.
	 *
	 * @param told is called before every frame with its number, from 1
	 * @return pixels, frames x layers, the first predicted frame first
	 */
	default int[][] visiblePixels(final IntConsumer told) {
		final int[][] counts = new int[frames()][scene().objects()];
		for (int t = 1; t <= frames(); t++) {
			told.accept(t);
			for (final int label : labels(t)) if (label != 0) counts[t - 1][scene().indexOf(label)]++;
		}
		return counts;
	}
}
