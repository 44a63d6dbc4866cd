package org.motionlayers.simulate;

/**
 * One square: colour, size, where it starts and how it moves.
 *
 * @param label 1 for the first
 * @param edge pixels
 * @param colour red, green, blue as stored, 0 to 255
 * @param x first pixel along x at frame 0
 * @param y first pixel along y at frame 0
 * @param vx pixels per frame along x
 * @param vy pixels per frame along y
 */
record Square(int label, int edge, int[] colour, int x, int y, double vx, double vy) {

	/** @return first pixel along x at frame t: the nearest to the true position */
	int xAt(final int t) {
		return x + (int) Math.round(t * vx);
	}

	/** @return first pixel along y at frame t: the nearest to the true position */
	int yAt(final int t) {
		return y + (int) Math.round(t * vy);
	}

	/** @return whether some frame has less than a pixel between the two squares */
	boolean meets(final Square other, final int frames) {
		for (int t = 0; t < frames; t++)
			if (near(xAt(t), edge, other.xAt(t), other.edge) && near(yAt(t), edge, other.yAt(t), other.edge)) return true;
		return false;
	}

	private static boolean near(final int a, final int lengthA, final int b, final int lengthB) {
		return a <= b + lengthB && b <= a + lengthA;
	}
}
