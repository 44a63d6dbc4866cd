package org.motionlayers.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InputExceptionTest {

	@Test
	void messageIsOneLineWhateverItQuotes() {
		assertEquals("Labels 'a b' have a name  of two   lines.", new InputException("Labels 'a\nb' have a name\r\nof two \u2028\u0000lines.")
			.getMessage());
	}

	@Test
	void messageIsShortWhateverItQuotes() {
		final String message = new InputException("Labels '" + "x".repeat(1_000_000) + "'.", new IllegalStateException()).getMessage();
		assertTrue(message.length() < 2000, "length " + message.length());
		assertTrue(message.startsWith("Labels 'xxx") && message.endsWith("..."), message);
	}
}
