package org.motionlayers.io.image;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: runs of digits by their value, the rest by its letters. "t2" comes before "t10". */
final class NaturalOrder implements Comparator<String> {

	/** The order. */
	static final NaturalOrder INSTANCE = new NaturalOrder();

	private static final Pattern CHUNK = Pattern.compile("[0-9]+|[^0-9]+");

	private NaturalOrder() {}

	@Override
	public int compare(final String a, final String b) {
		final Matcher left = CHUNK.matcher(a);
		final Matcher right = CHUNK.matcher(b);
		while (true) {
			final boolean more = left.find();
			if (more != right.find()) return more ? 1 : -1;
			if (!more) return a.compareTo(b);
			final int order = chunk(left.group(), right.group());
			if (order != 0) return order;
		}
	}

	private static int chunk(final String a, final String b) {
		final boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
		return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareToIgnoreCase(b);
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}
}
