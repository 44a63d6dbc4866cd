package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.motionlayers.io.BoxWorld;

/** The table of ImageJ holds what tracks.csv holds, in the units of the image alone. */
class TrackResultsTest {

	@Test
	void isInTheUnitsOfTheImage() {
		final ResultsTable table = TrackResults.of(TrackTableTest.table(BoxWorld.flat()));
		assertArrayEquals(new String[] { "label", "frame", "t (frame)", "t (sec)", "kind", "x (\u00b5m)", "y (\u00b5m)", "displacement (\u00b5m)",
			"speed (\u00b5m/sec)", "pixels seen", "visible fraction", "in frame" }, table.getHeadings());
		assertEquals(14, table.size());
		// as in the file: row 5 is label 3 in frame 4, 2 pixels of 0.5 um in a frame of 20 s
		assertEquals(3, table.getValue("label", 4));
		assertEquals(40, table.getValue("t (sec)", 4));
		assertEquals(5.75, table.getValue("x (\u00b5m)", 4));
		assertEquals(0.05, table.getValue("speed (\u00b5m/sec)", 4));
		assertEquals("predicted", table.getStringValue("kind", 4));
		assertEquals("", table.getStringValue("speed (\u00b5m/sec)", 0), "unknown in the first frame");
	}

	@Test
	void threeDimensionsHaveZ() {
		final ResultsTable table = TrackResults.of(TrackTableTest.table(BoxWorld.solid()));
		// planes are 3 microns apart: the box's centre is in plane 1.5 and goes up by one a frame
		assertEquals(3 * 1.5, table.getValue("z (micron)", 1));
		assertEquals(3 * 2.5, table.getValue("z (micron)", 2));
	}
}
