package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineSettingsTest {

	private static String message(final Throwable thrown) {
		final String line = EngineSettings.missing(thrown).getMessage();
		assertEquals(1, line.lines().count(), line);
		return line;
	}

	@Test
	void missingJarsAreNamed() {
		assertTrue(message(new NoClassDefFoundError("ai/djl/engine/Engine")).contains("ai.djl.pytorch:pytorch-engine"));
	}

	@Test
	void missingNativesAreNamedWithThePlatform() {
		final String line = message(new IllegalStateException("Failed", new IllegalStateException("Offline\nmode")));
		assertTrue(line.contains("pytorch-native-cpu") && line.contains("Offline mode") && line.startsWith("PyTorch for "), line);
	}

	@Test
	void anotherPluginsPyTorchIsTold() {
		final String line = message(new UnsatisfiedLinkError("Native Library libtorch.so already loaded in another classloader"));
		assertTrue(line.startsWith("Another plugin has loaded this PyTorch already"), line);
	}
}
