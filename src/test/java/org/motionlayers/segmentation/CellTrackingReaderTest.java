package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ShortProcessor;

/** Folders written by hand to the challenge's specification of files. */
class CellTrackingReaderTest {

	private static final Target TARGET = new Target(Shape.of(6, 1), 3, Calibration.NONE);
	private static final int[][] MASKS = { { 5, 5, 5, 5, 0, 0 }, { 1, 1, 0, 300, 300, 0 }, { 1, 0, 0, 0, 300, 300 } };
	private static final String TRACKS = "5 0 0 0\n1 1 2 5\n300 1 2 5\n";

	@TempDir
	Path root;

	private Path write(final String folder, final String prefix, final String table, final String tracks) throws IOException {
		final Path path = Files.createDirectories(root.resolve(folder));
		for (int t = 0; t < MASKS.length; t++) {
			final ShortProcessor processor = new ShortProcessor(6, 1);
			for (int p = 0; p < 6; p++) processor.set(p, MASKS[t][p]);
			new FileSaver(new ImagePlus("mask", processor)).saveAsTiff(path.resolve(prefix + "00" + t + ".tif").toString());
		}
		Files.writeString(path.resolve(table), tracks);
		return path;
	}

	private static Segmentation read(final Path source) throws IOException {
		final CellTrackingReader reader = new CellTrackingReader();
		assertTrue(reader.canRead(source, new byte[0]), source + " is not recognised");
		return reader.read(source, TARGET, Progress.NONE);
	}

	private static void assertWhole(final Segmentation labels) {
		assertTrue(labels.identified());
		for (int t = 0; t < MASKS.length; t++) assertArrayEquals(MASKS[t], labels.labels(t), "frame " + t);
		assertEquals(List.of(5), labels.object(1).parents());
		assertEquals(List.of(5), labels.object(300).parents());
		assertEquals(List.of(), labels.object(5).parents());
	}

	@Test
	void readsGroundTruthByAnyOfItsNames() throws IOException {
		final Path tracking = write("01_GT/TRA", "man_track", "man_track.txt", TRACKS);
		for (final Path source : new Path[] { root.resolve("01_GT"), tracking, tracking.resolve("man_track.txt") }) {
			final Segmentation labels = read(source);
			assertWhole(labels);
			assertTrue(labels.description().contains("identities from man_track.txt (3 tracks, 2 from divisions); tracking markers may be smaller"),
				labels::description);
		}
	}

	@Test
	void readsResults() throws IOException {
		assertWhole(read(write("01_RES", "mask", "res_track.txt", "5 0.0 0.0 0.0 \n\n1\t1  2 5\n300 1 2 5")));
	}

	@Test
	void readsOneStackBesideTheTable() throws IOException {
		Files.copy(Fixtures.file("u16_t4_plain_deflate.tif"), root.resolve("labels.tif"));
		Files.writeString(root.resolve("man_track.txt"), "1 0 3 0\n300 0 3 0\n40000 0 3 0\n65535 0 3 0\n");
		final Target target = new Target(Shape.of(13, 11), 4, Calibration.NONE);
		assertTrue(new CellTrackingReader().read(root, target, Progress.NONE).identified());
		final Segmentation byFile = new LabelTiffReader().read(root.resolve("labels.tif"), target, Progress.NONE);
		assertTrue(byFile.identified() && byFile.description().contains("identities from man_track.txt (4 tracks)"), byFile::description);
	}

	@Test
	void leavesATableOfOtherLabelsAside() throws IOException {
		Files.copy(Fixtures.file("u16_t4_plain_deflate.tif"), root.resolve("labels.tif"));
		Files.writeString(root.resolve("man_track.txt"), "1 0 3 0\n2 0 3 0\n");
		final Segmentation labels = new LabelTiffReader().read(root.resolve("labels.tif"), new Target(Shape.of(13, 11), 4, Calibration.NONE),
			Progress.NONE);
		assertTrue(!labels.identified() && labels.description().contains("names other labels and was left aside"), labels::description);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1 0 2|line 1: found 3 values", "1 0 2 x|found \"x\"", "1 2 0 0|found \"1 2 0 0\"",
		"0 0 2 0|found \"0 0 2 0\"", "1 0 2 1|found \"1 0 2 1\"", "1 0 2 9|parent 9, of which there is no line", "1.5 0 2 0|found \"1.5\"",
		"-1 0 2 0|found \"-1\"" })
	void refusesDamagedTables(final String line, final String message) throws IOException {
		final Path folder = write("01_RES", "mask", "res_track.txt", line + "\n");
		final InputException e = assertThrows(InputException.class, () -> read(folder));
		assertTrue(e.getMessage().contains(message) && e.getMessage().contains("res_track.txt"), e::getMessage);
	}

	@Test
	void refusesTheSameLabelTwice() throws IOException {
		final Path folder = write("01_RES", "mask", "res_track.txt", "1 0 2 0\n1 0 2 0\n");
		final InputException e = assertThrows(InputException.class, () -> read(folder));
		assertTrue(e.getMessage().contains("line 2: found label 1 for the second time"), e::getMessage);
	}

	@Test
	void refusesATableThatIsNoText() throws IOException {
		final Path folder = write("01_RES", "mask", "res_track.txt", "");
		Files.write(folder.resolve("res_track.txt"), new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });
		final InputException e = assertThrows(InputException.class, () -> read(folder));
		assertTrue(e.getMessage().contains("are no text"), e::getMessage);
	}

	@Test
	void refusesAFolderWithoutMasks() throws IOException {
		Files.writeString(root.resolve("res_track.txt"), TRACKS);
		final InputException e = assertThrows(InputException.class, () -> read(root));
		assertTrue(e.getMessage().contains("no man_track000.tif, mask000.tif or labels.tif"), e::getMessage);
	}
}
