package org.motionlayers.simulate.body;

/** A body in one frame: what it covers and what is seen of it where, with sine and cosine of its pose computed once. */
final class Placed {

	private final Body body;
	private final Pose pose;
	private final double cos;
	private final double sin;
	private final double reach;

	Placed(final Body body, final Pose pose) {
		this.body = body;
		this.pose = pose;
		this.cos = Math.cos(pose.angle());
		this.sin = Math.sin(pose.angle());
		this.reach = body.outline().reach() * pose.scale();
	}

	Body body() {
		return body;
	}

	Pose pose() {
		return pose;
	}

	/** @return the radius of the smallest disc about the centre that holds what is seen, pixels */
	double reach() {
		return reach;
	}

	/** @return coordinate u on the body of a world point */
	double u(final double x, final double y) {
		return (cos * (x - pose.x()) + sin * (y - pose.y())) / pose.scale();
	}

	/** @return coordinate v on the body of a world point */
	double v(final double x, final double y) {
		return (-sin * (x - pose.x()) + cos * (y - pose.y())) / pose.scale();
	}

	/** @return whether a world point lies inside or on the border */
	boolean holds(final double x, final double y) {
		return body.outline().contains(u(x, y), v(x, y));
	}

	/** @return how much of the second colour there is at a world point, 0 to 1 */
	double share(final double x, final double y) {
		return body.texture().share(u(x, y), v(x, y));
	}
}
