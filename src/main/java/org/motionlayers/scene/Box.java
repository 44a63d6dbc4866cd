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

	/** @return whether the box reaches the border of a frame along x or y, or along z where the frame is 3D */
	public boolean touchesBorder(final Shape shape) {
		return x <= 0 || y <= 0 || x + width >= shape.width() || y + height >= shape.height() || shape.dimensions() == 3 && (z <= 0 || z +
			depth >= shape.depth());
	}
}
