package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

class FrameTableTest {

	private static final int SIDE = 400;

	private static Frame plain(final int side, final int red, final int green, final int blue) {
		final int plane = side * side;
		final byte[] values = new byte[3 * plane];
		Arrays.fill(values, 0, plane, (byte) red);
		Arrays.fill(values, plane, 2 * plane, (byte) green);
		Arrays.fill(values, 2 * plane, 3 * plane, (byte) blue);
		return new Frame(PixelType.UINT8, new Shape(side, side, 1, 3), values);
	}

	private static int pixelsOf(final BufferedImage image, final int colour) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++) for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xffffff) == colour)
			count++;
		return count;
	}

	@Test
	void framesAreShownInTheirOwnColours(@TempDir final Path folder) throws IOException {
		final FrameTable table = new FrameTable(List.of("t = 0", "t = 1")).with("truth", List.of(plain(SIDE, 200, 30, 10), plain(SIDE, 10, 20,
			30))).with("ours", List.of(plain(SIDE, 200, 30, 10), plain(SIDE, 90, 91, 92)));
		table.write(folder.resolve("table.png"));
		final BufferedImage image = ImageIO.read(folder.resolve("table.png").toFile());
		assertEquals(2 * SIDE * SIDE, pixelsOf(image, 0xc81e0a));
		assertEquals(SIDE * SIDE, pixelsOf(image, 0x0a141e));
		assertEquals(SIDE * SIDE, pixelsOf(image, 0x5a5b5c));
	}

	@Test
	void smallFramesAreEnlargedByWholeSteps() {
		final BufferedImage image = new FrameTable(List.of("a")).with("b", List.of(plain(10, 1, 2, 3))).draw();
		final int pixels = pixelsOf(image, 0x010203), side = (int) Math.sqrt(pixels);
		assertTrue(side * side == pixels && side % 10 == 0 && side > 100, side + " x " + side);
	}

	@Test
	void aRowNeedsAFrameForEveryColumn() {
		assertThrows(IllegalArgumentException.class, () -> new FrameTable(List.of("a", "b")).with("c", List.of(plain(4, 0, 0, 0))));
	}
}
