package org.motionlayers.segmentation.outline;

import java.util.Arrays;

import org.motionlayers.scene.InputException;

/**
 * COCO's text form of run lengths. Every number is written five bits to a character, low bits first, as the character 48 + bits, with 32
 * added where more characters follow; bit 16 of the last one is the sign. From the fourth number on the difference to the number two
 * before is written instead of the number.
 */
public final class CompressedCounts {

	private static final int ZERO = 48;
	private static final int DATA_BITS = 5;
	private static final int DATA = 0x1f;
	private static final int SIGN = 0x10;
	private static final int MORE = 0x20;
	/** First number that is written as a difference. */
	private static final int FIRST_DIFFERENCE = 3;
	/** 35 bits hold any difference of two ints. */
	private static final int MAX_CHARACTERS = 7;

	private CompressedCounts() {}

	/**
	 * Reads run lengths.
	 *
	 * @param text the text form
	 * @return the lengths, in turn outside and inside the mask
	 * @throws InputException where the text breaks off, has another character, or gives a length that is negative or too large
	 */
	public static int[] decode(final String text) {
		final int[] counts = new int[text.length()];
		int n = 0, position = 0;
		while (position < text.length()) {
			long value = 0;
			int digit = 0, bits;
			do {
				bits = bits(text, position++);
				if (digit == MAX_CHARACTERS) throw new InputException("has compressed runs with a number of more than " + MAX_CHARACTERS +
					" characters");
				value |= (long) (bits & DATA) << DATA_BITS * digit++;
			}
			while ((bits & MORE) != 0);
			if ((bits & SIGN) != 0) value |= -1L << DATA_BITS * digit;
			if (n >= FIRST_DIFFERENCE) value += counts[n - 2];
			if (value < 0 || value > Integer.MAX_VALUE) throw new InputException("has a compressed run of " + value +
				" pixels; lengths of runs are 0 or more");
			counts[n++] = (int) value;
		}
		return Arrays.copyOf(counts, n);
	}

	private static int bits(final String text, final int position) {
		if (position == text.length()) throw new InputException("has compressed runs that break off within a number");
		final int bits = text.charAt(position) - ZERO;
		if (bits < 0 || bits > (MORE | DATA)) throw new InputException("has compressed runs with the character code " + (int) text.charAt(
			position) + "; accepted are the codes 48 to 111");
		return bits;
	}

	/** @return the text form of run lengths, all of them 0 or more */
	public static String encode(final int[] counts) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < counts.length; i++) {
			long rest = i < FIRST_DIFFERENCE ? counts[i] : (long) counts[i] - counts[i - 2];
			boolean more;
			do {
				int bits = (int) (rest & DATA);
				rest >>= DATA_BITS;
				more = (bits & SIGN) != 0 ? rest != -1 : rest != 0;
				if (more) bits |= MORE;
				text.append((char) (ZERO + bits));
			}
			while (more);
		}
		return text.toString();
	}
}
