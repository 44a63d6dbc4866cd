package org.motionlayers.io.track;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text: seven significant digits, or all that they have; a point, no exponent, whatever the locale. */
final class Decimals {

	private static final int DIGITS = 7;

	private static final MathContext CONTEXT = new MathContext(DIGITS);

	/** Below and above, numbers go the long way. */
	private static final double SMALLEST = 1e-4;
	private static final double LARGEST = 1e7;

	private static final long[] POWERS = { 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
		10_000_000_000L };

	private Decimals() {}

	/** @return the number, or an empty text for NaN */
	static String text(final double value) {
		if (Double.isNaN(value)) return "";
		if (value == 0) return "0";
		final double size = Math.abs(value);
		if (size >= SMALLEST && size < LARGEST) return (value < 0 ? "-" : "") + plain(size);
		return new BigDecimal(value).round(CONTEXT).stripTrailingZeros().toPlainString();
	}

	/** @return the shortest text without exponent that is read back as the same number, or an empty text for NaN */
	static String exact(final double value) {
		if (Double.isNaN(value)) return "";
		if (value == Math.rint(value) && Math.abs(value) < LARGEST) return Long.toString((long) value);
		return new BigDecimal(Double.toString(value)).toPlainString();
	}

	private static String plain(final double size) {
		int decimals = DIGITS - 1;
		for (double s = size; s >= 10; s /= 10) decimals--;
		for (double s = size; s < 1; s *= 10) decimals++;
		final long scaled = Math.round(size * POWERS[decimals]);
		final long whole = scaled / POWERS[decimals];
		long rest = scaled % POWERS[decimals];
		if (rest == 0) return Long.toString(whole);
		while (rest % 10 == 0) {
			rest /= 10;
			decimals--;
		}
		final String digits = Long.toString(rest);
		return whole + "." + "0".repeat(decimals - digits.length()) + digits;
	}
}
