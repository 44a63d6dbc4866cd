package org.motionlayers.segmentation.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

class JsonDocumentTest {

	@TempDir
	private Path folder;

	private Path file(final String json) throws IOException {
		return Files.writeString(folder.resolve("a.json"), json);
	}

	@Test
	void valuesAreReadAsTheyCome() throws IOException {
		final List<Object> found = new ArrayList<>();
		JsonDocument.read(file("\ufeff{\"a\":1.5,\"b\":\"x\",\"c\":null,\"d\":[1,2],\"e\":[[3]],\"f\":true,\"g\":0,\"h\":null,\"i\":{}}"), "JSON",
			Progress.NONE, in -> in.object(name -> {
				switch (name) {
					case "a" -> found.add(in.number());
					case "b", "c" -> found.add(in.text());
					case "d" -> assertArrayEquals(new int[] { 1, 2 }, in.integers(2));
					case "e" -> in.array(i -> assertArrayEquals(new double[] { 3 }, in.numbers(9)));
					case "f", "g" -> found.add(in.flag());
					case "h" -> found.add(in.number());
					default -> in.skip();
				}
			}));
		assertEquals(List.of(1.5, "x", "", true, false, Double.NaN), found);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = { "[1,2,3]|has more than 2 numbers (at $[2])", "[1.5]|are not test numbers",
		"[\"x\"]|are not test numbers", "{}|are not test numbers: Expected BEGIN_ARRAY", "[1|damaged JSON", "[1] []|damaged JSON",
		"[NaN]|damaged JSON", "[1e999]|are not test numbers", "[99999999999]|are not test numbers", "|damaged JSON" })
	void whatIsNotOfTheFormIsRefusedInOneLine(final String json, final String reason) throws IOException {
		final Path file = file(json == null ? "" : json);
		final InputException e = assertThrows(InputException.class, () -> JsonDocument.read(file, "test numbers", Progress.NONE, in -> in.integers(
			2)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
	}

	@Test
	void lookStopsAtTheFirstMebibyte() throws IOException {
		final String filler = "\"" + "x".repeat(1 << 16) + "\",";
		final Path file = file("{\"type\":\"Feature\",\"long\":[" + filler.repeat(20) + "1],\"last\":1}");
		final JsonLook look = JsonLook.at(file, new byte[] { '{' });
		assertTrue(look.has("long"));
		assertEquals(false, look.has("last"));
		assertEquals("Feature", look.text("type"));
	}

	@Test
	void lookAtAListSeesItsFirstObject() throws IOException {
		final JsonLook look = JsonLook.at(file(" [{\"segmentation\":[],\"area\":4},{\"other\":1}]"));
		assertTrue(look.list());
		assertEquals(List.of(true, true, false), List.of(look.has("segmentation"), look.has("area"), look.has("other")));
	}

	@Test
	void lookAtSomethingElseSeesNothing() throws IOException {
		assertTrue(JsonLook.at(file("II*"), "II*".getBytes()).fields().isEmpty());
		assertTrue(JsonLook.at(file("[1,2]")).fields().isEmpty());
	}
}
