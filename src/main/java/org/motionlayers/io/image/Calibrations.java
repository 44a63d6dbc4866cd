package org.motionlayers.io.image;

import java.util.Set;

import org.motionlayers.scene.Calibration;

/** Calibration between ImageJ and us. */
public final class Calibrations {

	/** What ImageJ and others call an unknown unit of length. */
	private static final Set<String> NO_UNIT = Set.of("", "pixel", "pixels", "px");

	/** "µm" as SciFIO hands it on: the escape sequence of a properties file, six characters, not decoded. */
	private static final String ESCAPED_MICRO = "\\u00B5";

	private static final String MICRO = "\u00b5";

	private static final String SECONDS = "sec";

	private Calibrations() {}

	/**
	 * @param from ImageJ's
	 * @return ours: where ImageJ knows no unit or no frame interval, "pixel" and "frame"; signs of sizes are dropped
	 */
	public static Calibration of(final ij.measure.Calibration from) {
		final String unit = mended(from.getUnit());
		final boolean spatial = from.scaled() && !NO_UNIT.contains(unit);
		final boolean temporal = usable(from.frameInterval);
		final String timeUnit = mended(from.getTimeUnit());
		return new Calibration(size(from.pixelWidth), size(from.pixelHeight), size(from.pixelDepth), spatial ? unit : Calibration.NONE.unit(),
			temporal ? from.frameInterval : 1, temporal ? timeUnit.isEmpty() ? SECONDS : timeUnit : Calibration.NONE.timeUnit());
	}

	/** Writes our calibration into ImageJ's: a frame interval of 0 where times have no unit, as ImageJ has it. */
	public static void copy(final Calibration from, final ij.measure.Calibration to) {
		to.pixelWidth = from.pixelWidth();
		to.pixelHeight = from.pixelHeight();
		to.pixelDepth = from.pixelDepth();
		to.setUnit(from.unit());
		to.frameInterval = from.isTemporal() ? from.frameInterval() : 0;
		to.setTimeUnit(from.isTemporal() ? from.timeUnit() : SECONDS);
	}

	/** @return the text with the literal escape sequence for the micro sign, in either case, replaced by the sign */
	static String mended(final String unit) {
		if (unit == null) return "";
		return unit.replace(ESCAPED_MICRO, MICRO).replace(ESCAPED_MICRO.toLowerCase(java.util.Locale.ROOT), MICRO).trim();
	}

	private static double size(final double value) {
		return usable(Math.abs(value)) ? Math.abs(value) : 1;
	}

	private static boolean usable(final double value) {
		return value > 0 && Double.isFinite(value);
	}
}
