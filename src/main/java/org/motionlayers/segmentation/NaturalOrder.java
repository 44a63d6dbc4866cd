package org.motionlayers.segmentation;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names in the order that people mean: numbers in them count as numbers, so that t2 comes before t10. */
final class NaturalOrder implements Comparator<Path> {

	static final NaturalOrder INSTANCE = new NaturalOrder();

	private static final Pattern PART = Pattern.compile("\\d+|\\D+");
	/** So many digits fit into a long. */
	private static final int MAX_DIGITS = 18;

	@Override
	public int compare(final Path a, final Path b) {
		final String first = a.getFileName().toString(), second = b.getFileName().toString();
		final Matcher m = PART.matcher(first), n = PART.matcher(second);
		while (m.find() && n.find()) {
			final int order = compareParts(m.group(), n.group());
			if (order != 0) return order;
		}
		final int length = Integer.compare(first.length(), second.length());
		return length != 0 ? length : first.compareTo(second);
	}

	private static int compareParts(final String a, final String b) {
		return isNumber(a) && isNumber(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareToIgnoreCase(b);
	}

	private static boolean isNumber(final String part) {
		return part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}

	/** @return the last number in a file's name, such as 17 in mask017.tif */
	static OptionalLong lastNumber(final Path file) {
		OptionalLong last = OptionalLong.empty();
		for (final Matcher m = PART.matcher(file.getFileName().toString().replaceFirst("\\.[^.]*$", "")); m.find();)
			if (isNumber(m.group()) && m.group().length() <= MAX_DIGITS) last = OptionalLong.of(Long.parseLong(m.group()));
		return last;
	}
}
