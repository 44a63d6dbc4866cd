package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;

/** Masks as text for comparison. */
final class Masks {

	private Masks() {}

	/** @return a character a pixel, '1' inside; a pixel given twice is '2' */
	static String text(final Mask mask, final Shape shape) {
		final int[] pixels = new int[shape.pixels()];
		mask.forEachRun(shape, (x, y, z, length) -> {
			for (int i = 0; i < length; i++) pixels[shape.index(x + i, y, z)]++;
		});
		return Fixture.text(pixels, shape);
	}

	/** @return the mask that plain column-major run lengths describe, one pixel after the other */
	static String text(final int[] counts, final Shape shape) {
		final int[] pixels = new int[shape.pixels()];
		int position = 0;
		for (int i = 0; i < counts.length; i++) for (int k = 0; k < counts[i]; k++, position++)
			if (i % 2 == 1) pixels[position % shape.height() * shape.width() + position / shape.height()] = 1;
		return Fixture.text(pixels, shape);
	}
}
