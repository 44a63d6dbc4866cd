package org.motionlayers.batch;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.InputException;

/** A text of key=value words with spaces between; values with spaces stand in brackets, as in macros: {@code labels=[my labels.tif]}. */
final class Words {

	private Words() {}

	/**
	 * @param parameter that the text is of
	 * @param text the words
	 * @return key=value, brackets around values taken away
	 * @throws InputException where a word is not key=value
	 */
	static List<String> of(final String parameter, final String text) {
		final List<String> words = new ArrayList<>();
		final StringBuilder word = new StringBuilder();
		int open = 0;
		for (final char c : (text + " ").toCharArray()) {
			if (c == '[') open++;
			if (c == ']') open--;
			if (!Character.isWhitespace(c) || open > 0) word.append(c);
			else if (word.length() > 0) {
				words.add(plain(parameter, word.toString()));
				word.setLength(0);
			}
		}
		if (word.length() > 0) throw new InputException(parameter + "=" + text + ": a bracket is not closed.");
		return words;
	}

	private static String plain(final String parameter, final String word) {
		final int equals = word.indexOf('=');
		if (equals < 1) throw new InputException(parameter + ": '" + word + "' was found, key=value with spaces between is needed.");
		final String value = word.substring(equals + 1);
		return word.substring(0, equals + 1) + (value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value);
	}

	/** @return the key of key=value */
	static String key(final String word) {
		return word.substring(0, word.indexOf('='));
	}

	/** @return the value of key=value */
	static String value(final String word) {
		return word.substring(word.indexOf('=') + 1);
	}
}
