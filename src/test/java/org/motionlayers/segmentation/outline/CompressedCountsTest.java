package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import com.google.gson.Gson;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.Fixture;

class CompressedCountsTest {

	private record Case(int[] size, int[] counts, String text) {}

	/** The first case is the string published in COCO's own issue 135; the others come from a transcription of the algorithm in Python. */
	private static Case[] cases() throws IOException {
		try (Reader reader = Files.newBufferedReader(Fixture.file("coco/run_lengths.json"))) {
			return new Gson().fromJson(reader, Case[].class);
		}
	}

	@Test
	void decodesWhatTheSpecificationEncodes() throws IOException {
		for (final Case c : cases()) assertArrayEquals(c.counts, CompressedCounts.decode(c.text), c.text);
	}

	@Test
	void encodesWhatTheSpecificationEncodes() throws IOException {
		for (final Case c : cases()) assertEquals(c.text, CompressedCounts.encode(c.counts), Arrays.toString(c.counts));
	}

	@Property(tries = 500)
	void decodingUndoesEncoding(@ForAll final List<@IntRange(min = 0) Integer> list) {
		final int[] counts = list.stream().mapToInt(Integer::intValue).toArray();
		assertArrayEquals(counts, CompressedCounts.decode(CompressedCounts.encode(counts)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "b|break off", "bé|character code 233", "b1 |character code 32", "ooooooooo1|more than 7",
		"@|run of -16", "oooooo3|run of 4294967295" })
	void damagedTextIsRefused(final String text, final String reason) {
		final String exact = text.startsWith("b1") ? "b1 " : text;
		final InputException e = assertThrows(InputException.class, () -> CompressedCounts.decode(exact));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@Test
	void lengthsMustAddUpToTheImage() {
		final InputException e = assertThrows(InputException.class, () -> new RunLengthMask(5, 4, new int[] { 3, 4, 12 }));
		assertTrue(e.getMessage().contains("19 pixels in all; an image of 5 x 4 has 20"), e.getMessage());
		assertThrows(InputException.class, () -> new RunLengthMask(5, 4, new int[] { 30, -10 }));
		assertThrows(InputException.class, () -> new RunLengthMask(5, 4, new int[] { Integer.MAX_VALUE, Integer.MAX_VALUE, 22 }));
	}
}
