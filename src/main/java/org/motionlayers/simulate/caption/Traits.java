package org.motionlayers.simulate.caption;

/**
 * What an object looks like.
 *
 * @param size how large it is
 * @param hue its colour
 * @param form its shape
 */
public record Traits(Size size, Hue hue, Form form) {

	/** @return the reference that names all of it */
	public Reference reference() {
		return new Reference(size, hue, form);
	}
}
