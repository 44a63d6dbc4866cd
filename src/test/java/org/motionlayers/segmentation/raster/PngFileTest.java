package org.motionlayers.segmentation.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.Fixtures;

class PngFileTest {

	@ParameterizedTest
	@CsvSource({ "u8,8-bit PNG", "u16,16-bit PNG", "u16_interlaced,16-bit PNG", "u4_indexed,'indexed PNG (index = label, 255 = void)'",
		"u1,1-bit PNG" })
	void readsWhatOtherProgramsWrite(final String name, final String title) {
		final PngFile png = PngFile.open(Fixtures.file(name + ".png"));
		assertEquals(title, png.title());
		assertArrayEquals(Fixtures.plane(name.split("_")[0], 0, 0, 13, 11), png.read(0));
	}

	@Test
	void undoesFilters() {
		final int[] ramp = new int[50 * 40];
		for (int p = 0; p < ramp.length; p++) ramp[p] = (p % 50 + p / 50) * 331 % 65536;
		assertArrayEquals(ramp, PngFile.open(Fixtures.file("u16_ramp_filters.png")).read(0));
	}

	@Test
	void takesTheIndexAsLabelAnd255AsVoid() {
		final int[] expected = Fixtures.plane("u8", 0, 0, 13, 11);
		Arrays.fill(expected, 0, 13, 0);
		final PngFile png = PngFile.open(Fixtures.file("u8_indexed_void.png"));
		assertTrue(png.indexed());
		assertArrayEquals(expected, png.read(0));
	}

	@Test
	void refusesColour() {
		final InputException e = assertThrows(InputException.class, () -> PngFile.open(Fixtures.file("refused/rgb.png")));
		assertTrue(e.getMessage().contains("colour image") && e.getMessage().contains("rgb.png"), e::getMessage);
	}
}
