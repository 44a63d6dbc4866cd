package org.motionlayers.segmentation.raster;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/** From the compressed bytes of a PNG file to numbers: inflates, undoes the filters, puts interlaced passes together. */
final class PngPixels {

	/** First x, first y, step x, step y of the seven passes of Adam7. */
	private static final int[][] ADAM7 = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0,
		1, 1, 2 } };
	private static final int[][] PLAIN = { { 0, 0, 1, 1 } };

	private final InputStream data;
	private final int width;
	private final int height;
	private final int bits;

	/**
	 * @param data compressed bytes
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param bits per pixel: 1, 2, 4, 8 or 16
	 */
	PngPixels(final InputStream data, final int width, final int height, final int bits) {
		this.data = data;
		this.width = width;
		this.height = height;
		this.bits = bits;
	}

	/** @return the numbers, x fastest; the compressed bytes are closed then */
	int[] read(final boolean interlaced) throws IOException {
		final int[] values = new int[width * height];
		try (DataInputStream in = new DataInputStream(new InflaterInputStream(data))) {
			for (final int[] pass : interlaced ? ADAM7 : PLAIN) {
				final int columns = (width - pass[0] + pass[2] - 1) / pass[2];
				if (columns > 0) readPass(in, pass, columns, values);
			}
			return values;
		}
	}

	private void readPass(final DataInputStream in, final int[] pass, final int columns, final int[] values) throws IOException {
		byte[] above = new byte[(int) (((long) columns * bits + 7) / 8)], row = new byte[above.length];
		for (int y = pass[1]; y < height; y += pass[3]) {
			final int filter = in.readUnsignedByte();
			in.readFully(row);
			unfilter(filter, row, above, Math.max(1, bits / 8));
			for (int i = 0; i < columns; i++) values[y * width + pass[0] + i * pass[2]] = value(row, i);
			final byte[] free = above;
			above = row;
			row = free;
		}
	}

	private int value(final byte[] row, final int index) {
		return switch (bits) {
			case 8 -> row[index] & 0xff;
			case 16 -> (row[2 * index] & 0xff) << 8 | row[2 * index + 1] & 0xff;
			default -> row[index * bits / 8] >> 8 - bits - index * bits % 8 & (1 << bits) - 1;
		};
	}

	/** Undoes a filter in place: 0 none, 1 left, 2 above, 3 mean of both, 4 Paeth. */
	private static void unfilter(final int filter, final byte[] row, final byte[] above, final int step) throws IOException {
		if (filter > 4) throw new IOException("damaged PNG: filter " + filter);
		for (int i = 0; filter > 0 && i < row.length; i++) {
			final int left = i < step ? 0 : row[i - step] & 0xff, up = above[i] & 0xff, corner = i < step ? 0 : above[i - step] & 0xff;
			row[i] += switch (filter) {
				case 1 -> left;
				case 2 -> up;
				case 3 -> (left + up) / 2;
				default -> paeth(left, up, corner);
			};
		}
	}

	private static int paeth(final int left, final int up, final int corner) {
		final int toLeft = Math.abs(up - corner), toUp = Math.abs(left - corner), toCorner = Math.abs(left + up - 2 * corner);
		return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
	}
}
