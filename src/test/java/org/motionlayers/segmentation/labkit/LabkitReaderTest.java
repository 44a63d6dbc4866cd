package org.motionlayers.segmentation.labkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.Target;

class LabkitReaderTest {

	@TempDir
	private Path folder;

	private Segmentation text(final String json, final Target target) throws IOException {
		return new LabkitReader().read(Files.writeString(folder.resolve("changed.labeling"), json), target, Progress.NONE);
	}

	@Test
	void namesAreObjectsAndBackgroundIsBackground() throws IOException {
		final Path file = Fixture.file("labkit/cells.labeling");
		assertTrue(new LabkitReader().canRead(file, Fixture.head(file)));
		final Segmentation labels = new LabkitReader().read(file, Fixture.target(5), Progress.NONE);
		Fixture.assertLabels("labkit/cells.txt", labels);
		assertEquals("left right", labels.object(1).name() + " " + labels.object(2).name());
		assertEquals(new Calibration(0.25, 0.25, 1, "um", 1, "frame"), labels.calibration());
		assertTrue(labels.description().contains("'background' is background; the marked pixels are taken as the whole objects"), labels
			.description());
	}

	@Test
	void thirdAxisIsTimeWhereTheImageHasNoPlanes() throws IOException {
		final Segmentation labels = new LabkitReader().read(Fixture.file("labkit/time.labeling"), Fixture.target(3), Progress.NONE);
		Fixture.assertLabels("labkit/time.txt", labels);
		assertTrue(labels.identified());
	}

	@Test
	void thirdAxisIsZWhereTheImageHasPlanes() throws IOException {
		final Segmentation labels = new LabkitReader().read(Fixture.file("labkit/time.labeling"), new Target(new Shape(32, 24, 3, 1), 1,
			Calibration.NONE), Progress.NONE);
		assertEquals(Files.readString(Fixture.file("labkit/time.txt")).replace("\n\n", "\n"), Fixture.text(labels.labels(0), labels.shape()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "labkit/cells.tif", "labkit/cells.tif.labels" })
	void indexImageWithNamesBesideIt(final String name) throws IOException {
		final Path file = Fixture.file(name);
		assertTrue(new LabkitTiffReader().canRead(file, Fixture.head(file)));
		final Segmentation labels = new LabkitTiffReader().read(file, Fixture.target(1), Progress.NONE);
		Fixture.assertLabels("labkit/cells.txt", labels);
		assertEquals("right", labels.object(2).name());
		assertTrue(labels.description().contains("Labkit TIFF labeling with the labels left, right"), labels.description());
	}

	@Test
	void indexWithoutNamesIsRefused() throws IOException {
		Files.copy(Fixture.file("labkit/cells.tif"), folder.resolve("a.tif"));
		Files.writeString(folder.resolve("a.tif.labels"), "{\"labelSets\":[[],[\"left\"],[\"right\"]]}");
		final Segmentation labels = new LabkitTiffReader().read(folder.resolve("a.tif"), Fixture.target(1), Progress.NONE);
		final InputException e = assertThrows(InputException.class, () -> labels.labels(0));
		assertTrue(e.getMessage().contains("have 3 label sets, but the image beside them has the index 3"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
		"{\"interval\":{\"min\":[0,0],\"max\":[30,23]},\"labels\":{\"a\":[[1,1]]}}|a labeling of 31 x 24; the image is 32 x 24 with 2 frames",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"a\":[[1,1],[32,1]]}}|label 'a' has a pixel at x = 32, outside its interval 0 to 31",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"a\":[[1,1],[3]]}}|a position has 1 numbers, others have 2",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"a\":[[1,1,1]]}}|positions of 3 numbers, the interval has 2",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"a\":[[1.5,1]]}}|are not Labkit labeling",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"a\":[[1e99,1]]}}|are not Labkit labeling",
		"{\"interval\":{\"min\":[0,0],\"max\":[31,23]},\"labels\":{\"background\":[[1,1]]}}|hold no object",
		"{\"interval\":{\"min\":[0,0,0],\"max\":[31,23,2]},\"labels\":{\"a\":[[1,1,1]]}}|a labeling of 32 x 24 x 3",
		"{\"labels\":{\"a\":[[1,1]]}}|a labeling of no interval", "{\"interval\":{\"min\":[0,0],\"max\":[31,23]|damaged JSON" })
	void wrongFilesAreRefusedWithOneClearLine(final String json, final String reason) {
		final InputException e = assertThrows(InputException.class, () -> text(json, Fixture.target(2)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
	}
}
