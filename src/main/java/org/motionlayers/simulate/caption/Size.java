package org.motionlayers.simulate.caption;

/** How large an object is. */
public enum Size {

	/** 3.8 pixels on a frame of 64: the radius of the disc of as large an area. */
	SMALL(3.8),
	/** 7 pixels on a frame of 64. */
	LARGE(7);

	private final double radius;

	Size(final double radius) {
		this.radius = radius;
	}

	/** @return radius of the disc of as large an area, pixels on a frame of {@value CaptionOptions#UNIT} */
	double radius() {
		return radius;
	}
}
