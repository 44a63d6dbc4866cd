package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;

class CsvTrackWriterTest {

	@TempDir
	Path temp;

	private List<String> lines(final BoxWorld world) throws IOException {
		new CsvTrackWriter().write(temp.resolve("tracks.csv"), TrackTableTest.table(world), Progress.NONE);
		return Files.readAllLines(temp.resolve("tracks.csv"));
	}

	@Test
	void hasUnitsInTheHeader() throws IOException {
		assertEquals("label,name,frame,t (frame),t (sec),kind,x (pixel),y (pixel),x (\u00b5m),y (\u00b5m),displacement (pixel)," +
			"displacement (\u00b5m),speed (pixel/frame),speed (\u00b5m/sec),pixels seen,visible fraction,in frame,dx (pixel),dy (pixel)", lines(BoxWorld
				.flat()).get(0));
		assertEquals("label,name,frame,t (frame),kind,x (pixel),y (pixel),displacement (pixel),speed (pixel/frame),pixels seen," +
			"visible fraction,in frame,dx (pixel),dy (pixel)", lines(TrackTableTest.plain().with(1, new Box(1, 1, 0, 2, 2, 1), 0, 0, 0)).get(0));
	}

	@Test
	void hasARowForEveryObjectAndFrame() throws IOException {
		final List<String> lines = lines(BoxWorld.flat());
		assertEquals(1 + 2 * 7, lines.size());
		assertEquals("3,,0,-2,-40,observed,3.5,5,1.75,1.25,4,2,,,12,,true,,", lines.get(1));
		// 2 pixels of 0.5 um in a frame of 20 s
		assertEquals("3,,4,2,40,predicted,11.5,5,5.75,1.25,4,2,2,0.05,12,1,true,4,0", lines.get(5));
		// label 1000: 1 pixel of 0.25 um upwards, its centroid at y 10 in the reference frame; label 3 hides a part of it at time 4
		assertEquals("1000,,6,4,80,predicted,15,6,7.5,1.5,4,1,1,0.0125,6,0.4,true,0,-4", lines.get(14));
	}

	@Test
	void objectsOutOfTheFrameHaveRowsToo() throws IOException {
		final List<String> lines = lines(TrackTableTest.plain().with(1, new Box(14, 1, 0, 4, 4, 1), 3, 0, 0));
		assertEquals("1,,4,3,predicted,24.5,2.5,9,3,0,0,false,9,0", lines.get(5));
	}

	@Test
	void namesAreQuoted() throws IOException {
		final BoxWorld world = TrackTableTest.plain().withObject(new SegmentedObject(1, "cell \"A\", left", Double.NaN, "", List.of())).with(1,
			new Box(1, 1, 0, 2, 2, 1), 0, 0, 0);
		assertEquals("1,\"cell \"\"A\"\", left\",0,-1,observed,1.5,1.5,0,,4,,true,,", lines(world).get(1));
	}

	@Test
	void threeDimensionsHaveZ() throws IOException {
		assertEquals("7,,4,3,predicted,6,3.5,4.5,6,3.5,13.5,4.242641,9.486833,1.414214,3.162278,12,1,true,3,0,3", lines(BoxWorld.solid()).get(5));
	}
}
