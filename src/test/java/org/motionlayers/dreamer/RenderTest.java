package org.motionlayers.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;

class RenderTest {

	@Test
	void namesAreReadAndOthersRefused() {
		assertEquals(Render.LAYERS, Render.of("layers"));
		assertEquals(Render.BOTH, Render.of("Both"));
		assertEquals("render=film: unknown; accepted are layers, decoder, both.", assertThrows(InputException.class, () -> Render.of("film"))
			.getMessage());
	}

	@Test
	void bothIsBoth() {
		assertTrue(Render.BOTH.layers() && Render.BOTH.decoder());
		assertTrue(Render.LAYERS.layers() && !Render.LAYERS.decoder());
		assertFalse(Render.DECODER.layers());
		assertTrue(Render.DECODER.decoder());
	}
}
