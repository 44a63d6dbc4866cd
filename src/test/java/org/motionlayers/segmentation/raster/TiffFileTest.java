package org.motionlayers.segmentation.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.Fixtures;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;

class TiffFileTest {

	@ParameterizedTest
	@CsvSource({ "u16_t4_plain_deflate,u16,13,11,4", "u8_t4_imagej_deflate,u8,13,11,4", "u32_sparse_t2_deflate,u32,13,11,2",
		"i32_big_endian,u32,13,11,1", "i64,u32,13,11,1", "f64,u32,13,11,1", "u16_bigtiff_t2,u16,13,11,2", "u16_tiles_deflate,u16,40,36,1",
		"u16_strips_predictor_deflate,u16,13,11,1", "u32_predictor_deflate,u32,13,11,1", "u8_t3_planar,u8,13,11,3", "u16_skimage,u16,13,11,1",
		"u16_opencv_lzw,u16,70,60,1", "u8_pillow_packbits,u8,13,11,1", "u1_pillow,u1,13,11,1" })
	void readsWhatOtherProgramsWrite(final String name, final String kind, final int width, final int height, final int planes) {
		final TiffFile tiff = TiffFile.open(Fixtures.file(name + ".tif"));
		assertEquals(width + " x " + height + ", " + planes, tiff.width() + " x " + tiff.height() + ", " + tiff.planes());
		for (int t = 0; t < planes; t++) assertArrayEquals(Fixtures.plane(kind, t, 0, width, height), tiff.read(t), name + ", plane " + t);
	}

	@Test
	void unpacksLongLzw() {
		assertArrayEquals(TiffFile.open(Fixtures.file("u8_noise.tif")).read(0), TiffFile.open(Fixtures.file("u8_noise_lzw.tif")).read(0));
	}

	@Test
	void believesImageJsDimensionsAndCalibration() {
		final TiffFile tiff = TiffFile.open(Fixtures.file("u8_t4_imagej_deflate.tif"));
		assertEquals(new Layout(1, 1, 4, false, true), tiff.layout());
		assertEquals(new Calibration(0.5, 0.5, 1, "micron", 600, "sec"), tiff.calibration());
		assertEquals("8-bit TIFF", tiff.title());
	}

	@Test
	void believesOmeDimensionsAndCalibration() {
		final TiffFile tiff = TiffFile.open(Fixtures.file("u16_t3_z2_ome.ome.tif"));
		assertEquals(new Layout(1, 2, 3, true, true), tiff.layout());
		assertEquals(new Calibration(0.5, 0.5, 1, "µm", 2, "min"), tiff.calibration());
	}

	@Test
	void knowsNothingOfPlainStacks() {
		final TiffFile tiff = TiffFile.open(Fixtures.file("u16_t4_plain_deflate.tif"));
		assertEquals(Layout.unknown(4), tiff.layout());
		assertEquals(Calibration.NONE, tiff.calibration());
	}

	@Test
	void readsImageJStacksOfOneDirectory(@TempDir final Path folder) throws IOException {
		// As ImageJ writes stacks beyond 4 GB: one directory, the other planes behind the first.
		final Path whole = folder.resolve("whole.tif"), cut = folder.resolve("one.tif");
		final ImageStack stack = new ImageStack(13, 11);
		for (int t = 0; t < 3; t++) {
			final int[] plane = Fixtures.plane("f32", t, 0, 13, 11);
			final float[] pixels = new float[plane.length];
			for (int p = 0; p < pixels.length; p++) pixels[p] = plane[p];
			stack.addSlice(new FloatProcessor(13, 11, pixels));
		}
		assertTrue(new FileSaver(new ImagePlus("labels", stack)).saveAsTiffStack(whole.toString()));
		final byte[] bytes = Files.readAllBytes(whole);
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int directory = buffer.getInt(4), entries = buffer.getShort(directory);
		buffer.putInt(directory + 2 + 12 * entries, 0);
		Files.write(cut, bytes);
		for (final Path path : new Path[] { whole, cut }) {
			final TiffFile tiff = TiffFile.open(path);
			assertEquals(3, tiff.planes(), path::toString);
			for (int t = 0; t < 3; t++) assertArrayEquals(Fixtures.plane("f32", t, 0, 13, 11), tiff.read(t), path + ", plane " + t);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nan.tif|value NaN at x = 7, y = 5", "half.tif|value 1.5 at x = 7, y = 5",
		"negative.tif|negative value -1 at x = 7", "infinite.tif|above 2^63 at x = 7", "above_int.tif|label 4294967295 at x = 0",
		"above_long.tif|label above 2^63", "rgb.tif|colour image", "jpeg_inside.tif|JPEG compression blurs labels",
		"f16.tif|16-bit numbers of TIFF format 3" })
	void refusesWhatIsNoLabel(final String name, final String message) {
		final Path file = Fixtures.file("refused/" + name);
		final InputException e = assertThrows(InputException.class, () -> TiffFile.open(file).read(0));
		assertTrue(e.getMessage().contains(message) && e.getMessage().contains(name), e::getMessage);
	}

	@Test
	void refusesDirectoriesInACircle(@TempDir final Path folder) throws IOException {
		final byte[] bytes = Files.readAllBytes(Fixtures.file("i32_big_endian.tif"));
		final ByteBuffer buffer = ByteBuffer.wrap(bytes);
		final int directory = buffer.getInt(4);
		buffer.putInt(directory + 2 + 12 * buffer.getShort(directory), directory);
		final Path file = Files.write(folder.resolve("circle.tif"), bytes);
		final InputException e = assertThrows(InputException.class, () -> TiffFile.open(file));
		assertTrue(e.getMessage().contains("circle"), e::getMessage);
	}

	@Test
	void refusesWhatIsNoTiff(@TempDir final Path folder) throws IOException {
		final Path file = Files.write(folder.resolve("text.tif"), "II is how this text begins".getBytes(StandardCharsets.US_ASCII));
		final InputException e = assertThrows(InputException.class, () -> TiffFile.open(file));
		assertTrue(e.getMessage().contains("no TIFF"), e::getMessage);
	}
}
