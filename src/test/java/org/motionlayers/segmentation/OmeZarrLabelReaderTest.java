package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.LabelBlocks;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.zarr.ZarrFixtures;

class OmeZarrLabelReaderTest {

	private static final Target TARGET = new Target(new Shape(7, 5, 2, 1), 3, Calibration.NONE);

	@TempDir
	Path temp;

	private static Segmentation read(final Path path) throws IOException {
		final OmeZarrLabelReader reader = new OmeZarrLabelReader();
		assertTrue(reader.canRead(path, new byte[0]));
		return reader.read(path, TARGET, Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "image-v04.zarr,1000", "image-v04.zarr/labels,1000", "image-v04.zarr/labels/cells,1000", "image-v05.zarr,1",
		"image-v05.zarr/labels,1", "image-v05.zarr/labels/cells,1" })
	void readsLabelsOfAnImageAndByThemselves(final String name, final int factor) throws IOException {
		ZarrFixtures.unpack(name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/')), temp);
		final Segmentation labels = read(temp.resolve(name));
		assertEquals(new Shape(7, 5, 2, 1), labels.shape());
		assertEquals(3, labels.frames());
		assertEquals(0.2, labels.calibration().pixelWidth());
		for (int t = 0; t < 3; t++) for (int z = 0; z < 2; z++) for (int y = 0; y < 5; y++) for (int x = 0; x < 7; x++)
			assertEquals(factor * ZarrFixtures.pattern(x, y, z, 0, t), labels.labels(t)[(z * 5 + y) * 7 + x]);
		assertTrue(labels.description().contains("cells"), labels.description());
	}

	@Test
	void blocksAreThoseOfTheWhole() throws IOException {
		final Path image = ZarrFixtures.unpack("image-v04.zarr", temp);
		final LabelBlocks blocks = OmeZarrLabelReader.blocks(image, 2);
		assertEquals(new Shape(7, 5, 2, 1), blocks.shape());
		final Box box = new Box(2, 1, 1, 4, 3, 1);
		final int[] found = blocks.read(box);
		for (int y = 0; y < 3; y++) for (int x = 0; x < 4; x++) assertEquals(1000 * ZarrFixtures.pattern(2 + x, 1 + y, 1, 0, 2), found[y * 4 + x]);
		assertThrows(InputException.class, () -> OmeZarrLabelReader.blocks(image, 3));
		final PixelBlocks pixels = Images.blocks(image, 1);
		final Frame frame = pixels.read(box), whole = Images.open(image).frame(1);
		assertEquals(new Shape(4, 3, 1, whole.shape().channels()), frame.shape());
		for (int c = 0; c < whole.shape().channels(); c++) for (int y = 0; y < 3; y++) for (int x = 0; x < 4; x++) assertEquals(whole.value(2 + x, 1 + y,
			1, c), frame.value(x, y, 0, c));
		final LabelBlocks negative = OmeZarrLabelReader.blocks(ZarrFixtures.unpack("signed.zarr", temp), 0);
		assertThrows(InputException.class, () -> negative.read(new Box(0, 0, 0, 1, 1, 1)));
	}

	@Test
	void severalLabelImagesAreNamed() throws IOException {
		final Path image = ZarrFixtures.unpack("image-v04.zarr", temp);
		ZarrFixtures.edit(image.resolve("labels/.zattrs"), "\"cells\"", "\"cells\", \"nuclei\"");
		final String message = assertThrows(InputException.class, () -> read(image)).getMessage();
		assertTrue(message.contains("2 label images") && message.contains("cells, nuclei"), message);
	}

	@Test
	void labelImagesMayNotLieOutside() throws IOException {
		final Path image = ZarrFixtures.unpack("image-v04.zarr", temp);
		Files.writeString(image.resolve("labels/.zattrs"), "{\"labels\": [\"../../other.zarr\"]}");
		final String message = assertThrows(InputException.class, () -> read(image)).getMessage();
		assertTrue(message.contains("leads out of the folder"), message);
	}

	@Test
	void valuesThatAreNoLabelsAreRefused() throws IOException {
		final Segmentation negative = read(ZarrFixtures.unpack("signed.zarr", temp));
		final String message = assertThrows(InputException.class, () -> negative.labels(0)).getMessage();
		assertTrue(message.contains("negative value -9 at x = 0, y = 0 in plane 1"), message);
	}
}
