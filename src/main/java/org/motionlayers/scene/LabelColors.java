package org.motionlayers.scene;

/**
 * Colours for labels that are easy to tell apart: each is chosen as far as possible in CIELAB from all before it, as proposed by Glasbey
 * et al. (Color Research and Application 32, 2007). Greys and dark colours are left out, so that outlines stand out from microscope images.
 */
public final class LabelColors {

	/** Entries of a lookup table: black for the background and 255 colours. */
	public static final int SIZE = 256;

	/** Levels of red, green and blue from which colours are chosen. */
	private static final int LEVELS = 16;

	private static final int LEVEL_STEP = 17;

	/** Least lightness (of 100) that shows on black. */
	private static final double MINIMUM_LIGHTNESS = 55;

	/** Least distance from grey at the same lightness. */
	private static final double MINIMUM_CHROMA = 25;

	private static final int[] TABLE = table();

	private LabelColors() {}

	/** @return the colour of a label as 0xRRGGBB; black for 0, and again from the first colour after 255 labels */
	public static int rgb(final int label) {
		return label == 0 ? 0 : TABLE[1 + Math.floorMod(label - 1, SIZE - 1)];
	}

	/** @return 256 colours as 0xRRGGBB: black, then those of the labels 1 to 255 */
	public static int[] lut() {
		return TABLE.clone();
	}

	private static int[] table() {
		final int[] candidates = new int[LEVELS * LEVELS * LEVELS];
		final double[][] lab = new double[candidates.length][];
		int count = 0;
		for (int i = 0; i < candidates.length; i++) {
			final int rgb = (i / (LEVELS * LEVELS) * LEVEL_STEP) << 16 | (i / LEVELS % LEVELS * LEVEL_STEP) << 8 | i % LEVELS * LEVEL_STEP;
			final double[] colour = lab(rgb);
			if (colour[0] < MINIMUM_LIGHTNESS || StrictMath.hypot(colour[1], colour[2]) < MINIMUM_CHROMA) continue;
			candidates[count] = rgb;
			lab[count++] = colour;
		}
		return farthest(candidates, lab, count);
	}

	/** Chooses again and again the candidate whose nearest chosen colour is farthest; white counts as chosen. */
	private static int[] farthest(final int[] candidates, final double[][] lab, final int count) {
		final double[] nearest = new double[count];
		final double[] white = lab(0xffffff);
		for (int i = 0; i < count; i++) nearest[i] = distance(lab[i], white);
		final int[] table = new int[SIZE];
		for (int n = 1; n < SIZE; n++) {
			int best = 0;
			for (int i = 1; i < count; i++) if (nearest[i] > nearest[best]) best = i;
			table[n] = candidates[best];
			for (int i = 0; i < count; i++) nearest[i] = Math.min(nearest[i], distance(lab[i], lab[best]));
		}
		return table;
	}

	private static double distance(final double[] a, final double[] b) {
		final double l = a[0] - b[0], u = a[1] - b[1], v = a[2] - b[2];
		return l * l + u * u + v * v;
	}

	/** @return lightness, a and b of an sRGB colour under D65 (IEC 61966-2-1, CIE 15) */
	static double[] lab(final int rgb) {
		final double r = linear(rgb >> 16 & 0xff), g = linear(rgb >> 8 & 0xff), b = linear(rgb & 0xff);
		final double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
		final double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
		final double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double linear(final int value) {
		final double v = value / 255.0;
		return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
	}

	private static double curve(final double t) {
		return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
	}
}
