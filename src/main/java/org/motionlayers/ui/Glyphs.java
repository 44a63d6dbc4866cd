package org.motionlayers.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import javax.imageio.ImageIO;

/**
 * Text from letters that ship with us, because Java cannot draw a letter on a machine that has no fonts, as servers often have none; and
 * because the same picture then has the same bytes everywhere. scripts/make_glyphs.py made them.
 */
final class Glyphs {

	private static final String RESOURCE = "glyphs.png";

	/** Letters beside those of ASCII, in the order of the picture. */
	private static final String FURTHER = "\u00b5\u00b0\u00b1\u00b2\u00b3\u00d7\u2212";

	private static final int FIRST = 32;

	private static final int ASCII_END = 127;

	private static final char UNKNOWN = '?';

	private static final Glyphs INSTANCE = new Glyphs();

	private final BufferedImage strip;
	private final Map<Character, int[]> spans = new HashMap<>();

	private Glyphs() {
		try (InputStream in = Glyphs.class.getResourceAsStream(RESOURCE)) {
			strip = ImageIO.read(in);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		final StringBuilder characters = new StringBuilder();
		for (char c = FIRST; c < ASCII_END; c++) characters.append(c);
		characters.append(FURTHER);
		int n = -1, from = 0;
		for (int x = 0; x <= strip.getWidth(); x++) {
			if (x < strip.getWidth() && strip.getRaster().getSample(x, 0, 0) == 0) continue;
			if (n >= 0) spans.put(characters.charAt(n), new int[] { from, x - from });
			from = x;
			n++;
		}
	}

	/** @return height of a line, pixels */
	static int height() {
		return INSTANCE.strip.getHeight() - 1;
	}

	/** @return width of a text, pixels */
	static int width(final String text) {
		return text.chars().map(c -> INSTANCE.span((char) c)[1]).sum();
	}

	private int[] span(final char c) {
		return spans.getOrDefault(c, spans.get(UNKNOWN));
	}

	/**
	 * Draws a text.
	 *
	 * @param text one line; letters that we do not have become question marks
	 * @param onto an RGB image
	 * @param x left edge, pixels
	 * @param y upper edge, pixels
	 * @param rgb its colour, 0xRRGGBB
	 */
	static void draw(final String text, final BufferedImage onto, final int x, final int y, final int rgb) {
		int left = x;
		for (final char c : text.toCharArray()) {
			final int[] span = INSTANCE.span(c);
			for (int j = 0; j < height(); j++) for (int i = 0; i < span[1]; i++) INSTANCE.mix(onto, left + i, y + j, rgb, span[0] + i, j);
			left += span[1];
		}
	}

	/** Draws a text upwards, for the axis on the left: x is its left edge, y its lower end. */
	static void drawUpwards(final String text, final BufferedImage onto, final int x, final int y, final int rgb) {
		int bottom = y;
		for (final char c : text.toCharArray()) {
			final int[] span = INSTANCE.span(c);
			for (int j = 0; j < height(); j++) for (int i = 0; i < span[1]; i++) INSTANCE.mix(onto, x + j, bottom - i, rgb, span[0] + i, j);
			bottom -= span[1];
		}
	}

	private void mix(final BufferedImage onto, final int x, final int y, final int rgb, final int column, final int row) {
		final int alpha = strip.getRaster().getSample(column, row + 1, 0);
		if (alpha == 0 || x < 0 || y < 0 || x >= onto.getWidth() || y >= onto.getHeight()) return;
		onto.setRGB(x, y, blend(onto.getRGB(x, y), rgb, alpha));
	}

	private static int blend(final int below, final int above, final int alpha) {
		int mixed = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int b = below >> shift & 0xff, a = above >> shift & 0xff;
			mixed |= (b + (a - b) * alpha / 255) << shift;
		}
		return mixed;
	}
}
