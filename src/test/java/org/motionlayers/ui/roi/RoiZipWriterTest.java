package org.motionlayers.ui.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipInputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.ByteProcessor;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Target;

class RoiZipWriterTest {

	private static final Shape SHAPE = Shape.of(8, 5);

	@TempDir
	private Path folder;

	/** As the ROI Manager opens a set. */
	private static List<Roi> openAsImageJ(final Path file) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) rois.add(new RoiDecoder(zip.readAllBytes(), entry
				.getName()).getRoi());
		}
		return rois;
	}

	private static int[] labels(final String... rows) {
		return String.join("", rows).chars().map(c -> c == '.' ? 0 : c - '0').toArray();
	}

	@Test
	void everyObjectOfEveryFrameIsARegionThatImageJReads() throws IOException {
		final int[][] frames = { labels("11......", "1.1..22.", "111..2..", ".....22.", "........"), labels("........", "........", "........",
			"........", ".......2") };
		final Path file = folder.resolve("rois.zip");
		RoiZipWriter.write(file, t -> frames[t], 2, SHAPE, Progress.NONE);
		final StringBuilder found = new StringBuilder();
		final int[][] drawn = new int[2][SHAPE.pixels()];
		for (final Roi roi : openAsImageJ(file)) {
			found.append(roi.getName()).append("@").append(roi.getTPosition()).append(" ");
			final ByteProcessor mask = new ByteProcessor(8, 5);
			mask.setValue(Integer.parseInt(roi.getName()));
			mask.fill(roi);
			for (int i = 0; i < drawn[0].length; i++) drawn[roi.getTPosition() - 1][i] += mask.get(i);
		}
		assertEquals("1@1 2@1 2@2 ", found.toString());
		assertArrayEquals(frames[0], drawn[0]);
		assertArrayEquals(frames[1], drawn[1]);
	}

	/** Any labels, however torn and full of holes, in planes and frames, come back exactly. */
	@Property(tries = 60)
	void whatIsWrittenIsReadBackExactly(@ForAll final long seed) throws IOException {
		final SplittableRandom random = new SplittableRandom(seed);
		final Shape shape = new Shape(random.nextInt(1, 24), random.nextInt(1, 20), random.nextInt(1, 4), 1);
		final int count = random.nextInt(1, 5), frames = random.nextInt(1, 4);
		final int[][] labels = new int[frames][];
		for (int t = 0; t < frames; t++) labels[t] = random.ints(shape.pixels(), 0, count + 1).map(l -> l * 1000).toArray();
		labels[0][0] = labels[frames - 1][0] = 70000;
		final Path file = Files.createTempFile("rois", ".zip");
		try {
			RoiZipWriter.write(file, t -> labels[t], frames, shape, Progress.NONE);
			final Segmentation read = new RoiReader().read(file, new Target(shape, frames, Calibration.NONE), Progress.NONE);
			assertEquals(frames, read.frames());
			assertTrue(read.identified());
			for (int t = 0; t < frames; t++) assertArrayEquals(labels[t], read.labels(t), "frame " + t + " of " + shape);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	@Test
	void sameLabelsGiveTheSameBytes() throws IOException {
		final int[] labels = labels("11......", "1.1..22.", "111..2..", ".....22.", "........");
		for (final String name : new String[] { "a.zip", "b.zip" }) RoiZipWriter.write(folder.resolve(name), t -> labels, 1, SHAPE, Progress.NONE);
		assertArrayEquals(Files.readAllBytes(folder.resolve("a.zip")), Files.readAllBytes(folder.resolve("b.zip")));
	}

	@Test
	void canceledWritingLeavesNothing() throws IOException {
		final Path file = folder.resolve("rois.zip");
		final Progress canceled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// canceled before anything is done
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> RoiZipWriter.write(file, t -> new int[40], 1, SHAPE, canceled));
		assertFalse(Files.exists(file));
		try (var files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}
}
