package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;

class MotionFileTest {

	@TempDir
	Path folder;

	private static double[] numbers(final int count) {
		return new Random(count).doubles(count, -1e3, 1e3).toArray();
	}

	@Test
	void everyNumberComesBackAsItWas() throws Exception {
		final Motion.Provenance made = new Motion.Provenance("perobject", -7, Map.of("remark", "\u00b5".repeat(70_000), "loss", "1e-8"));
		final Motion motion = new Motion(new int[] { 3, 900_000 }, 5, 3, numbers(30), numbers(10), numbers(15), made).withLayerDisplacements(
			Arrays.copyOf(numbers(31), 30));
		final Path file = folder.resolve("motion.bin");
		MotionFile.write(file, motion);
		final Motion read = MotionFile.read(file);
		assertArrayEquals(motion.labels(), read.labels());
		assertEquals(made, read.provenance());
		for (int t = 0; t <= 5; t++) for (int d = 0; d < 3; d++) {
			assertEquals(motion.camera(t, d), read.camera(t, d));
			for (int o = 0; o < 2; o++) {
				assertEquals(motion.displacement(t, o, d), read.displacement(t, o, d));
				assertEquals(motion.layerDisplacement(t, o, d), read.layerDisplacement(t, o, d));
				assertEquals(motion.angle(t, o), read.angle(t, o));
			}
		}
		assertEquals(1, Files.list(folder).count(), "nothing else is left");
	}

	@Test
	void anotherFileIsRefused() throws Exception {
		final Path file = Files.writeString(folder.resolve("motion.bin"), "something else");
		assertThrows(InputException.class, () -> MotionFile.read(file));
	}
}
