package org.motionlayers.scene;

/**
 * The size of one frame.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param depth planes along z, 1 in 2D
 * @param channels number of channels, 3 for RGB colour
 */
public record Shape(int width, int height, int depth, int channels) {

	/** Checks that every size is at least 1 and a frame fits into one Java array. */
	public Shape {
		if (width < 1 || height < 1 || depth < 1 || channels < 1) throw new InputException(
			"A frame needs at least one pixel in every direction and one channel, found " + width + " x " + height + " x " + depth + ", " +
				channels + " channels.");
		if ((double) width * height * depth * channels > Integer.MAX_VALUE - 8) throw new InputException("A frame of " + width + " x " +
			height + " x " + depth + ", " + channels + " channels has more than the " + (Integer.MAX_VALUE - 8) + " values that one array can hold.");
	}

	/** @return the shape of a 2D image with one channel */
	public static Shape of(final int width, final int height) {
		return new Shape(width, height, 1, 1);
	}

	/** @return this shape with another number of channels */
	public Shape withChannels(final int count) {
		return new Shape(width, height, depth, count);
	}

	/** @return pixels of one plane: width x height */
	public int planeSize() {
		return width * height;
	}

	/** @return pixels of one channel: width x height x depth */
	public int pixels() {
		return width * height * depth;
	}

	/** @return values of one frame: pixels x channels */
	public int values() {
		return pixels() * channels;
	}

	/** @return 2, or 3 where there is more than one plane along z */
	public int dimensions() {
		return depth > 1 ? 3 : 2;
	}

	/** @return whether width, height and depth are the same, whatever the channels */
	public boolean sameSpace(final Shape other) {
		return width == other.width && height == other.height && depth == other.depth;
	}

	/** @return index of a pixel within one channel, x fastest, then y, then z */
	public int index(final int x, final int y, final int z) {
		return (z * height + y) * width + x;
	}

	/** @return the size for a message: "211 x 190" or "31 x 30 x 16" */
	public String space() {
		return depth > 1 ? width + " x " + height + " x " + depth : width + " x " + height;
	}
}
