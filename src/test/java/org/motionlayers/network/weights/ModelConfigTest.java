package org.motionlayers.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigTest {

	private static final ModelConfig SAMPLE = ModelConfig.of("unet", Map.of("channels", 32, "rate", .25, "attention", true, "multipliers",
		List.of(1, 2, 4), "note", "<x>"));

	@TempDir
	Path folder;

	@Test
	void readsWhatItWrote() throws IOException {
		SAMPLE.write(folder.resolve("config.json"));
		final ModelConfig read = ModelConfig.read(folder.resolve("config.json"));
		assertEquals(SAMPLE, read);
		assertEquals(SAMPLE.hashCode(), read.hashCode());
		assertEquals("unet", read.architecture());
		assertEquals(32, read.integer("channels", 1, 64));
		assertEquals(.25, read.number("rate", 0, 1));
		assertTrue(read.flag("attention"));
		assertEquals("<x>", read.text("note"));
		assertArrayEquals(new int[] { 1, 2, 4 }, read.integers("multipliers", 1, 8));
		assertTrue(read.has("note"));
		assertFalse(read.has("depth"));
		assertTrue(read.origin().endsWith("config.json"));
	}

	private static String refused(final Runnable getter) {
		final String message = assertThrows(ModelException.class, getter::run).getMessage();
		assertEquals(1, message.lines().count(), message);
		return message;
	}

	@Test
	void wrongSettingsAreNamed() {
		assertTrue(refused(() -> SAMPLE.integer("channels", 1, 16)).contains("'channels' is 32.0; a whole number from 1 to 16"));
		assertTrue(refused(() -> SAMPLE.integer("rate", 0, 1)).contains("'rate' is 0.25"));
		assertTrue(refused(() -> SAMPLE.integers("multipliers", 1, 2)).contains("[1.0, 2.0, 4.0]"));
		assertTrue(refused(() -> SAMPLE.number("depth", 0, 1)).contains("'depth' is missing"));
		refused(() -> SAMPLE.number("note", 0, 1));
		refused(() -> SAMPLE.text("rate"));
		refused(() -> SAMPLE.flag("rate"));
		refused(() -> SAMPLE.integers("rate", 0, 1));
		SAMPLE.allowOnly("channels", "rate", "attention", "multipliers", "note");
		assertTrue(refused(() -> SAMPLE.allowOnly("channels")).contains("unknown setting 'attention'"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"a\":1}{}", "{\"a\":null}", "{\"a\":{\"b\":1}}", "{\"a\":1,\"a\":2}", "{\"a\":[[1]]}",
		"{\"a\":[true]}", "{\"a\":NaN}" })
	void whatIsNoFlatObjectIsRefused(final String json) {
		final String message = refused(() -> ModelConfig.parse(json, "m/config.json"));
		assertTrue(message.startsWith("m/config.json"), message);
	}

	@Test
	void longListsAndLargeFilesAreRefused() throws IOException {
		refused(() -> ModelConfig.parse("{\"a\":[" + "1,".repeat(2000) + "1]}", "m"));
		final Path large = Files.write(folder.resolve("large"), new byte[ModelConfig.LARGEST_FILE + 1]);
		assertTrue(assertThrows(ModelException.class, () -> ModelConfig.read(large)).getMessage().contains("1048577 bytes"));
	}

	@Property(tries = 300)
	void anyTextIsReadOrRefused(@ForAll final String text) {
		try {
			ModelConfig.parse("{\"" + text, "m");
		}
		catch (final ModelException e) {
			assertTrue(e.getMessage().startsWith("m"), e.getMessage());
		}
	}
}
