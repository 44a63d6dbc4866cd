package org.motionlayers.simulate.body;

/** What is seen where no body is: two colours, how they mix, and how the mixture moves. */
public sealed interface Backdrop permits Texture, Sky {

	/**
	 * How much of the second colour there is at every pixel.
	 *
	 * @param t the frame
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param shiftX by which the camera displaces the image, pixels
	 * @param shiftY by which the camera displaces the image, pixels
	 * @return 0 to 1 for every pixel, x fastest
	 */
	double[] shares(int t, int width, int height, double shiftX, double shiftY);

	/** @return the value of a channel at a share of the second colour, 0 to 1 */
	double value(int channel, double share);

	/**
	 * How the mixture moves by itself.
	 *
	 * @param x place in the world in any frame
	 * @param y place in the world in any frame
	 * @return displacement along x and y since the frame before of the point that is there now, pixels
	 */
	double[] step(double x, double y);

	/** @return whether it looks the same in all frames */
	boolean still();
}
