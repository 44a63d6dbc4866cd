package org.motionlayers.lamd.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;

/** Sentences become numbers; what is not understood is named. */
class VocabularyTest {

	private static final Vocabulary WORDS = Vocabulary.of(List.of("The large red disc moves left and stops; the small blue square stays.",
		"the red square turns"));

	@Test
	void wordsAreCountedInTheOrderOfTheAlphabet() {
		assertEquals(List.of(".", ";", "and", "blue", "disc", "large", "left", "moves", "red", "small", "square", "stays", "stops", "the", "turns"), WORDS
			.words());
		assertEquals(15, WORDS.length());
		assertArrayEquals(new int[] { 14, 9, 5, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, WORDS.encode("  The RED\tdisc stops"));
	}

	@Test
	void marksThatAreNotKnownArePassedOver() {
		assertArrayEquals(WORDS.encode("the disc turns"), WORDS.encode("the disc, turns!"));
	}

	@Test
	void unknownWordsAreNamed() {
		final String said = assertThrows(InputException.class, () -> WORDS.encode("the green cone flies; the green disc stays")).getMessage();
		assertTrue(said.startsWith("text: the model does not know 'green', 'cone', 'flies'; it knows and, blue,"), said);
		assertEquals(1, said.lines().count());
	}

	@Test
	void emptyAndTooLongSentencesAreRefused() {
		assertTrue(assertThrows(InputException.class, () -> WORDS.encode(" ;,. ")).getMessage().contains("no words"));
		final String said = assertThrows(InputException.class, () -> WORDS.encode("the ".repeat(16))).getMessage();
		assertTrue(said.contains("16 words") && said.contains("at most 15"), said);
		assertThrows(InputException.class, () -> Prompt.ofText(" "));
		assertThrows(InputException.class, () -> Prompt.ofClass(""));
	}

	@Test
	void wordsMustBeWords() {
		for (final List<String> wrong : List.of(List.of("a", "a"), List.of("A"), List.of("two words"), List.<String>of())) assertThrows(
			IllegalArgumentException.class, () -> new Vocabulary(wrong, 4), wrong.toString());
	}
}
