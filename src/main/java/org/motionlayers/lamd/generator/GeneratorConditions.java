package org.motionlayers.lamd.generator;

import java.util.Arrays;

import org.motionlayers.scene.InputException;

/**
 * What latents of a batch are conditioned on. Nothing at all, which guidance compares with, is content of zeros, class 0 and a sentence of
 * zeros.
 *
 * @param content features of the first frames, (batch, channels, h, w) row-major
 * @param classes number of the class of each, 1 first, 0 for none, in rows of one
 * @param words of the sentence of each; rows of no length where the model reads none
 */
record GeneratorConditions(float[] content, int[][] classes, int[][] words) {

	/** @return how many latents are conditioned */
	int size() {
		return classes.length;
	}

	/** @return a batch to be filled in, in which nothing is told */
	static GeneratorConditions blank(final GeneratorOptions options, final int batch) {
		final int length = options.language().reads() ? options.language().vocabulary().length() : 0;
		return new GeneratorConditions(new float[Math.multiplyExact(batch, options.contentSize())], new int[batch][1], new int[batch][length]);
	}

	/** Tells one of the batch its content, divided by the deviation of the training set. */
	void tellContent(final int index, final float[] features, final double deviation) {
		final int size = content.length / size();
		if (features.length != size) throw new IllegalArgumentException("Content features of " + features.length + " values, not " + size + ".");
		for (int i = 0; i < size; i++) content[index * size + i] = (float) (features[i] / deviation);
	}

	/** Tells one of the batch what is asked of it. */
	void tell(final int index, final Asked asked) {
		classes[index][0] = asked.motionClass;
		System.arraycopy(asked.words, 0, words[index], 0, words[index].length);
	}

	/**
	 * A prompt as numbers.
	 *
	 * @param motionClass 1 first, 0 for none
	 * @param words of the sentence, zeros for none
	 */
	record Asked(int motionClass, int[] words) {

		/**
		 * Reads a prompt as a model understands it.
		 *
		 * @throws InputException where the model cannot be asked that, or knows no such class or words
		 */
		static Asked of(final GeneratorOptions options, final Prompt prompt) {
			final GeneratorOptions.Language language = options.language();
			return new Asked(motionClass(language, prompt.motionClass()), words(language, prompt.text()));
		}

		private static int motionClass(final GeneratorOptions.Language language, final String name) {
			if (name.isEmpty()) return 0;
			if (language.classes().isEmpty()) throw new InputException("class=" + name + ": this model was trained without classes of motion; " + instead(
				language.reads(), "text"));
			for (int i = 0; i < language.classes().size(); i++) if (language.classes().get(i).equalsIgnoreCase(name)) return i + 1;
			throw new InputException("class=" + name + ": unknown; the model knows " + String.join(", ", language.classes()) + ".");
		}

		private static int[] words(final GeneratorOptions.Language language, final String text) {
			if (language.reads()) return text.isEmpty() ? language.vocabulary().silence() : language.vocabulary().encode(text);
			if (text.isEmpty()) return new int[0];
			throw new InputException("text='" + text + "': this model was trained without sentences; " + instead(!language.classes().isEmpty(), "class"));
		}

		private static String instead(final boolean other, final String name) {
			return other ? "give it " + name + "= instead." : "leave it out, or name a model that was.";
		}

		@Override
		public boolean equals(final Object other) {
			return other instanceof Asked a && motionClass == a.motionClass && Arrays.equals(words, a.words);
		}

		@Override
		public int hashCode() {
			return 31 * motionClass + Arrays.hashCode(words);
		}
	}
}
