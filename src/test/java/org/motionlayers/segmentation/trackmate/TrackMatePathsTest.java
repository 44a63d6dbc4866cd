package org.motionlayers.segmentation.trackmate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Objects follow the spots that lie on them, whatever TrackMate calls them. */
class TrackMatePathsTest {

	@TempDir
	Path folder;

	private static String spot(final int id, final int frame, final double x, final double y) {
		return "<Spot ID=\"" + id + "\" name=\"ID" + id + "\" FRAME=\"" + frame + "\" POSITION_X=\"" + x + "\" POSITION_Y=\"" + y +
			"\" POSITION_Z=\"0\" RADIUS=\"1\" VISIBILITY=\"1\"/>";
	}

	private static String edge(final int source, final int target) {
		return "<Edge SPOT_SOURCE_ID=\"" + source + "\" SPOT_TARGET_ID=\"" + target + "\"/>";
	}

	/** Label 3 lies at (7.5, 5), pixels of 0.5 x 0.25 um; its spot goes on in frame 2, where it divides, and in frame 4. */
	private Path file() throws IOException {
		return Files.writeString(folder.resolve("tracks.xml"), "<?xml version=\"1.0\"?><TrackMate version=\"7.0\"><Model spatialunits=\"um\">" +
			"<AllSpots>" + spot(1, 1, 3.75, 1.25) + spot(2, 2, 4.75, 1.5) + spot(3, 2, 0, 0) + spot(4, 4, 5.25, 1.75) + spot(5, 0, 3.75, 1.25) +
			spot(6, 1, 3.25, 1) + "</AllSpots><AllTracks><Track TRACK_ID=\"0\">" + edge(5, 1) + edge(1, 2) + edge(1, 3) + edge(4, 2) +
			"</Track></AllTracks></Model><Settings><ImageData pixelwidth=\"0.5\" pixelheight=\"0.25\"/></Settings></TrackMate>");
	}

	@Test
	void linksAreFollowedFromTheReferenceFrame() throws IOException {
		final List<double[]> rows = TrackMatePaths.read(file(), BoxWorld.flat().scene(), 1, Progress.NONE);
		assertEquals(3, rows.size());
		assertArrayEquals(new double[] { 3, 0, 7.5, 5, 0 }, rows.get(0));
		assertArrayEquals(new double[] { 3, 1, 9.5, 6, 0 }, rows.get(1));
		assertArrayEquals(new double[] { 3, 3, 10.5, 7, 0 }, rows.get(2));
	}

	@Test
	void whereNoSpotLiesOnAnObjectItIsTold() throws IOException {
		final Path file = file();
		assertEquals("tracks=" + file + ": none of its 6 spots lies on an object in frame 9, the reference frame.", assertThrows(
			InputException.class, () -> TrackMatePaths.read(file, BoxWorld.flat().scene(), 9, Progress.NONE)).getMessage());
	}
}
