package org.motionlayers.scene.edit;

/**
 * How far something is put from where it was.
 *
 * @param x whole pixels to the right
 * @param y whole pixels downwards
 * @param z whole planes
 */
public record Offset(int x, int y, int z) {

	/** The farthest that an edit moves, pixels. */
	public static final int FARTHEST = 1_000_000;

	/** No way at all. */
	public static final Offset NONE = new Offset(0, 0, 0);

	/** Checks the range. */
	public Offset {
		if (far(x) || far(y) || far(z)) throw new IllegalArgumentException("An offset of " + x + "," + y + "," + z + " is more than " +
			FARTHEST + " pixels.");
	}

	private static boolean far(final int value) {
		return value < -FARTHEST || value > FARTHEST;
	}

	/** @return as in the text of an edit: 5,-3, or 5,-3,1 where it leaves the plane */
	@Override
	public String toString() {
		return z == 0 ? x + "," + y : x + "," + y + "," + z;
	}
}
