package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinePlotTest {

	@TempDir
	Path temp;

	private static LinePlot plot() {
		return new LinePlot("Position loss by epoch", "epoch", "loss (pixel\u00b2)").with("per object", new double[] { 1, 2, 3, 4, 5, 6 },
			new double[] { 2e-4, 5e-5, 1e-6, 3e-7, 8e-8, 2.6e-8 }).with("least squares", new double[] { 1, 6 }, new double[] { 1e-5, 1e-5 })
			.withLogarithmicY();
	}

	private static int pixelsOf(final BufferedImage image, final int colour) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++) for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xffffff) == colour)
			count++;
		return count;
	}

	@Test
	void linesAreDrawn() {
		final BufferedImage image = plot().draw(800, 500);
		assertTrue(pixelsOf(image, 0x0072b2) > 300, "first line: " + pixelsOf(image, 0x0072b2));
		assertTrue(pixelsOf(image, 0xd55e00) > 300, "second line: " + pixelsOf(image, 0xd55e00));
	}

	@Test
	void gapsAreLeftOpen() {
		final double[] x = { 0, 1, 2, 3 };
		final int whole = pixelsOf(new LinePlot("", "", "").with("a", x, new double[] { 1, 1, 1, 1 }).draw(600, 400), 0x0072b2);
		final int gap = pixelsOf(new LinePlot("", "", "").with("a", x, new double[] { 1, Double.NaN, Double.POSITIVE_INFINITY, 1 }).draw(600,
			400), 0x0072b2);
		assertTrue(gap < whole / 2, gap + " of " + whole);
	}

	@Test
	void intervalsAreDrawnWhereTheyAre() {
		final double[] x = { 0, 1, 2, 3 }, y = { 2, 2, 2, 2 };
		final double none = Double.NaN;
		final LinePlot plot = new LinePlot("", "", "").with("frame", new double[] { 0, 3 }, new double[] { 0, 4 });
		final int line = pixelsOf(plot.with("a", x, y).draw(600, 400), 0xd55e00);
		final int one = pixelsOf(plot.with("a", x, y, new double[] { none, 1, none, none }, new double[] { none, 3, none, none }).draw(600,
			400), 0xd55e00);
		final int two = pixelsOf(plot.with("a", x, y, new double[] { none, 1, 1, none }, new double[] { none, 3, 3, none }).draw(600, 400),
			0xd55e00);
		assertTrue(one - line > 50, one + " of " + line);
		assertEquals(two - one, one - line, 4, "each bar is as long");
	}

	@Test
	void nothingToShowIsAnEmptyPlot() {
		assertEquals(300, new LinePlot("nothing", "x", "y").draw(400, 300).getHeight());
		assertThrows(IllegalArgumentException.class, () -> new LinePlot("", "", "").with("a", new double[2], new double[3]));
	}

	@Test
	void aLegendThatIsTooLongIsCut() {
		LinePlot plot = new LinePlot("many", "x", "y");
		for (int i = 0; i < 50; i++) plot = plot.with("a line of a long name", new double[] { 0, 1 }, new double[] { i, i });
		final BufferedImage image = plot.draw(600, 400);
		for (int y = 0; y < 400; y++) assertEquals(0xffffff, image.getRGB(599, y) & 0xffffff, "ink at the right edge, row " + y);
	}

	@Test
	void marksAreRoundNumbers() {
		assertEquals(List.of("0", "20", "40", "60", "80", "100"), Ticks.of(new double[] { 0, 100 }, false).texts());
		assertEquals(List.of("-0.1", "0", "0.1", "0.2", "0.3"), Ticks.of(new double[] { -0.1, 0.31 }, false).texts());
		assertEquals(List.of("1e-8", "1e-7", "1e-6", "1e-5", "1e-4"), Ticks.of(new double[] { -8, -4 }, true).texts());
		assertEquals(List.of("1.5", "2", "2.5", "3", "3.5", "4", "4.5"), Ticks.of(new double[] { 3, 3 }, false).texts());
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
		plot().write(temp.resolve("here.png"));
		assertEquals(-1, Files.mismatch(temp.resolve("here.png"), temp.resolve("bare.png")));
	}

	/** Draws on a machine without fonts. */
	static final class Bare {

		public static void main(final String... args) throws IOException {
			plot().write(Path.of(args[0]));
		}
	}
}
