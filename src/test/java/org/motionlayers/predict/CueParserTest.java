package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

class CueParserTest {

	private static final int[][] PLACES = { { 1, 1, 0 }, { 4, 4, 0 }, { 7, 7, 0 } };
	private static final Scene FLAT = Fixtures.scene(Shape.of(10, 10), new int[] { 3, 12, 17 }, PLACES);
	private static final Scene DEEP = Fixtures.scene(new Shape(10, 10, 4, 1), new int[] { 3, 12, 17 }, PLACES);

	@TempDir
	private Path folder;

	@Test
	void readsLabelsAndComponents() {
		final Cues cues = new CueParser(FLAT).parse(" 12: 3.5,-1 ;17:0,2e0;");
		assertEquals(Set.of(12, 17), cues.velocities().keySet());
		assertArrayEquals(new double[] { 3.5, -1 }, cues.velocities().get(12));
		assertArrayEquals(new double[] { 0, 2 }, cues.velocities().get(17));
	}

	@Test
	void readsThreeComponentsWhereThereAreThreeDimensions() {
		final Cues cues = new CueParser(DEEP).parse("3:1,2,-0.5;12:1,1");
		assertEquals(-0.5, cues.velocity(3, 2));
		assertEquals(0, cues.velocity(12, 2), "a component that is not named");
	}

	@Test
	void nothingIsNoArrows() {
		assertTrue(new CueParser(FLAT).parse(" ").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "12:1", "12:1,2,3,4", "12:1,x", "a:1,2", "12:NaN,1", "12:1,Infinity", "12:1,1e999", "12:1,2;12:3,4",
		"12:1:2", "1.5:1,2", "12:,1", "12:1,2,1", "99:1,1", "0:1,1" })
	void badTextIsRefusedInOneLineThatNamesIt(final String text) {
		final InputException exc = assertThrows(InputException.class, () -> new CueParser(FLAT).parse(text));
		assertTrue(exc.getMessage().startsWith("arrows") && !exc.getMessage().contains("\n"), exc.getMessage());
	}

	@Test
	void anUnknownLabelIsNamedWithSomeThatThereAre() {
		final InputException exc = assertThrows(InputException.class, () -> new CueParser(FLAT).parse("99:1,1"));
		assertTrue(exc.getMessage().contains("99") && exc.getMessage().contains("3, 12, 17"), exc.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "label,dx,dy/12,3.5,-1/17,0,2", "dy,name,label,DX/-1,a cell,12,3.5/2,,17,0",
		"# by hand/\uFEFFlabel\tdx\tdy/12\t3.5\t-1//17\t0\t2", "\"label\";\"dx\";\"dy\"/\"12\";3.5;-1/17;0;2" })
	void readsTables(final String text) throws IOException {
		final Cues cues = new CueParser(FLAT).read(table(text));
		assertArrayEquals(new double[] { 3.5, -1 }, cues.velocities().get(12));
		assertArrayEquals(new double[] { 0, 2 }, cues.velocities().get(17));
	}

	@Test
	void readsTablesIn3D() throws IOException {
		assertArrayEquals(new double[] { 1, 2, 3 }, new CueParser(DEEP).read(table("dz,label,dx,dy/3,12,1,2")).velocities().get(12));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "label,dx/12,1", "label,dx,dy/12,1", "label,dx,dy/12,1,z", "label,dx,dy/x,1,2", "label,dx,dy/12,NaN,2",
		"label,dx,dy/12,1,2/12,1,2" })
	void badTablesAreRefusedWithTheirName(final String text) throws IOException {
		final Path file = table(text);
		final InputException exc = assertThrows(InputException.class, () -> new CueParser(FLAT).read(file));
		assertTrue(exc.getMessage().contains(file.toString()), exc.getMessage());
	}

	@Test
	void aFileThatIsNotTextIsRefused() throws IOException {
		final Path file = Files.write(folder.resolve("arrows.csv"), new byte[] { (byte) 0xff, (byte) 0xfe, (byte) 0x80 });
		assertThrows(InputException.class, () -> new CueParser(FLAT).read(file));
	}

	private Path table(final String text) throws IOException {
		return Files.writeString(folder.resolve("arrows.csv"), text.replace('/', '\n'));
	}
}
