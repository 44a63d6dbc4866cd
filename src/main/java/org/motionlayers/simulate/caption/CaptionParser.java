package org.motionlayers.simulate.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;

/** Reads captions word by word. */
final class CaptionParser {

	private static final String END = ";";

	static final List<String> VOCABULARY = Stream.of(Stream.of(Size.values(), Hue.values(), Form.values(), Direction.values()).flatMap(
		Arrays::stream).map(Reference::word), Stream.of(END, "the", "moves", "and", "stops", "rotates", "clockwise", "counterclockwise", "is",
			"picked", "placed", "on", "contains", "stays")).flatMap(words -> words).distinct().sorted().toList();

	private final List<String> words;
	private int at;

	CaptionParser(final String text) {
		words = Stream.of(text.toLowerCase(Locale.ROOT).replaceAll("\\.\\s*$", "").replaceAll("[;,]", " ; ").trim().split("\\s+")).filter(
			w -> !w.isEmpty()).collect(Collectors.toCollection(ArrayList::new));
		while (!words.isEmpty() && words.get(words.size() - 1).equals(END)) words.remove(words.size() - 1);
		if (words.isEmpty()) throw new InputException("text: a description is needed, such as 'the large red disc moves left', found none.");
		final List<String> unknown = words.stream().filter(w -> !VOCABULARY.contains(w)).distinct().toList();
		if (!unknown.isEmpty()) throw new InputException("text: " + quoted(unknown) + (unknown.size() == 1 ? " is" : " are") +
			" not of the vocabulary: " + String.join(" ", VOCABULARY) + ".");
	}

	private static String quoted(final List<String> some) {
		return some.stream().map(w -> "'" + w + "'").collect(Collectors.joining(", "));
	}

	Caption caption() {
		final List<Caption.Clause> clauses = new ArrayList<>();
		do clauses.add(new Caption.Clause(object(), action()));
		while (take(END));
		if (at < words.size()) throw wrong(";");
		return new Caption(clauses);
	}

	private Reference object() {
		require("the");
		return new Reference(trait(Size.class), trait(Hue.class), required(Form.class, "a shape"));
	}

	private Action action() {
		if (take("moves")) {
			final Direction direction = required(Direction.class, "a direction");
			final boolean stops = take("and");
			if (stops) require("stops");
			return new Action.Move(direction, stops);
		}
		if (take("rotates")) {
			if (take("clockwise")) return new Action.Turn(true);
			require("counterclockwise");
			return new Action.Turn(false);
		}
		if (take("is")) {
			for (final String word : new String[] { "picked", "up", "and", "placed", "on" }) require(word);
			return new Action.Place(object());
		}
		if (take("contains")) return new Action.Contain(object());
		if (take("stays")) return new Action.Stay();
		throw wrong("moves, rotates, is picked up, contains or stays");
	}

	private String word() {
		return at < words.size() ? words.get(at) : "";
	}

	private boolean take(final String expected) {
		if (!word().equals(expected)) return false;
		at++;
		return true;
	}

	private void require(final String expected) {
		if (!take(expected)) throw wrong("'" + expected + "'");
	}

	/** @return the trait that the next word says, null where it says none of this kind */
	private <T extends Enum<T>> T trait(final Class<T> kind) {
		for (final T value : kind.getEnumConstants()) if (take(Reference.word(value))) return value;
		return null;
	}

	private <T extends Enum<T>> T required(final Class<T> kind, final String what) {
		final T found = trait(kind);
		if (found == null) throw wrong(what + " (" + Arrays.stream(kind.getEnumConstants()).map(Reference::word).collect(Collectors.joining(", ")) +
			")");
		return found;
	}

	private InputException wrong(final String expected) {
		final String before = String.join(" ", words.subList(0, at));
		return new InputException("text: " + (at < words.size() ? "found '" + word() + "'" : "the text ends") + (before.isEmpty() ? "" : " after '" +
			before + "'") + ", where " + expected + " is needed.");
	}
}
