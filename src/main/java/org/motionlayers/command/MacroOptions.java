package org.motionlayers.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The second text of {@code run("Predict Motion...", "image=... frames=12")}, written so that ij.Macro.getValue takes it apart rightly. That
 * looks for a key anywhere, inside other values too, where no letter stands before it; a value ends at the first space, or at the bracket
 * that closes the one it begins with, brackets within being counted, or at the second apostrophe where it begins with one.
 */
final class MacroOptions {

	private MacroOptions() {}

	/**
	 * Writes options.
	 *
	 * @param values by key, lower-case letters
	 * @return key=value with spaces between, in such an order that no value hides a key behind it; empty where there is no way to say a value:
	 *         brackets without their partners and an apostrophe, or values that hide each other's keys
	 */
	static Optional<String> of(final Map<String, String> values) {
		final Map<String, String> left = new LinkedHashMap<>(values);
		final StringBuilder text = new StringBuilder();
		while (!left.isEmpty()) {
			final Optional<Map.Entry<String, String>> next = left.entrySet().stream().filter(e -> left.keySet().stream().noneMatch(key -> !key
				.equals(e.getKey()) && holds(e.getValue(), key))).findFirst();
			final Optional<String> value = next.flatMap(e -> quoted(e.getValue()));
			if (value.isEmpty()) return Optional.empty();
			text.append(text.length() == 0 ? "" : " ").append(next.get().getKey()).append('=').append(value.get());
			left.remove(next.get().getKey());
		}
		return Optional.of(text.toString());
	}

	/** @return whether a key is found inside a value */
	private static boolean holds(final String value, final String key) {
		for (int at = value.indexOf(key + "="); at >= 0; at = value.indexOf(key + "=", at + 1)) if (at == 0 || !Character.isLetter(value.charAt(
			at - 1))) return true;
		return false;
	}

	private static Optional<String> quoted(final String value) {
		final boolean plain = !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace) && "['".indexOf(value.charAt(0)) < 0;
		if (plain) return Optional.of(value);
		if (balanced(value)) return Optional.of("[" + value + "]");
		return value.indexOf('\'') < 0 ? Optional.of("'" + value + "'") : Optional.empty();
	}

	private static boolean balanced(final String value) {
		int open = 0;
		for (int i = 0; i < value.length() && open >= 0; i++) open += value.charAt(i) == '[' ? 1 : value.charAt(i) == ']' ? -1 : 0;
		return open == 0;
	}
}
