package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

class FilmstripTest {

	private static final int GAP = 8;
	private static final int FRAME = 2;

	@TempDir
	Path temp;

	private static Filmstrip strip(final BoxWorld world) {
		return new Filmstrip(world.movie(), world.segmentation(), world.tracks(), world);
	}

	private static BufferedImage draw(final BoxWorld world) {
		return strip(world).draw(Progress.NONE);
	}

	private static BitSet colours(final BufferedImage image) {
		final BitSet colours = new BitSet(1 << 24);
		for (int y = 0; y < image.getHeight(); y++) for (int x = 0; x < image.getWidth(); x++) colours.set(image.getRGB(x, y) & 0xffffff);
		return colours;
	}

	private static BoxWorld world(final int width, final int height, final int observed, final int frames) {
		return new BoxWorld(new Shape(width, height, 1, 1), PixelType.UINT16, Calibration.NONE, Display.DEFAULT, observed, frames);
	}

	@Test
	void smallImagesAreEnlargedByWholeSteps() {
		// 24 x 16 pixels fit 18 times into 448; 3 observed and 4 predicted frames in two rows of four
		final BufferedImage image = draw(BoxWorld.flat());
		assertEquals(GAP + 4 * (24 * 18 + 2 * FRAME + GAP), image.getWidth());
		assertTrue(image.getHeight() > 2 * 16 * 18, "height " + image.getHeight());
	}

	@Test
	void objectsHaveTheColourOfTheirLabel() {
		final BitSet colours = colours(draw(BoxWorld.flat()));
		assertTrue(colours.get(LabelColors.rgb(3)), "label 3");
		assertTrue(colours.get(LabelColors.rgb(1000)), "label 1000");
	}

	@Test
	void theOutlineIsWhereTheObjectIs() {
		// the first picture is t-2: label 3 began at x 2, y 4; its upper left pixel is the square from 36, 72
		final BufferedImage image = draw(BoxWorld.flat());
		final int left = GAP + FRAME, top = GAP + Glyphs.height() + 5 + FRAME;
		assertEquals(LabelColors.rgb(3), image.getRGB(left + 2 * 18, top + 4 * 18) & 0xffffff);
		assertEquals(0, image.getRGB(left + 2 * 18 - 1, top + 4 * 18) & 0xffffff, "background beside it, the darkest value");
	}

	@Test
	void largeImagesAreReduced() {
		final BufferedImage image = draw(world(3000, 1000, 1, 1).with(1, new Box(100, 100, 0, 900, 300, 1), 10, 0, 0));
		assertEquals(GAP + 2 * (448 + 2 * FRAME + GAP), image.getWidth());
	}

	@Test
	void aSinglePixelIsDrawn() {
		final BufferedImage image = draw(world(1, 1, 1, 1).with(1, new Box(0, 0, 0, 1, 1, 1), 0, 0, 0));
		assertTrue(image.getWidth() > 2 * 448, "width " + image.getWidth());
	}

	@Test
	void manyFramesAreThinnedToEightPictures() {
		final BoxWorld world = world(64, 32, 50, 200).with(1, new Box(30, 8, 0, 4, 4, 1), 0, 0, 0);
		final int height = draw(world).getHeight();
		assertEquals(draw(world(64, 32, 3, 5).with(1, new Box(30, 8, 0, 4, 4, 1), 0, 0, 0)).getHeight(), height);
	}

	@Test
	void solidsAreProjected() {
		final BitSet colours = colours(draw(BoxWorld.solid()));
		assertTrue(colours.get(LabelColors.rgb(7)), "label 7");
	}

	@Test
	void colourStaysAsItIs() {
		final BoxWorld rgb = new BoxWorld(new Shape(40, 40, 1, 3), PixelType.UINT8, Calibration.NONE, Display.RGB, 1, 1).with(12, new Box(10, 10,
			0, 20, 20, 1), 1, 0, 0);
		assertTrue(colours(draw(rgb)).get(121 << 16 | 122 << 8 | 123), "the colour of box 12");
	}

	@Test
	void dim16BitImagesAreSeen() {
		// values 3 and 31 of 65535: the darkest and the brightest there are
		final BitSet colours = colours(draw(world(60, 60, 1, 1).with(3, new Box(10, 10, 0, 30, 30, 1), 0, 0, 0)));
		assertTrue(colours.get(0xffffff) && colours.get(0), "black and white");
	}

	@Test
	void theSamePredictionGivesTheSameBytes() throws IOException {
		strip(BoxWorld.flat()).write(temp.resolve("a.png"), Progress.NONE);
		strip(BoxWorld.flat()).write(temp.resolve("b.png"), Progress.NONE);
		assertEquals(-1, Files.mismatch(temp.resolve("a.png"), temp.resolve("b.png")));
	}

	@Test
	void needsNoFont() throws IOException, InterruptedException {
		assumeTrue(System.getProperty("os.name").contains("Linux"), "fonts are taken away as on Linux");
		final Path none = Files.writeString(temp.resolve("fonts.conf"), "<fontconfig><dir>/nowhere</dir></fontconfig>");
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), Bare.class.getName(), temp.resolve("bare.png").toString());
		builder.environment().put("FONTCONFIG_FILE", none.toString());
		final Process process = builder.redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
		strip(BoxWorld.flat()).write(temp.resolve("here.png"), Progress.NONE);
		assertEquals(-1, Files.mismatch(temp.resolve("here.png"), temp.resolve("bare.png")));
	}

	/** Draws on a machine without fonts. */
	static final class Bare {

		public static void main(final String... args) throws IOException {
			strip(BoxWorld.flat()).write(Path.of(args[0]), Progress.NONE);
		}
	}

	@Test
	void textIsReadable() throws IOException {
		final BufferedImage page = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
		Glyphs.draw("t\u22122", page, 5, 5, 0xffffff);
		int inked = 0;
		for (int y = 0; y < 40; y++) for (int x = 0; x < 400; x++) if ((page.getRGB(x, y) & 0xff) > 128) {
			inked++;
			assertTrue(x >= 5 && x < 5 + Glyphs.width("t\u22122") && y >= 5 && y < 5 + Glyphs.height(), "ink at " + x + ", " + y);
		}
		assertTrue(inked > 30, "inked pixels: " + inked);
		assertTrue(Glyphs.width("W") > Glyphs.width("i"));
		assertEquals(Glyphs.width("?"), Glyphs.width("\u4e2d"), "letters that we lack become question marks");
		assertTrue(ImageIO.getImageWritersByFormatName("png").hasNext());
	}
}
