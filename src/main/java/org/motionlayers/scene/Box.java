package org.motionlayers.scene;

/**
 * A box of whole pixels.
 *
 * @param x first pixel along x
 * @param y first pixel along y
 * @param z first plane
 * @param width pixels along x
 * @param height pixels along y
 * @param depth planes
 */
public record Box(int x, int y, int z, int width, int height, int depth) {

	/** Takes a row of a box. */
	@FunctionalInterface
	interface Row {

		/**
		 * @param from index of its first pixel in the frame
		 * @param to index of its first pixel in the box
		 */
		void take(int from, int to);
	}

	/** @return the size of the box, with one channel */
	public Shape shape() {
		return new Shape(width, height, depth, 1);
	}

	/** Goes through the rows of the box in a frame that holds it. */
	void eachRow(final Shape frame, final Row row) {
		for (int k = 0; k < depth; k++) for (int j = 0; j < height; j++) row.take(frame.index(x, y + j, z + k), (k * height + j) * width);
	}

	/** @return whether the box reaches the border of a frame along x or y, or along z where the frame is 3D */
	public boolean touchesBorder(final Shape shape) {
		return x <= 0 || y <= 0 || x + width >= shape.width() || y + height >= shape.height() || shape.dimensions() == 3 && (z <= 0 || z +
			depth >= shape.depth());
	}
}
