package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import ij.measure.ResultsTable;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.composite.Compositor;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;

/** A motion that is written as a table comes back with every digit; tables of others are read as they are meant. */
class MotionTableTest {

	private static final String PLAIN = "label,t (frame),x (pixel),y (pixel)\n";

	@TempDir
	Path folder;

	private Motion read(final String table, final Scene scene, final int reference) throws IOException {
		return MotionTable.read(MotionCells.of(Files.writeString(folder.resolve("tracks.csv"), table)), scene, reference);
	}

	private static Scene flat() {
		return BoxWorld.flat().scene();
	}

	/** All numbers of a motion, in one array. */
	private static double[] numbers(final Motion motion) {
		final double[] all = new double[(motion.frames() + 1) * (motion.objects() + 1) * 8];
		int i = 0;
		for (int t = 0; t <= motion.frames(); t++) {
			for (int d = 0; d < 3; d++) all[i++] = motion.camera(t, d);
			for (int o = 0; o < motion.objects(); o++) {
				all[i++] = motion.angle(t, o);
				for (int d = 0; d < 3; d++) {
					all[i++] = motion.displacement(t, o, d);
					all[i++] = motion.layerDisplacement(t, o, d);
				}
			}
		}
		// a table tells 0 and -0 alike, as everything else does
		for (int k = 0; k < i; k++) all[k] += 0.0;
		return all;
	}

	@Property(tries = 100)
	void everyDigitComesBack(@ForAll final long seed) throws IOException {
		final Path temp = Files.createTempFile("tracks", ".csv");
		try {
			final Random random = new Random(seed);
			final boolean cut = random.nextBoolean(), turns = random.nextBoolean(), camera = random.nextBoolean(), solid = random.nextBoolean();
			final BoxWorld world = solid ? BoxWorld.solid() : BoxWorld.flat();
			final int objects = world.scene().objects(), frames = world.frames(), dimensions = solid ? 3 : 2;
			final double[] centroids = random.doubles((long) frames * objects * dimensions, -9, 9).toArray();
			// exact halves are where a lost digit moves a layer by a pixel
			for (int i = 0; i < centroids.length; i += 2) centroids[i] = Math.rint(centroids[i] * 2) / 2;
			final Motion motion = new Motion(world.scene().labels(), frames, dimensions, centroids, turns ? random.doubles((long) frames * objects)
				.toArray() : new double[0], camera ? random.doubles((long) frames * dimensions, -5, 5).toArray() : new double[0],
				new Motion.Provenance("random", 0, Map.of())).withLayerDisplacements(cut ? random.doubles(centroids.length, -9, 9).toArray()
					: centroids);
			final TrackTable table = new TrackTable(Compositor.composite(world.scene(), motion), world.tracks(), world.segmentation(), "", false,
				Progress.NONE);
			new CsvTrackWriter().write(temp, table, Progress.NONE);
			final Motion back = MotionTable.read(MotionCells.of(temp), world.scene(), 0);
			assertEquals(frames, back.frames());
			assertArrayEquals(numbers(motion), numbers(back));
		}
		finally {
			Files.delete(temp);
		}
	}

	@Test
	void positionsAloneWillDo() throws IOException {
		// label 3 begins at (7.5, 5), label 1000 at (15, 10)
		final Motion motion = read(PLAIN + "3,0,7.5,5\n3,1,9,5\n3,2,10.5,4\n77,1,0,0\n", flat(), 0);
		assertEquals(2, motion.frames());
		assertEquals(1.5, motion.displacement(1, 0, 0));
		assertEquals(-1, motion.layerDisplacement(2, 0, 1));
		assertEquals(0, motion.displacement(2, 1, 1), "a label without rows stands still");
		assertEquals("tracks", motion.provenance().predictor());
	}

	@Test
	void withoutARowOfTheReferenceFrameTheSceneTellsTheStart() throws IOException {
		assertEquals(2.5, read(PLAIN + "3,1,10,5\n", flat(), 0).displacement(1, 0, 0));
	}

	@Test
	void framesAreCountedFromTheReferenceFrame() throws IOException {
		final Motion motion = read("frame;label;x;y\n2;3;7.5;5\n3;3;8.5;5\n1;3;0;0\n", flat(), 2);
		assertEquals(1, motion.frames());
		assertEquals(1, motion.displacement(1, 0, 0));
	}

