package org.motionlayers.lamd.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/**
 * The words that a generator understands, and how a sentence becomes numbers: lower-case words, digits and the marks , ; and . by their
 * place in the vocabulary, 1 first; 0 fills up to the longest sentence. Marks that the vocabulary lacks are passed over, words are not.
 * Immutable.
 */
public final class Vocabulary {

	/** The most words. */
	public static final int MOST_WORDS = 100_000;

	private static final String MARKS = ",;.";
	private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}'-]+|[" + MARKS + "]");
	private static final int LONGEST_ANSWER = 60;

	private final List<String> words;
	private final Map<String, Integer> places = new HashMap<>();
	private final int length;

	/**
	 * @param words all different, as {@link #tokens} gives them
	 * @param length the longest sentence, in words and marks
	 */
	public Vocabulary(final List<String> words, final int length) {
		if (length < 1 || words.isEmpty() || words.size() > MOST_WORDS) throw new IllegalArgumentException("A vocabulary has 1 to " + MOST_WORDS +
			" words and sentences of at least one word, not " + words.size() + " words and sentences of " + length + ".");
		this.words = List.copyOf(words);
		this.length = length;
		for (final String word : words) if (!tokens(word).equals(List.of(word)) || places.put(word, places.size() + 1) != null)
			throw new IllegalArgumentException("'" + word + "' is in the vocabulary twice, or no lower-case word.");
	}

	/**
	 * The words of some sentences, in the order of the alphabet.
	 *
	 * @param sentences at least one
	 * @return a vocabulary whose longest sentence is the longest of these
	 */
	public static Vocabulary of(final Collection<String> sentences) {
		final TreeSet<String> words = new TreeSet<>();
		int longest = 1;
		for (final String sentence : sentences) {
			final List<String> tokens = tokens(sentence);
			words.addAll(tokens);
			longest = Math.max(longest, tokens.size());
		}
		return new Vocabulary(new ArrayList<>(words), longest);
	}

	/** @return the words and marks of a sentence, in lower case */
	public static List<String> tokens(final String sentence) {
		final List<String> tokens = new ArrayList<>();
		final Matcher matcher = TOKEN.matcher(sentence.toLowerCase(Locale.ROOT));
		while (matcher.find()) tokens.add(matcher.group());
		return tokens;
	}

	/** @return the words, the one with number 1 first */
	public List<String> words() {
		return words;
	}

	/** @return how many words there are, the filling not counted */
	public int size() {
		return words.size();
	}

	/** @return the longest sentence, in words and marks */
	public int length() {
		return length;
	}

	/** @return what stands for no sentence: zeros */
	public int[] silence() {
		return new int[length];
	}

	/**
	 * Reads a sentence.
	 *
	 * @param sentence in any case
	 * @return {@link #length} numbers
	 * @throws InputException where it is empty, too long, or has words that are not in the vocabulary; they are named
	 */
	public int[] encode(final String sentence) {
		final List<String> tokens = new ArrayList<>(tokens(sentence));
		tokens.removeIf(token -> !places.containsKey(token) && isMark(token));
		if (tokens.stream().allMatch(Vocabulary::isMark)) throw new InputException("text='" + sentence.strip() +
			"': it has no words; a sentence is needed that says what moves how.");
		final List<String> unknown = tokens.stream().filter(token -> !places.containsKey(token)).distinct().toList();
		if (!unknown.isEmpty()) throw new InputException("text: the model does not know " + unknown.stream().map(word -> "'" + word + "'").collect(
			Collectors.joining(", ")) + "; it knows " + known() + ".");
		if (tokens.size() > length) throw new InputException("text: " + tokens.size() + " words and marks; the model reads at most " + length + ".");
		final int[] numbers = silence();
		for (int i = 0; i < tokens.size(); i++) numbers[i] = places.get(tokens.get(i));
		return numbers;
	}

	private static boolean isMark(final String token) {
		return token.length() == 1 && MARKS.contains(token);
	}

	private String known() {
		final String some = words.stream().filter(word -> !isMark(word)).limit(LONGEST_ANSWER).collect(Collectors
			.joining(", "));
		return words.size() > LONGEST_ANSWER ? some + " and others, all in its config.json" : some;
	}
}
