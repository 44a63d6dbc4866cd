package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativeMemoryTest {

	@Test
	void freedMemoryIsKeptOnLinux() {
		assertEquals(com.sun.jna.Platform.isLinux(), NativeMemory.keepFreed());
	}
}
