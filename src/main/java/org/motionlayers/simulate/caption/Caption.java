package org.motionlayers.simulate.caption;

import java.util.List;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/**
 * A description of what happens in a clip: "the large red disc moves left and stops; the small blue square stays".
 *
 * <pre>
 * caption := clause (";" clause)*
 * clause  := object action
 * object  := "the" [size] [colour] shape
 * action  := "moves" direction ["and stops"] | "rotates" ("clockwise" | "counterclockwise")
 *          | "is picked up and placed on" object | "contains" object | "stays"
 * </pre>
 *
 * @param clauses one or more
 */
public record Caption(List<Clause> clauses) {

	/**
	 * One object and what it does.
	 *
	 * @param who the object
	 * @param action what it does
	 */
	public record Clause(Reference who, Action action) {

		/** @return such as "the large red disc moves left" */
		public String text() {
			return who.text() + " " + action.text();
		}
	}

	/** Copies the list. */
	public Caption {
		clauses = List.copyOf(clauses);
		if (clauses.isEmpty()) throw new InputException("A caption needs at least one clause, such as 'the large red disc moves left'.");
	}

	/** @return the sentence; {@link #parse} gives the same caption back */
	public String text() {
		return clauses.stream().map(Clause::text).collect(Collectors.joining("; "));
	}

	/**
	 * Reads a caption; upper case, commas and full stops are as lower case, semicolons and nothing.
	 *
	 * @param text the sentence
	 * @return the caption
	 * @throws InputException where a word is not of the vocabulary, or the grammar is not that of captions; the message names the word
	 */
	public static Caption parse(final String text) {
		return new CaptionParser(text).caption();
	}

	/** @return all words of captions, ";" among them, in alphabetical order */
	public static List<String> vocabulary() {
		return CaptionParser.VOCABULARY;
	}
}
