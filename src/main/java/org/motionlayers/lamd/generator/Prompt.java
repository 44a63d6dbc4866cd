package org.motionlayers.lamd.generator;

import org.motionlayers.scene.InputException;

/**
 * What a user asks of a motion, beside the first frame: nothing, a class of motion, or a sentence (LaMD, 3.4: stochastic, class-guided and
 * text-guided generation).
 *
 * @param motionClass the name of a class of motion; empty for none
 * @param text a sentence; empty for none
 */
public record Prompt(String motionClass, String text) {

	/** Any motion that suits the first frame. */
	public static final Prompt NONE = new Prompt("", "");

	/**
	 * A class of motion.
	 *
	 * @param name of it
	 * @throws InputException where the name is empty
	 */
	public static Prompt ofClass(final String name) {
		if (name.isBlank()) throw new InputException("class: the name of a class of motion is needed.");
		return new Prompt(name.strip(), "");
	}

	/**
	 * A sentence that says what moves how.
	 *
	 * @param text of it
	 * @throws InputException where it is empty
	 */
	public static Prompt ofText(final String text) {
		if (text.isBlank()) throw new InputException("text: it is empty; a sentence is needed that says what moves how.");
		return new Prompt("", text.strip());
	}

	/** @return whether nothing is asked */
	public boolean isEmpty() {
		return motionClass.isEmpty() && text.isEmpty();
	}
}
