package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.predict.Fixtures;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Fans of futures. */
class FanPictureTest {

	@TempDir
	Path temp;

	/** One pixel at (10, 20) of a black frame; futures go 20 pixels to the right and up or down by up to 8, the expected one straight. */
	private static FanPicture fan() {
		final Scene scene = Fixtures.scene(Shape.of(40, 40), new int[] { 3 }, new int[] { 10, 20 });
		final double[][][] paths = new double[17][2][2];
		for (int s = 0; s < 17; s++) paths[s][1] = new double[] { 20, s - 8 };
		final Motion expected = new Motion(new int[] { 3 }, 1, 2, new double[] { 20, 0 }, new double[0], new double[0], new Motion.Provenance(
			"rule", 0, Map.of()));
		return new FanPicture(new Frame(PixelType.UINT8, scene.shape(), new byte[1600]), new Futures(scene, expected, 17, o -> new Futures.Paths(
			paths, paths)));
	}

	private static int brightness(final int colour) {
		return (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);
	}

	@Test
	void futuresSpreadFromTheObjectAndTheExpectedPathEndsInADot() {
		final BufferedImage picture = fan().draw(Progress.NONE);
		final int scale = picture.getWidth() / 40;
		assertEquals(LabelColors.rgb(3) & 0xffffff, picture.getRGB(30 * scale + scale / 2, 20 * scale + scale / 2) & 0xffffff, "the dot");
		int lit = 0, above = 0;
		for (int v = 0; v < picture.getHeight(); v++) for (int u = 0; u < picture.getWidth(); u++) {
			if (brightness(picture.getRGB(u, v)) == 0) continue;
			lit++;
			if (v < 13 * scale && u > 25 * scale) above++;
			assertTrue(u >= 10 * scale - scale && u <= 32 * scale, "nothing is drawn at column " + u / scale);
		}
		assertTrue(lit > 100 && above > 5, lit + " pixels drawn, " + above + " of them in the upper rays");
	}

	@Test
	void isWrittenAsPng() throws IOException {
		fan().write(temp.resolve("fan.png"), Progress.NONE);
		assertEquals(440, ImageIO.read(temp.resolve("fan.png").toFile()).getWidth());
	}
}