	@Test
	void positionsInTheImagesUnitAreReadAsPixels() throws IOException {
		// a pixel is 0.5 x 0.25 um
		final Motion motion = read("label,t (frame),x (\u00b5m),y (\u00b5m)\n3,0,3.75,1.25\n3,1,4.75,1\n", flat(), 0);
		assertEquals(2, motion.displacement(1, 0, 0));
		assertEquals(-1, motion.displacement(1, 0, 1));
	}

	@Test
	void gapsAreFilledAndPathsGoOn() throws IOException {
		final Motion motion = read(PLAIN + "3,0,7.5,5\n3,2,11.5,5\n3,3,12.5,5\n1000,0,15,10\n1000,1,15,9\n1000,5,15,9\n", flat(), 0);
		assertEquals(5, motion.frames());
		assertEquals(2, motion.displacement(1, 0, 0));
		assertEquals(7, motion.displacement(5, 0, 0));
		assertEquals(-1, motion.displacement(3, 1, 1));
	}

	@Test
	void halvesOfRoundedPositionsAreHalves() throws IOException {
		// 99 2/3 and half a pixel more, with seven digits: their difference is 0.50003
		assertEquals(0.5, read(PLAIN + "3,0,99.66667,5\n3,1,100.1667,5\n", flat(), 0).layerDisplacement(1, 0, 0));
	}

	@Test
	void resultsTablesAreRead() {
		final ResultsTable table = new ResultsTable();
		for (int t = 0; t < 3; t++) {
			table.addRow();
			table.addValue("label", 3);
			table.addValue("t (frame)", t);
			table.addValue("kind", "predicted");
			table.addValue("x (pixel)", 7.5 + t / 3.0);
			table.addValue("y (pixel)", 5);
		}
		assertEquals(2 / 3.0, MotionTable.read(MotionCells.of("my tracks", table), flat(), 0).displacement(2, 0, 0), 1e-12);
	}

	@Test
	void aTableEditedInOneOfTwoPlacesIsRefused() {
		assertEquals("the rows of label 3 contradict themselves: at t = 1 it moved by 4.5 after its positions, and by 2 after its " +
			"displacement in pixels; remove the columns that are not to count.", refused(
				"label,t (frame),x (pixel),y (pixel),dx (pixel),dy (pixel)\n3,0,7.5,5,0,0\n3,1,12,5,2,0\n"));
	}

	private String refused(final String table) {
		final String message = assertThrows(InputException.class, () -> read(table, flat(), 0)).getMessage();
		assertTrue(message.startsWith("tracks=" + folder.resolve("tracks.csv") + ": "), message);
		return message.substring(message.indexOf(": ") + 2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'label,x,y~3,1,2' | the table has the columns label, x, y; label, and t (frame) or frame, are needed.",
		"'label,t (frame)~3,1' | the table has the columns label, t (frame); label, t (frame) or frame, and x (pixel), y (pixel) are needed.",
		"'label,frame,x,y~3,1,abc,2' | 'abc' in row 2, column 'x', is not a number.",
		"'label,frame,x,y~3,1.5,1,2' | 1.5 in row 2, column 'frame'; a whole number is needed.",
		"'label,frame,x,y~,1,1,2' | nothing in row 2, column 'label'; a whole number is needed.",
		"'label,frame,x,y~3,1,Infinity,2' | Infinity in row 2, column 'x'; a finite number is needed.",
		"'label,frame,x,y~3,1,1,2~3,1,1,2' | label 3 has two rows for t = 1.",
		"'label,frame,x,y~4,1,1,2' | none of its 1 rows tells where an object of the image is after the reference frame; the labels there are 3, 1000.",
		"'' | the table is empty; a row of column names is needed." })
	void whatIsWrongIsTold(final String table, final String said) {
		assertEquals(said, refused(table.replace('~', '\n')));
	}

	@Property(tries = 300)
	void anyTextIsReadOrRefused(@ForAll final String text) throws IOException {
		final Path temp = Files.createTempFile("tracks", ".csv");
		try {
			MotionTable.read(MotionCells.of(Files.writeString(temp, "label,frame,x,y\n" + text.replace("\ud800", ""))), flat(), 0);
		}
		catch (final InputException | java.nio.charset.CharacterCodingException exc) {
			// told in one line; anything else that is thrown fails the test
		}
		finally {
			Files.delete(temp);
		}
	}

	@Test
	void quotedCellsMayHoldAnything() throws IOException {
		assertEquals(1, read("label,name,frame,x,y\n3,\"a, \"\"b\"\"\nc\",1,8.5,5\n", flat(), 0).displacement(1, 0, 0));
	}
}
