package org.motionlayers.simulate.caption;

import org.motionlayers.simulate.body.Outline;

/** The shapes that objects have; all of one size cover about the same area. */
public enum Form {

	/** A disc. */
	DISC {

		@Override
		Outline outline(final double radius) {
			return new Outline.Disc(radius);
		}
	},

	/** A square. */
	SQUARE {

		@Override
		Outline outline(final double radius) {
			final double side = Math.sqrt(Math.PI) * radius;
			return new Outline.Box(side, side);
		}
	},

	/** A cone seen from the side, a triangle: a large one hides what it contains. */
	CONE {

		@Override
		Outline outline(final double radius) {
			return new Outline.Triangle(Math.sqrt(4 * Math.PI / (3 * Outline.ROOT_3)) * radius);
		}
	},

	/** A ring: what it contains is seen in its hole. */
	RING {

		@Override
		Outline outline(final double radius) {
			final double outer = radius / Math.sqrt(1 - HOLE * HOLE);
			return new Outline.Ring(outer, HOLE * outer);
		}
	};

	/** Radius of a ring's hole as part of its own. */
	private static final double HOLE = .58;

	/**
	 * Makes the outline.
	 *
	 * @param radius of the disc of as large an area, pixels
	 */
	abstract Outline outline(double radius);

	/** @return whether a rotation can be seen */
	boolean turns() {
		return this == SQUARE || this == CONE;
	}

	/** @return the radius of the largest disc that one of this outline can contain, hidden under it or in its hole; 0 for none */
	static double room(final Outline outline) {
		if (outline instanceof Outline.Triangle cone) return cone.radius() / 2;
		return outline instanceof Outline.Ring ring ? ring.hole() : 0;
	}
}
