package org.motionlayers.scene;

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
}
