package org.motionlayers.ui.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Polygon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Target;

/** Files are written by ImageJ's own encoder. */
class RoiReaderTest {

	private static final Shape SHAPE = Shape.of(8, 5);

	@TempDir
	private Path folder;

	static Path zip(final Path file, final Roi... rois) throws IOException {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			int i = 0;
			for (final Roi roi : rois) {
				zip.putNextEntry(new ZipEntry("entry" + i++ + ".roi"));
				zip.write(RoiEncoder.saveAsByteArray(roi));
			}
		}
		return file;
	}

	private Segmentation read(final Target target, final Roi... rois) throws IOException {
		final Path file = zip(folder.resolve("rois.zip"), rois);
		assertTrue(new RoiReader().canRead(file, Files.readAllBytes(file)), "canRead");
		return new RoiReader().read(file, target, Progress.NONE);
	}

	private Segmentation read(final int frames, final Roi... rois) throws IOException {
		return read(new Target(SHAPE, frames, Calibration.NONE), rois);
	}

	private static Roi named(final Roi roi, final String name) {
		roi.setName(name);
		return roi;
	}

	private static Roi at(final Roi roi, final int slice, final int frame) {
		roi.setPosition(0, slice, frame);
		return roi;
	}

	static String text(final int[] labels, final Shape shape) {
		return org.motionlayers.segmentation.Fixture.text(labels, shape);
	}

	@Test
	void laterRegionsAreOnTop() throws IOException {
		final Segmentation labels = read(1, new Roi(0, 0, 4, 3), new Roi(2, 1, 4, 3), new Roi(3, 2, 1, 1));
		assertEquals("1111....\n112222..\n112322..\n..2222..\n........\n", text(labels.labels(0), SHAPE));
		assertTrue(labels.description().contains("ImageJ ROIs, 3 outlines in 1 frame; 5 pixels in several outlines, the later on top"), labels
			.description());
	}

	@Test
	void singleRoiFile() throws IOException {
		final Path file = folder.resolve("cell.roi");
		Files.write(file, RoiEncoder.saveAsByteArray(named(new Roi(1, 1, 2, 2), "cell")));
		assertTrue(new RoiReader().canRead(file, Files.readAllBytes(file)));
		final Segmentation labels = new RoiReader().read(file, new Target(SHAPE, 3, Calibration.NONE), Progress.NONE);
		assertEquals("........\n.11.....\n.11.....\n........\n........\n", text(labels.labels(0), SHAPE));
		assertEquals("cell", labels.object(1).name());
		assertEquals(1, labels.frames());
		assertTrue(labels.identified());
	}

	/** Every kind of region covers what ImageJ itself says it covers. */
	@Test
	void masksAreThoseOfImageJ() throws IOException {
		final Shape shape = Shape.of(40, 30);
		final ShapeRoi ring = new ShapeRoi(new OvalRoi(5, 4, 20, 16)).not(new ShapeRoi(new OvalRoi(9, 8, 8, 7)));
		final PolygonRoi spline = new PolygonRoi(new float[] { 5.3f, 20.1f, 28.8f, 9.2f }, new float[] { 4.4f, 3.1f, 20.6f, 22.9f }, Roi.POLYGON);
		spline.fitSpline();
		final Roi rounded = new Roi(3, 3, 20, 12);
		rounded.setCornerDiameter(8);
		final Roi[] kinds = { new Roi(2, 3, 9, 7), new Roi(2.4, 3.3, 9.5, 7.2), rounded, new OvalRoi(4, 5, 13, 9), new OvalRoi(4.3, 5.6, 13.2, 9.1),
			new EllipseRoi(8, 8, 28, 18, 0.5), new RotatedRectRoi(6, 6, 26, 16, 7), ring, spline, new PolygonRoi(new int[] { 3, 20, 25, 8 },
				new int[] { 2, 5, 22, 18 }, 4, Roi.POLYGON), new PolygonRoi(new float[] { 3.25f, 20.5f, 25.75f, 8.1f }, new float[] { 2.1f, 5.7f, 22.3f,
					18.4f }, Roi.FREEROI), new PolygonRoi(new Polygon(new int[] { 3, 9, 9, 6, 6, 3 }, new int[] { 2, 2, 8, 8, 12, 12 }, 6),
						Roi.TRACED_ROI), new OvalRoi(-5, -4, 20, 16) };
		for (final Roi kind : kinds) {
			final ByteProcessor drawn = new ByteProcessor(40, 30);
			drawn.setValue(1);
			drawn.fill(kind);
			final int[] expected = new int[shape.pixels()];
			for (int i = 0; i < expected.length; i++) expected[i] = drawn.get(i);
			final Segmentation labels = read(new Target(shape, 1, Calibration.NONE), kind);
			assertEquals(text(expected, shape), text(labels.labels(0), shape), kind.toString());
		}
	}

	/** ImageJ would look for its colour table and log that there is none. */
	@Test
	void groupsAreLeftAlone() throws IOException {
		final Roi roi = new Roi(1, 1, 2, 2);
		roi.setName("grouped");
		final byte[] bytes = RoiEncoder.saveAsByteArray(roi);
		bytes[java.nio.ByteBuffer.wrap(bytes).getInt(ij.io.RoiDecoder.HEADER2_OFFSET) + ij.io.RoiDecoder.GROUP] = 9;
		final Roi decoded = new EncodedRoi("a.zip", "b", bytes).decode();
		assertEquals("grouped 0", decoded.getName() + " " + decoded.getGroup());
	}

	@Test
	void numbersAsNamesAreLabelsOverTime() throws IOException {
		final Segmentation labels = read(2, at(named(new Roi(0, 0, 2, 2), "7"), 0, 1), at(named(new Roi(3, 0, 1, 1), "4"), 0, 1), at(named(
			new Roi(1, 1, 2, 2), "7"), 0, 2));
		assertTrue(labels.identified());
		assertEquals("77.4....\n77......\n........\n........\n........\n", text(labels.labels(0), SHAPE));
		assertEquals("........\n.77.....\n.77.....\n........\n........\n", text(labels.labels(1), SHAPE));
	}

	@Test
	void otherNamesGiveLabelsInOrder() throws IOException {
		final Segmentation labels = read(2, at(named(new Roi(0, 0, 1, 1), "0001-0002"), 0, 1), at(named(new Roi(0, 0, 1, 1), "7"), 0, 2));
		assertFalse(labels.identified());
		assertEquals(1, labels.labels(0)[0]);
		assertEquals(2, labels.labels(1)[0]);
	}

	@Test
	void positionsInAPlainStackAreFramesOfAMovie() throws IOException {
		final Roi first = new Roi(0, 0, 1, 1), third = new Roi(1, 0, 1, 1);
		first.setPosition(1);
		third.setPosition(3);
		final Segmentation labels = read(3, first, third);
		assertEquals(List.of(1, 0, 0, 0, 0, 2), List.of(labels.labels(0)[0], labels.labels(0)[1], labels.labels(1)[0], labels.labels(1)[1], labels
			.labels(2)[0], labels.labels(2)[1]));
	}

	@Test
	void positionsInAPlainStackArePlanesOfAVolume() throws IOException {
		final Shape shape = new Shape(8, 5, 3, 1);
		final Roi roi = new Roi(0, 0, 1, 1);
		roi.setPosition(3);
		final Segmentation labels = read(new Target(shape, 1, Calibration.NONE), roi);
		assertEquals(List.of(80), org.motionlayers.segmentation.Fixture.indices(labels.labels(0)));
	}

	@Test
	void hyperstackPositionsArePlaneAndFrame() throws IOException {
		final Shape shape = new Shape(8, 5, 3, 2);
		final Segmentation labels = read(new Target(shape, 2, Calibration.NONE), at(new Roi(0, 0, 1, 1), 2, 2), at(new Roi(1, 0, 1, 1), 0, 1));
		assertEquals(List.of(1, 41, 81), org.motionlayers.segmentation.Fixture.indices(labels.labels(0)));
		assertEquals(List.of(40), org.motionlayers.segmentation.Fixture.indices(labels.labels(1)));
	}

	@Test
	void unboundRegionsAmongBoundOnesAreInEveryFrame() throws IOException {
		final Segmentation labels = read(2, at(new Roi(0, 0, 1, 1), 0, 2), new Roi(3, 0, 1, 1));
		assertEquals("0 2 1 2", labels.labels(0)[0] + " " + labels.labels(0)[3] + " " + labels.labels(1)[0] + " " + labels.labels(1)[3]);
	}

	@Test
	void slicesOfAMovieAreItsFrames() throws IOException {
		final Segmentation labels = read(2, at(new Roi(0, 0, 1, 1), 1, 0), at(new Roi(1, 0, 1, 1), 2, 0));
		assertEquals("1 2", labels.labels(0)[0] + " " + labels.labels(1)[1]);
		assertTrue(labels.description().contains("slices were read as frames"), labels.description());
	}

	@Test
	void framesOfAVolumeAreItsSlices() throws IOException {
		final Segmentation labels = read(new Target(new Shape(8, 5, 2, 1), 1, Calibration.NONE), at(new Roi(0, 0, 1, 1), 0, 1), at(new Roi(1, 0, 1,
			1), 0, 2));
		assertEquals("1 2", labels.labels(0)[0] + " " + labels.labels(0)[41]);
		assertTrue(labels.description().contains("frames were read as slices"), labels.description());
	}

	@Test
	void regionsWithoutAreaAreRefused() {
		for (final Roi roi : new Roi[] { new Line(1, 1, 4, 4), new Arrow(1, 1, 4, 4), new PointRoi(3, 3), new PolygonRoi(new int[] { 1, 4, 5 },
			new int[] { 1, 1, 3 }, 3, Roi.POLYLINE) })
		{
			final InputException e = assertThrows(InputException.class, () -> read(1, named(roi, "mine")));
			assertTrue(e.getMessage().contains("region 'mine' is a ") && e.getMessage().contains("which encloses no area"), e.getMessage());
			assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		}
	}

	@Test
	void textAndPicturesAreRefused() {
		final InputException text = assertThrows(InputException.class, () -> read(1, new TextRoi(1, 1, "hello")));
		assertTrue(text.getMessage().contains("is a text; regions with an outline are needed"), text.getMessage());
		final InputException picture = assertThrows(InputException.class, () -> read(1, new ImageRoi(1, 1, new ByteProcessor(3, 3))));
		assertTrue(picture.getMessage().contains("is a picture"), picture.getMessage());
	}

	@Test
	void regionsOutsideImageOrMovieAreRefused() {
		final InputException place = assertThrows(InputException.class, () -> read(1, new Roi(50, 0, 3, 3)));
		assertTrue(place.getMessage().contains("lies outside the image: it is at x 50 to 52, y 0 to 2, the image is 8 x 5"), place.getMessage());
		final InputException frame = assertThrows(InputException.class, () -> read(2, at(new Roi(0, 0, 3, 3), 0, 5)));
		assertTrue(frame.getMessage().contains("is in frame 5; the image has 2 frames"), frame.getMessage());
		final InputException size = assertThrows(InputException.class, () -> read(1, new OvalRoi(-4000, -4000, 30000, 30000)));
		assertTrue(size.getMessage().contains("is 30000 x 30000, far larger than the image"), size.getMessage());
	}

	@Test
	void zipsOfOtherThingsAreLeftAlone() throws IOException {
		final Path file = folder.resolve("other.zip");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("a.txt"));
		}
		assertFalse(new RoiReader().canRead(file, Files.readAllBytes(file)));
	}

	/** An outline that would keep ImageJ busy for minutes. */
	@Test
	void endlessOutlinesAreRefused() {
		final int n = 5000;
		final int[] x = new int[n], y = new int[n];
		final java.awt.geom.GeneralPath path = new java.awt.geom.GeneralPath();
		path.moveTo(0, 0);
		for (int i = 0; i < n; i++) {
			x[i] = i % 4096;
			y[i] = i % 2 * 4000;
			path.curveTo(0, 0, 10, 10, x[i], y[i]);
		}
		path.closePath();
		for (final Roi roi : new Roi[] { new PolygonRoi(x, y, n, Roi.POLYGON), new ShapeRoi(path) }) {
			final InputException e = assertThrows(InputException.class, () -> new EncodedRoi("a", "b", RoiEncoder.saveAsByteArray(roi)));
			assertTrue(e.getMessage().matches(".*its outline is \\d+ pixels long\\."), e.getMessage());
		}
	}

	/** What the decoder would believe: four gigabytes of outline in a file of a hundred bytes. */
	@Test
	void lengthsBeyondTheFileAreRefused() throws IOException {
		final byte[] good = RoiEncoder.saveAsByteArray(new PolygonRoi(new int[] { 1, 4, 5 }, new int[] { 1, 1, 3 }, 3, Roi.POLYGON));
		final int header2 = java.nio.ByteBuffer.wrap(good).getInt(ij.io.RoiDecoder.HEADER2_OFFSET);
		for (final int[] change : new int[][] { { ij.io.RoiDecoder.SHAPE_ROI_SIZE, Integer.MAX_VALUE }, { ij.io.RoiDecoder.N_COORDINATES, 0,
			Integer.MAX_VALUE }, { ij.io.RoiDecoder.HEADER2_OFFSET, Integer.MAX_VALUE }, { header2 + ij.io.RoiDecoder.ROI_PROPS_LENGTH,
				Integer.MAX_VALUE, header2 + ij.io.RoiDecoder.ROI_PROPS_OFFSET }, { header2 + ij.io.RoiDecoder.COUNTERS_OFFSET, 64 } })
		{
			final byte[] bad = good.clone();
			final java.nio.ByteBuffer data = java.nio.ByteBuffer.wrap(bad);
			if (change[0] == ij.io.RoiDecoder.N_COORDINATES) data.putShort(16, (short) 0).putInt(18, change[2]);
			else data.putInt(change[0], change[1]);
			if (change.length == 3 && change[0] != ij.io.RoiDecoder.N_COORDINATES) data.putInt(change[2], 64);
			final InputException e = assertThrows(InputException.class, () -> new EncodedRoi("a.zip", "b", bad).decode(), "offset " + change[0]);
			assertTrue(e.getMessage().startsWith("Labels 'a.zip': the region 'b' is damaged"), e.getMessage());
		}
	}
}
