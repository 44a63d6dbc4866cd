package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What was done to the rows of a strip or tile before compression, and is undone after it (TIFF 6.0, section 14). */
final class Predictor {

	private static final int NONE = 1;
	private static final int DIFFERENCE = 2;

	private Predictor() {}

	/**
	 * Undoes the prediction in place.
	 *
	 * @param code value of the TIFF tag 317
	 * @param pixels rows in the byte order of the file
	 * @param type of the numbers
	 * @param width numbers in a row
	 * @param rows number of rows
	 */
	static void undo(final long code, final ByteBuffer pixels, final SampleType type, final int width, final int rows) throws IOException {
		if (code == NONE) return;
		if (code != DIFFERENCE || type.bits() < 8) throw new IOException("TIFF predictor " + code + " is unknown for " + type.title() +
			" numbers; save the labels without a predictor");
		final int stride = (int) type.rowBytes(width);
		for (int y = 0; y < rows; y++) addUp(pixels, type.bits() / 8, y * stride, width);
	}

	private static void addUp(final ByteBuffer pixels, final int bytes, final int row, final int width) {
		for (int x = 1; x < width; x++) {
			final int at = row + x * bytes;
			switch (bytes) {
				case 1 -> pixels.put(at, (byte) (pixels.get(at) + pixels.get(at - 1)));
				case 2 -> pixels.putShort(at, (short) (pixels.getShort(at) + pixels.getShort(at - 2)));
				case 4 -> pixels.putInt(at, pixels.getInt(at) + pixels.getInt(at - 4));
				default -> pixels.putLong(at, pixels.getLong(at) + pixels.getLong(at - 8));
			}
		}
	}
}
