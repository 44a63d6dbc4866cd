package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

class CellposeOutlinesReaderTest {

	private final CellposeOutlinesReader reader = new CellposeOutlinesReader();

	@TempDir
	private Path folder;

	private String refusal(final String text) {
		final InputException e = assertThrows(InputException.class, () -> reader.read(Files.writeString(folder.resolve("a_cp_outlines.txt"), text),
			Fixture.target(1), Progress.NONE));
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		return e.getMessage();
	}

	@Test
	void outlinesGiveBackTheMasksTheyWereTracedFrom() throws IOException {
		final Path file = Fixture.file("cellpose/image_cp_outlines.txt");
		assertTrue(reader.canRead(file, Fixture.head(file)));
		final Segmentation labels = reader.read(file, Fixture.target(7), Progress.NONE);
		Fixture.assertLabels("cellpose/image_cp_outlines.labels", labels);
		assertEquals(1, labels.frames());
	}

	@Test
	void anyTextOfOutlinesIsKnownAndOtherTextIsNot() {
		final byte[] outlines = "3,4,5,6,7,8\n".getBytes(StandardCharsets.US_ASCII);
		assertTrue(reader.canRead(Path.of("a.txt"), outlines));
		assertFalse(reader.canRead(Path.of("man_track.txt"), "1 0 10 0\n".getBytes(StandardCharsets.US_ASCII)));
		assertFalse(reader.canRead(Path.of("a.csv"), outlines));
		assertFalse(reader.canRead(Path.of("a_cp_outlines.txt"), new byte[0]));
	}

	@Test
	void wrongLinesAreRefused() {
		assertTrue(refusal("3,4,5,x,7,8\n").contains("line 1 has 'x' for a coordinate"), refusal("3,4,5,x,7,8\n"));
		assertTrue(refusal("\n3,4,5\n").contains("line 2 has an outline of 3 numbers"), refusal("\n3,4,5\n"));
		assertTrue(refusal("300,4,305,4,302,9\n").contains("line 1 lies outside the image"), refusal("300,4,305,4,302,9\n"));
		assertTrue(refusal("\n").contains("hold no object"), refusal("\n"));
	}
}
