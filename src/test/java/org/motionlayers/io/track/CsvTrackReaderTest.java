package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;

class CsvTrackReaderTest {

	@TempDir
	Path folder;

	private List<SortedMap<Integer, double[]>> read(final String text, final int dimensions) throws IOException {
		return CsvTrackReader.read(Files.writeString(folder.resolve("tracks.csv"), text), dimensions);
	}

	@Test
	void predictedRowsAreTakenFromAnyOrderOfColumns() throws IOException {
		final List<SortedMap<Integer, double[]>> frames = read("""
			name,t (frame),y (pixel),label,x (pixel)
			"a, ""b\""",0,9,3,9
			"a, ""b\""",1,2.5,3,1
			c,2,4,7,-3

			c,1,5,7,6
			""", 2);
		assertEquals(2, frames.size());
		assertArrayEquals(new double[] { 1, 2.5 }, frames.get(0).get(3));
		assertArrayEquals(new double[] { 6, 5 }, frames.get(0).get(7));
		assertArrayEquals(new double[] { -3, 4 }, frames.get(1).get(7));
	}

	@Test
	void whatIsNoSuchTableIsTold() throws IOException {
		final String header = "label,t (frame),x (pixel),y (pixel)\n";
		final String[][] cases = { { "", "no column 'label'" }, { header, "no predicted position" }, { header + "1,1,2\n", "line 2 has 3 cells" }, {
			header + "1,1,two,3\n", "'two' is not a number" }, { header + "1,1,NaN,3\n", "not a finite number" } };
		for (final String[] c : cases) {
			final String said = assertThrows(InputException.class, () -> read(c[0], 2), c[0]).getMessage();
			assertTrue(said.contains(c[1]), said);
		}
		final String flat = assertThrows(InputException.class, () -> read(header + "1,1,2,3\n", 3)).getMessage();
		assertTrue(flat.contains("z (pixel)"), flat);
	}
}
