package org.motionlayers.segmentation.trackmate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.Target;

class TrackMateReaderTest {

	private static final String MODEL = "trackmate/model.xml";

	@TempDir
	private Path folder;

	private static Segmentation model() throws IOException {
		return new TrackMateReader().read(Fixture.file(MODEL), Fixture.target(4), Progress.NONE);
	}

	/** The model with a part exchanged. */
	private Segmentation changed(final String part, final String by, final Target target) throws IOException {
		final String text = Files.readString(Fixture.file(MODEL));
		assertTrue(text.contains(part), "the model has no " + part);
		return new TrackMateReader().read(Files.writeString(folder.resolve("changed.xml"), text.replace(part, by)), target, Progress.NONE);
	}

	@Test
	void polygonsCirclesTracksDivisionsAndFilters() throws IOException {
		Fixture.assertLabels("trackmate/model.txt", model());
	}

	@Test
	void tracksAreIdentitiesAndDaughtersHaveTheirMother() throws IOException {
		final Segmentation labels = model();
		assertTrue(labels.identified());
		assertEquals(List.of(), labels.object(2).parents());
		assertEquals(List.of(2), labels.object(3).parents());
		assertEquals(List.of(2), labels.object(4).parents());
		assertEquals("Track_0", labels.object(1).name());
		assertEquals("Track_1.2", labels.object(3).name());
		assertEquals("ID40", labels.object(5).name());
	}

	@Test
	void descriptionSaysWhatWasFound() throws IOException {
		final String text = model().description();
		assertTrue(text.startsWith("model.xml: TrackMate XML, 9 outlines in 4 frames; 2 tracks are the objects; 2 objects born by division or merging; " +
			"6 spots without outline drawn as circles; 3 hidden spots left out; 1 pixel in several outlines, the smaller on top"), text);
	}

	@Test
	void calibrationIsTheFiles() throws IOException {
		assertEquals(new Calibration(0.5, 0.5, 1, "micron", 10, "sec"), model().calibration());
	}

	@Test
	void withoutImageDataTheImagesPixelSizeCounts() throws IOException {
		final String text = Files.readString(Fixture.file(MODEL));
		final String data = text.substring(text.indexOf("<ImageData"), text.indexOf("<BasicSettings"));
		final Target target = new Target(Fixture.SHAPE, 4, new Calibration(0.5, 0.5, 1, "um", 1, "s"));
		Fixture.assertLabels("trackmate/model.txt", changed(data, "", target));
	}

	@Test
	void withoutTrackFiltersAllTracksAreVisible() throws IOException {
		final String text = Files.readString(Fixture.file(MODEL));
		final String filters = text.substring(text.indexOf("<FilteredTracks>"), text.indexOf("</FilteredTracks>") + 17);
		final Segmentation labels = changed(filters, "", Fixture.target(4));
		assertEquals(6, labels.objects().size());
		assertEquals("Track_2", labels.object(5).name());
	}

	@Test
	void spotsWithoutTracksAreObjectsOfTheirFrame() throws IOException {
		final String text = Files.readString(Fixture.file(MODEL));
		final String tracks = text.substring(text.indexOf("<AllTracks>"), text.indexOf("</FilteredTracks>") + 17);
		final Segmentation labels = changed(tracks, "", Fixture.target(4));
		assertFalse(labels.identified());
		assertEquals(11, labels.objects().size());
	}

	@Test
	void spotsOfA3dImageAreBalls() throws IOException {
		final Path file = Files.writeString(folder.resolve("3d.xml"), "<TrackMate><Model spatialunits='um'><AllSpots><SpotsInFrame frame='0'>" +
			"<Spot ID='1' name='a' POSITION_X='4' POSITION_Y='5' POSITION_Z='6' RADIUS='2.2'/></SpotsInFrame></AllSpots></Model><Settings>" +
			"<ImageData pixelwidth='1' pixelheight='1' voxeldepth='2'/></Settings></TrackMate>");
		final Segmentation labels = new TrackMateReader().read(file, new Target(new Shape(10, 10, 6, 1), 1, Calibration.NONE), Progress.NONE);
		// 2.2 pixels in plane, 1.1 planes along z
		final long inPlane = count(labels, 3), above = count(labels, 4), farther = count(labels, 5);
		assertEquals("13 1 0", inPlane + " " + above + " " + farther);
	}

