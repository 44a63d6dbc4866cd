package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

class LabelFolderReaderTest {

	@TempDir
	Path folder;

	private static Target target(final int depth, final int frames) {
		return new Target(new Shape(13, 11, depth, 1), frames, Calibration.NONE);
	}

	private void put(final String fixture, final String name) throws IOException {
		Files.copy(Fixtures.file(fixture), Files.createDirectories(folder.resolve(name).getParent()).resolve(Path.of(name).getFileName()));
	}

	private Segmentation read(final Target target) throws IOException {
		final LabelFolderReader reader = new LabelFolderReader();
		assertTrue(reader.canRead(folder, new byte[0]));
		return reader.read(folder, target, Progress.NONE);
	}

	@Test
	void readsFilesInNaturalOrder() throws IOException {
		put("u16.png", "cell t9.png");
		put("u1.png", "cell t10.png");
		put("u16_interlaced.png", "cell T0011.png");
		put("refused/rgb.png", ".hidden.png");
		Files.writeString(folder.resolve("notes.txt"), "not an image");
		final Segmentation labels = read(target(1, 3));
		assertEquals(3, labels.frames());
		assertArrayEquals(Fixtures.plane("u16", 0, 0, 13, 11), labels.labels(0));
		assertArrayEquals(Fixtures.plane("u1", 0, 0, 13, 11), labels.labels(1));
		assertTrue(labels.description().contains("3 files, 16-bit PNG, 3 frames of 13 x 11"), labels::description);
	}

	@Test
	void readsVolumesFilePerFrame() throws IOException {
		put("u16_t4_plain_deflate.tif", "v0.tif");
		put("u16_t4_plain_deflate.tif", "v1.tif");
		final Segmentation labels = read(target(4, 2));
		assertEquals(2, labels.frames());
		assertArrayEquals(Fixtures.plane("u16", 1, 0, 13, 11), java.util.Arrays.copyOfRange(labels.labels(1), 143, 286));
	}

	@Test
	void readsSlicesFilePerPlane() throws IOException {
		put("u16.png", "t0_z0.png");
		put("u1.png", "t0_z1.png");
		put("u8.png", "t1_z0.png");
		put("u1.png", "t1_z1.png");
		final Segmentation labels = read(target(2, 2));
		assertEquals(2, labels.frames());
		assertArrayEquals(Fixtures.plane("u8", 0, 0, 13, 11), java.util.Arrays.copyOf(labels.labels(1), 143));
	}

	@Test
	void takesCellposesMasksOutOfItsOtherFiles() throws IOException {
		put("u16.png", "a_cp_masks.png");
		put("refused/rgb.tif", "a.tif");
		put("u8_noise.tif", "a_flows.tif");
		assertEquals(1, read(target(1, 1)).frames());
	}

	@Test
	void knowsDavisIdentities() throws IOException {
		final Path annotations = Files.createDirectories(folder.resolve("Annotations/480p/cows"));
		for (int t = 0; t < 2; t++) Files.copy(Fixtures.file("u8_indexed_void.png"), annotations.resolve("0000" + t + ".png"));
		final Segmentation labels = new LabelFolderReader().read(annotations, target(1, 2), Progress.NONE);
		assertTrue(labels.identified() && labels.description().contains("identities of DAVIS"), labels::description);
		assertEquals(0, Stream.of(labels.labels(0)[0]).mapToInt(Integer::intValue).sum());
	}

	@Test
	void refusesFilesOfDifferentSize() throws IOException {
		put("u8_noise.tif", "a1.tif");
		put("u16_skimage.tif", "a2.tif");
		final InputException e = assertThrows(InputException.class, () -> read(target(1, 2)));
		assertTrue(e.getMessage().contains("a2.tif' are 13 x 11") && e.getMessage().contains("90 x 80"), e::getMessage);
	}

	@Test
	void refusesGaps() throws IOException {
		put("u16.png", "man_seg003.png");
		put("u16.png", "man_seg017.png");
		final InputException e = assertThrows(InputException.class, () -> read(target(1, 30)));
		assertTrue(e.getMessage().contains("none between 'man_seg003.png' and 'man_seg017.png'"), e::getMessage);
	}

	@Test
	void refusesAMixtureOfKinds() throws IOException {
		put("u16.png", "a.png");
		put("u16_skimage.tif", "a.tif");
		final InputException e = assertThrows(InputException.class, () -> read(target(1, 2)));
		assertTrue(e.getMessage().contains("1 PNG and 1 TIFF"), e::getMessage);
	}

	@Test
	void leavesFoldersWithoutImages() throws IOException {
		Files.writeString(folder.resolve("notes.txt"), "not an image");
		assertEquals(false, new LabelFolderReader().canRead(folder, new byte[0]));
	}
}
