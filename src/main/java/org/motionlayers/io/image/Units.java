package org.motionlayers.io.image;

import java.util.regex.Pattern;

/** Units as programs write them, as the OME model writes them. */
final class Units {

	/** The micro sign, the Greek letter, or what a machine without UTF-8 made of either, before metre or second. */
	private static final Pattern MICRO = Pattern.compile("^[\u03bc\u00c2\u00b5\ufffd?\u00ce\u00bc]+(m|s)$");

	private static final Pattern MICROMETRE = Pattern.compile("(?i)um|microns?|micromet(er|re)s?");

	/** The letter A with a ring, the sign for the unit, or the word. */
	private static final Pattern ANGSTROM = Pattern.compile("(?i)\u212b|angstr(o|\u00f6)ms?");

	private Units() {}

	/** @return the unit with one spelling for each, \u00b5m for micrometres; empty for none */
	static String of(final String text) {
		final String unit = MICRO.matcher(Calibrations.mended(text)).replaceAll("\u00b5$1");
		if (MICROMETRE.matcher(unit).matches()) return "\u00b5m";
		return ANGSTROM.matcher(unit).matches() ? "\u00c5" : unit;
	}
}
