package org.motionlayers.segmentation.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.Target;

class CocoReaderTest {

	@TempDir
	private Path folder;

	private static Segmentation read(final Path file, final int frames) throws IOException {
		return new CocoReader().read(file, Fixture.target(frames), Progress.NONE);
	}

	private Segmentation text(final String json, final int frames) throws IOException {
		return read(Files.writeString(folder.resolve("changed.json"), json), frames);
	}

	private String refusal(final String json) {
		final InputException e = assertThrows(InputException.class, () -> text(json, 1));
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		assertTrue(e.getMessage().contains("changed.json"), e.getMessage());
		return e.getMessage();
	}

	@Test
	void dataSetIsJoinedByImageAndOrderedByFileName() throws IOException {
		final Segmentation labels = read(Fixture.file("coco/dataset.json"), 2);
		Fixture.assertLabels("coco/dataset.txt", labels);
		assertFalse(labels.identified());
		assertEquals("cell", labels.object(7).category());
		assertEquals("nucleus", labels.object(3).category());
		assertEquals(0.75, labels.object(3).score());
		assertTrue(labels.description().endsWith("4 outlines in 2 frames; 1 crowd region left out; 1 annotation without a mask left out"), labels.description());
	}

	@Test
	void tracksAreIdentities() throws IOException {
		final Segmentation labels = read(Fixture.file("coco/tracked.json"), 2);
		Fixture.assertLabels("coco/tracked.txt", labels);
		assertTrue(labels.identified());
	}

	@Test
	void segmentAnythingListKeepsThePredictedOverlap() throws IOException {
		final Segmentation labels = read(Fixture.file("coco/sam_list.json"), 9);
		Fixture.assertLabels("coco/sam_list.txt", labels);
		assertEquals(1, labels.frames());
		assertTrue(labels.identified());
		assertEquals(1, labels.object(1).score());
		assertEquals(0.93, labels.object(2).score());
	}

	@Test
	void fileOfOneImageHasTheIdsAsLabels() throws IOException {
		final Segmentation labels = read(Fixture.file("coco/sa_1b.json"), 1);
		assertEquals(600000001, labels.labels(0)[3 * 32 + 8]);
		assertEquals(0.88, labels.object(600000002).score());
	}

	@Test
	void folderOfMasks() throws IOException {
		final SamFolderReader reader = new SamFolderReader();
		final Path source = Fixture.file("coco/sam_folder");
		assertTrue(reader.canRead(source, new byte[0]));
		final Segmentation labels = reader.read(source, Fixture.target(1), Progress.NONE);
		Fixture.assertLabels("coco/sam_list.txt", labels);
		assertEquals(0.93, labels.object(2).score());
	}

	@Test
	void folderWithAMissingOrWrongMaskIsRefused() throws IOException {
		for (final String name : new String[] { "metadata.csv", "0.png", "1.png" }) Files.copy(Fixture.file("coco/sam_folder").resolve(name), folder
			.resolve(name));
		final InputException missing = assertThrows(InputException.class, () -> new SamFolderReader().read(folder, Fixture.target(1),
			Progress.NONE));
		assertTrue(missing.getMessage().contains("mask 2 is missing: there is no 2.png"), missing.getMessage());
		final InputException size = assertThrows(InputException.class, () -> new SamFolderReader().read(folder, new Target(Shape.of(30, 24), 1,
			Calibration.NONE), Progress.NONE));
		assertTrue(size.getMessage().contains("mask 0 is 32 x 24, the image is 30 x 24"), size.getMessage());
		Files.writeString(folder.resolve("metadata.csv"), "id,predicted_iou\nzero,1\n");
		final InputException number = assertThrows(InputException.class, () -> new SamFolderReader().read(folder, Fixture.target(1),
			Progress.NONE));
		assertTrue(number.getMessage().contains("'zero' is not a number"), number.getMessage());
	}

	@Test
	void moreImagesThanFramesAreRefused() {
		final InputException e = assertThrows(InputException.class, () -> read(Fixture.file("coco/dataset.json"), 1));
		assertTrue(e.getMessage().contains("describe 2 images, the image has 1 frame."), e.getMessage());
	}

