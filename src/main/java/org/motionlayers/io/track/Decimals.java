package org.motionlayers.io.track;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text: seven significant digits, a point, no exponent, whatever the locale. */
final class Decimals {

	private static final MathContext DIGITS = new MathContext(7);

	private Decimals() {}

	/** @return the number, or an empty text for NaN */
	static String text(final double value) {
		if (Double.isNaN(value)) return "";
		if (value == 0) return "0";
		return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
	}
}
