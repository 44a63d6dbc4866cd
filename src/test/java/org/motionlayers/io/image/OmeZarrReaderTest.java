package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;
import org.motionlayers.zarr.ZarrFixtures;

class OmeZarrReaderTest {

	@TempDir
	Path temp;

	private static void assertPattern(final Movie movie, final double shift) {
		final Shape shape = movie.shape();
		for (int t = 0; t < movie.frames(); t++)
			for (int c = 0; c < shape.channels(); c++) for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++)
				for (int x = 0; x < shape.width(); x++) assertEquals(ZarrFixtures.pattern(x, y, z, c, t) - shift, movie.frame(t).value(x, y, z, c),
					"x " + x + " y " + y + " z " + z + " c " + c + " t " + t);
	}

	@ParameterizedTest
	@CsvSource({ "image-v04,UINT16,3,2,2,0", "image-v05,UINT16,3,2,2,0", "dots,UINT8,2,1,1,0", "big-endian,UINT16,1,2,1,0",
		"signed,FLOAT32,1,1,1,9", "float,FLOAT32,1,1,2,0" })
	void readsWhatOthersWrite(final String name, final PixelType type, final int frames, final int depth, final int channels,
		final double shift) throws IOException
	{
		final Movie movie = Images.open(ZarrFixtures.unpack(name + ".zarr", temp));
		assertEquals(type, movie.type());
		assertEquals(frames, movie.frames());
		assertEquals(new Shape(7, 5, depth, channels), movie.shape());
		assertEquals(name, movie.title());
		assertPattern(movie, shift);
	}

	@ParameterizedTest
	@CsvSource({ "image-v04,OME-Zarr 0.4", "image-v05,OME-Zarr 0.5" })
	void keepsCalibrationAndDisplay(final String name, final String reader) throws IOException {
		final OpenedImage opened = Images.read(ZarrFixtures.unpack(name + ".zarr", temp));
		assertEquals(reader, opened.reader());
		assertEquals(new Calibration(0.2, 0.25, 2, "\u00b5m", 0.5, "sec"), opened.movie().calibration());
		final Display display = opened.movie().display();
		assertEquals(Display.Mode.COMPOSITE, display.mode());
		assertEquals(5, display.channels().get(0).minimum());
		assertEquals(105, display.channels().get(0).maximum());
		assertEquals(0xff0000, display.channels().get(0).lut()[255]);
		assertEquals(0x008000, display.channels().get(1).lut()[128]);
	}

	@Test
	void saysThatLargeIntegersAreRounded() throws IOException {
		final OpenedImage opened = Images.read(ZarrFixtures.unpack("codec-none.zarr", temp));
		assertEquals(PixelType.FLOAT32, opened.movie().type());
		assertTrue(opened.remarks().get(0).contains("uint32"), opened.remarks().toString());
	}
}
