package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Progress;

class RunRecordTest {

	@TempDir
	Path temp;

	private String written(final RunRecord record) throws IOException {
		record.write(temp.resolve(RunRecord.FILE), List.of("a.tif", "b.csv"));
		return Files.readString(temp.resolve(RunRecord.FILE));
	}

	private static RunRecord record() {
		return new RunRecord("predict").input("image", "a <b>.tif", "ImageJ", "00ff").parameter("frames", 12).parameter("background", "auto")
			.seed(7).motion(BoxWorld.flat().motion().provenance()).finding("objects", 2).remark("one line").copyAs("macro", "run(\"x\");").timing(
				"predict", 0.12345);
	}

	@Test
	void tellsHowItWasMade() throws IOException {
		final JsonObject json = JsonParser.parseString(written(record())).getAsJsonObject();
		assertEquals(List.of("application", "command", "inputs", "parameters", "seed", "motion", "findings", "remarks", "copyas", "files",
			"versions", "host", "timings"), List.copyOf(json.keySet()));
		assertEquals("00ff", json.getAsJsonObject("inputs").getAsJsonObject("image").get("sha256").getAsString());
		assertEquals(12, json.getAsJsonObject("parameters").get("frames").getAsInt());
		assertEquals("boxes", json.getAsJsonObject("motion").get("predictor").getAsString());
		assertEquals(0.123, json.getAsJsonObject("timings").get("predict").getAsDouble());
		assertFalse(json.getAsJsonObject("versions").get("ij").getAsString().isEmpty());
		assertTrue(written(record()).contains("a <b>.tif"), "readable text");
	}

	@Test
	void theSameRunGivesTheSameText() throws IOException {
		assertEquals(written(record()), written(record()));
	}

	@Test
	void namesItsFiles() throws IOException {
		written(record());
		assertTrue(RunRecord.isIn(temp));
		assertEquals(List.of("a.tif", "b.csv"), RunRecord.filesIn(temp));
		Files.delete(temp.resolve(RunRecord.FILE));
		assertFalse(RunRecord.isIn(temp));
	}

	/** Expected digests by sha256sum. */
	@Test
	void digestsFilesAndFolders() throws IOException {
		final Path file = Files.write(temp.resolve("a.txt"), "abc".getBytes(StandardCharsets.US_ASCII));
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digests.sha256(file, Progress.NONE));
		// printf 'a.txt\nabcb.txt\nx' | sha256sum
		Files.write(temp.resolve("b.txt"), "x".getBytes(StandardCharsets.US_ASCII));
		assertEquals("10d328c37e6dcb9e96a694df256d54be02db127cd36e7a1900f8b246496a8fac", Digests.sha256(temp, Progress.NONE));
	}
}
