package org.motionlayers.simulate.caption;

/** The colours that objects have: far from each other and from the grey ground. */
public enum Hue {

	/** Red. */
	RED(.9, .1, .1),
	/** Green. */
	GREEN(.1, .7, .15),
	/** Blue. */
	BLUE(.15, .25, .95),
	/** Yellow. */
	YELLOW(.95, .9, .1),
	/** Purple. */
	PURPLE(.8, .15, .85),
	/** Cyan. */
	CYAN(.1, .85, .95),
	/** White. */
	WHITE(1, 1, 1);

	private final double red;
	private final double green;
	private final double blue;

	Hue(final double red, final double green, final double blue) {
		this.red = red;
		this.green = green;
		this.blue = blue;
	}

	/** @return red, green, blue, 0 to 1 */
	public double[] rgb() {
		return new double[] { red, green, blue };
	}
}
