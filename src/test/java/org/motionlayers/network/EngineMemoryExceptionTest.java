package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** More memory than any machine has is asked for: the user is told what to lower, and the engine goes on. */
class EngineMemoryExceptionTest {

	@Test
	void moreThanThereIsIsSaidInOneLine() {
		final String said = assertThrows(EngineMemoryException.class, () -> NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				manager.ones(new Shape(1L << 50));
			}
		})).getMessage();
		assertTrue(said.startsWith("Out of memory: PyTorch could not get " + (1L << 52) + " bytes.") && said.contains("batch"), said);
		assertEquals(1, said.lines().count());
		assertEquals(3, NetworkEngine.call(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				return (int) manager.ones(new Shape(3)).sum().getFloat();
			}
		}));
	}

	@Test
	void anotherFailureStaysWhatItIs() {
		assertThrows(UnsupportedOperationException.class, () -> NetworkEngine.run(() -> {
			throw new UnsupportedOperationException("nothing to do with it");
		}));
	}
}
