package org.motionlayers.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.motionlayers.scene.InputException;

/** All combinations of values of parameters: {@code seed=1..3 predictor=velocity,kalman} are six. */
final class Sweep {

	/** The most combinations. */
	static final long MOST = 1_000_000;

	private static final Pattern RANGE = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");

	private Sweep() {}

	/**
	 * @param text keys with values between commas, or from..to for whole numbers; empty for one combination of nothing
	 * @return the combinations, each a list of key=value, the last key fastest
	 * @throws InputException where that is not what the text says
	 */
	static List<List<String>> of(final String text) {
		final Set<String> keys = new HashSet<>();
		List<List<String>> all = List.of(List.of());
		for (final String word : Words.of("vary", text)) {
			final String key = Words.key(word);
			if (!keys.add(key)) throw new InputException("vary=" + text + ": " + key + " is there twice.");
			final List<String> values = values(word);
			if ((long) all.size() * values.size() > MOST) throw new InputException("vary=" + text + ": more than " + MOST + " combinations.");
			final List<List<String>> next = new ArrayList<>();
			for (final List<String> before : all) for (final String value : values) {
				final List<String> longer = new ArrayList<>(before);
				longer.add(key + "=" + value);
				next.add(longer);
			}
			all = next;
		}
		return all;
	}

	private static List<String> values(final String word) {
		final String value = Words.value(word);
		final Matcher range = RANGE.matcher(value);
		if (!range.matches()) return List.of(value.split(",", -1));
		final long first = Long.parseLong(range.group(1)), last = Long.parseLong(range.group(2));
		if (last < first || last - first >= MOST) throw new InputException("vary: '" + word + "' was found, first..last of up to " + MOST +
			" whole numbers is needed.");
		return LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList();
	}

	/** @return a name for a folder: seed=1_predictor=kalman */
	static String folder(final List<String> combination) {
		return combination.stream().map(word -> word.replaceAll("[^A-Za-z0-9.=+-]", "-")).collect(Collectors.joining("_"));
	}
}