	@Test
	void imagesInSpaceAreRefused() {
		final InputException e = assertThrows(InputException.class, () -> new CocoReader().read(Fixture.file("coco/dataset.json"), new Target(
			new Shape(32, 24, 5, 1), 2, Calibration.NONE), Progress.NONE));
		assertTrue(e.getMessage().contains("no planes along z, the image is 32 x 24 x 5"), e.getMessage());
	}

	@Test
	void resultsWithoutImagesAreOrderedByTheirImageIds() throws IOException {
		final String square = "\"segmentation\":[[1,1,4,1,4,4,1,4]]}";
		final Segmentation labels = text("[{\"image_id\":10,\"category_id\":1,\"score\":0.5," + square + ",{\"image_id\":9," + square + "]", 2);
		assertEquals(2, labels.frames());
		assertEquals(2, labels.labels(0)[32 + 1]);
		assertEquals(1, labels.labels(1)[32 + 1]);
		assertEquals(0.5, labels.object(1).score());
	}

	@Test
	void flatPolygonIsOnePolygon() throws IOException {
		assertEquals(9, Fixture.indices(text("[{\"segmentation\":[1,1,4,1,4,4,1,4]}]", 1).labels(0)).size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
		"[{\"segmentation\":{\"size\":[24,32],\"counts\":[700,60]}}]|annotation number 1 has runs of 760 pixels in all; an image of 32 x 24 has 768",
		"[{\"segmentation\":{\"size\":[24,32],\"counts\":[700,-2,70]}}]|has a run of -2 pixels",
		"[{\"segmentation\":{\"size\":[32,24],\"counts\":[768]}}]|run lengths for an image of 24 x 32; the image is 32 x 24",
		"[{\"segmentation\":{\"counts\":[768]}}]|run lengths without a size",
		"[{\"segmentation\":{\"size\":[24,32],\"counts\":\"b\"}}]|break off within a number",
		"[{\"segmentation\":{\"size\":[24,32],\"counts\":[1e99]}}]|are not COCO",
		"[{\"segmentation\":{\"size\":[24,32,5],\"counts\":[768]}}]|more than 2 numbers",
		"[{\"segmentation\":[[1,1,4,1,4]]}]|an outline of 5 numbers",
		"[{\"segmentation\":[[1,1,4,1e999,4,4]]}]|damaged JSON", "[{\"segmentation\":[[1,1,4,NaN,4,4]]}]|damaged JSON",
		"[{\"segmentation\":[[1,1,4,1e300,4,4]]}]|has the coordinate 1.0E300",
		"[{\"segmentation\":[[101,1,104,1,104,4]]}]|lies outside the image: it is at x 101 to 103",
		"[{\"segmentation\":[[1,1,4,1,4,4]]}|damaged JSON", "[{\"segmentation\":[[1,1,4,1,4,4]]}] x|damaged JSON",
		"[{\"segmentation\":[]}]|hold no object that covers a pixel", "[7]|are not COCO",
		"{\"images\":[{\"id\":1},{\"id\":1}],\"annotations\":[]}|describe 2 images",
		"{\"images\":[{\"id\":1,\"width\":5,\"height\":6,\"file_name\":\"a.png\"}],\"annotations\":[]}|an image of 5 x 6 (a.png), the image is 32 x 24",
		"{\"images\":[{\"id\":1}],\"annotations\":[{\"id\":4,\"image_id\":3,\"segmentation\":[[1,1,4,1,4,4]]}]}|annotation 4 belongs to the image id '3'" })
	void wrongFilesAreRefusedWithOneClearLine(final String json, final String reason) {
		final String message = refusal(json);
		assertTrue(message.contains(reason), message);
	}

	@Test
	void theSameImageTwiceIsRefused() {
		final InputException e = assertThrows(InputException.class, () -> text("{\"images\":[{\"id\":1},{\"id\":1}],\"annotations\":[]}", 2));
		assertTrue(e.getMessage().contains("list the image id '1' twice"), e.getMessage());
	}

	@Test
	void deepNestingIsSkippedOrRefused() {
		final String deep = "[".repeat(500_000);
		assertTrue(refusal("[{\"segmentation\":" + deep).length() < 500);
		assertTrue(refusal("{\"info\":" + deep + "]".repeat(500_000) + ",\"annotations\":[]}").contains("hold no object"));
	}
}