	private static long count(final Segmentation labels, final int z) {
		final int plane = labels.shape().planeSize();
		return java.util.Arrays.stream(labels.labels(0), z * plane, (z + 1) * plane).filter(l -> l != 0).count();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "SPOT_SOURCE_ID=\"12\"|SPOT_SOURCE_ID=\"99\"|links the spot 99, which the file does not have",
		"SPOT_SOURCE_ID=\"12\"|SPOT_SOURCE_ID=\"31\"|both in frame 1", "ID=\"11\"|ID=\"10\"|is there twice",
		"ROI_N_POINTS=\"4\"|ROI_N_POINTS=\"5\"|ROI_N_POINTS is 5, but the outline has 8 numbers",
		"POSITION_X=\"3.0\"|POSITION_X=\"NaN\"|POSITION_X is NaN; a finite number", "POSITION_X=\"3.0\"|POSITION_X=\"three\"|not a number",
		"POSITION_X=\"3.0\"|POSITION_X=\"3e3\"|lies outside the image", "POSITION_X=\"3.0\"|X=\"3\"|has no POSITION_X",
		"pixelwidth=\"0.5\"|pixelwidth=\"0\"|a pixel size is more than 0", "FRAME=\"3\"|FRAME=\"4\"|is in frame 5; the image has 4 frames",
		"FRAME=\"3\"|FRAME=\"2.5\"|a whole number is needed", "width=\"32\"|width=\"64\"|made of an image of 64 x 24, the image is 32 x 24",
		"RADIUS=\"1.2\"|RADIUS=\"-1\"|a radius is more than 0", "</Settings>|</Setting>|damaged XML" })
	void wrongFilesAreRefusedWithOneClearLine(final String part, final String by, final String reason) {
		final InputException e = assertThrows(InputException.class, () -> changed(part, by, Fixture.target(4)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains("changed.xml"), e.getMessage());
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
	}

	@Test
	void mergingTracksHaveTwoParents() throws IOException {
		final StringBuilder spots = new StringBuilder();
		final int[][] at = { { 1, 0, 5, 5 }, { 2, 0, 15, 5 }, { 3, 1, 10, 5 }, { 4, 2, 10, 6 } };
		for (final int[] s : at) spots.append("<Spot ID='" + s[0] + "' FRAME='" + s[1] + "' POSITION_X='" + s[2] + "' POSITION_Y='" + s[3] +
			"' RADIUS='2'/>");
		final Path file = Files.writeString(folder.resolve("merge.xml"), "<TrackMate><Model><AllSpots>" + spots + "</AllSpots><AllTracks>" +
			"<Track TRACK_ID='7'><Edge SPOT_SOURCE_ID='1' SPOT_TARGET_ID='3'/><Edge SPOT_SOURCE_ID='2' SPOT_TARGET_ID='3'/>" +
			"<Edge SPOT_SOURCE_ID='3' SPOT_TARGET_ID='4'/></Track></AllTracks></Model></TrackMate>");
		final Segmentation labels = new TrackMateReader().read(file, Fixture.target(3), Progress.NONE);
		assertEquals(List.of(1, 2), labels.object(3).parents());
		assertEquals(3, labels.labels(2)[6 * 32 + 10]);
	}

	@Test
	void exportOfTracksHasDiscsOfAStatedSize() throws IOException {
		final Target target = new Target(Fixture.SHAPE, 2, new Calibration(0.5, 0.5, 1, "um", 1, "s"));
		final Segmentation labels = new TrackExportReader().read(Fixture.file("trackmate/tracks.xml"), target, Progress.NONE);
		Fixture.assertLabels("trackmate/tracks.txt", labels);
		assertTrue(labels.identified());
		assertTrue(labels.description().contains("3 outlines in 2 frames; 2 tracks are the objects; the format has no sizes: detections drawn with a radius of 5"),
			labels.description());
	}
}
