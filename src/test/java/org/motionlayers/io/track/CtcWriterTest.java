package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

class CtcWriterTest {

	@TempDir
	Path temp;

	private Path written(final BoxWorld world) throws IOException {
		final Path folder = temp.resolve("01_RES");
		new CtcWriter().write(folder, TrackTableTest.table(world), Progress.NONE);
		return folder;
	}

	/** The rule of the challenge: a track is seen in every frame from its first to its last, and nowhere else; parents end before. */
	private static void assertValid(final Path folder, final int frames) throws IOException {
		final Set<List<Integer>> seen = new HashSet<>(), told = new HashSet<>();
		for (int f = 0; f < frames; f++) {
			final Frame mask = Images.open(folder.resolve(String.format("mask%03d.tif", f))).frame(0);
			assertEquals(PixelType.UINT16, mask.type());
			for (int i = 0; i < mask.shape().values(); i++) {
				final int label = (int) mask.type().get(mask.data(), i);
				if (label != 0) seen.add(List.of(f, label));
			}
		}
		for (final String line : Files.readAllLines(folder.resolve("res_track.txt"))) {
			final String[] cells = line.split(" ");
			for (int f = Integer.parseInt(cells[1]); f <= Integer.parseInt(cells[2]); f++) told.add(List.of(f, Integer.parseInt(cells[0])));
		}
		assertEquals(told, seen);
	}

	@Test
	void writesMasksAndTracks() throws IOException {
		final Path folder = written(BoxWorld.flat());
		assertEquals(List.of("3 0 6 0", "1000 0 6 0"), Files.readAllLines(folder.resolve("res_track.txt")));
		assertValid(folder, 7);
		assertEquals(3, Images.open(folder.resolve("mask000.tif")).frame(0).value(2, 4, 0, 0));
	}

	@Test
	void slicesStayTogether() throws IOException {
		final Path folder = written(BoxWorld.solid());
		assertEquals(new Shape(10, 9, 6, 1), Images.open(folder.resolve("mask004.tif")).shape());
		assertValid(folder, 5);
	}

	@Test
	void anObjectThatWasHiddenGoesOnAsItsOwnChild() throws IOException {
		// label 9 passes behind label 2: hidden at time 2 (frame 3) alone
		final Path folder = written(TrackTableTest.plain().with(2, new Box(8, 2, 0, 6, 6, 1), 0, 0, 0).with(9, new Box(3, 4, 0, 3, 2, 1), 3, 0,
			0));
		assertEquals(List.of("1 4 5 9", "2 0 5 0", "9 0 2 0"), Files.readAllLines(folder.resolve("res_track.txt")));
		assertValid(folder, 6);
	}

	@Test
	void divisionsHaveParents() throws IOException {
		final BoxWorld world = TrackTableTest.plain().withObject(SegmentedObject.of(4).withParents(List.of(3))).withObject(SegmentedObject.of(5)
			.withParents(List.of(4))).with(4, new Box(2, 2, 0, 2, 2, 1), 0, 0, 0).with(5, new Box(9, 2, 0, 2, 2, 1), 0, 0, 0);
		// 3 is not there, and 4 does not end before 5 begins: no parents to tell
		assertEquals(List.of("4 0 5 0", "5 0 5 0"), Files.readAllLines(written(world).resolve("res_track.txt")));
	}

	@Test
	void largeLabelsAreNumberedAfresh() throws IOException {
		final Path folder = written(TrackTableTest.plain().with(1, new Box(2, 2, 0, 2, 2, 1), 0, 0, 0).with(70000, new Box(9, 2, 0, 2, 2, 1), 0,
			0, 0));
		assertEquals(List.of("1 0 5 0", "2 0 5 0"), Files.readAllLines(folder.resolve("res_track.txt")));
		assertValid(folder, 6);
	}

	@Test
	void moreTracksThan16BitAreRefused() {
		final BoxWorld world = new BoxWorld(new Shape(300, 300, 1, 1), PixelType.UINT8, Calibration.NONE, Display.DEFAULT, 1, 1);
		for (int i = 0; i < 65536; i++) world.with(i + 1, new Box(i % 300, i / 300, 0, 1, 1, 1), 0, 0, 0);
		assertTrue(assertThrows(InputException.class, () -> written(world)).getMessage().contains("65535"));
	}
}
