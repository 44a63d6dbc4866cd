package org.motionlayers.simulate.caption;

/** A direction in the image. */
public enum Direction {

	/** Towards smaller x. */
	LEFT(-1, 0),
	/** Towards larger x. */
	RIGHT(1, 0),
	/** Towards smaller y. */
	UP(0, -1),
	/** Towards larger y. */
	DOWN(0, 1);

	private final int x;
	private final int y;

	Direction(final int x, final int y) {
		this.x = x;
		this.y = y;
	}

	/** @return x of the unit vector: -1, 0 or 1 */
	public int x() {
		return x;
	}

	/** @return y of the unit vector, downwards: -1, 0 or 1 */
	public int y() {
		return y;
	}
}
