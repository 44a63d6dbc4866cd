package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One image plane of a TIFF file: where its strips or tiles lie and how they become labels. */
final class TiffPage {

	private static final int WHITE_IS_ZERO = 0;
	private static final int PLANAR = 2;
	/** A strip or tile that claims more pixels than this many times its page is a damaged one. */
	private static final long MAX_CHUNK_EXCESS = 16;

	private final int width;
	private final int height;
	private final SampleType type;
	private final int samples;
	private final boolean planar;
	private final boolean inverted;
	private final Compression compression;
	private final long predictor;
	private final int chunkWidth;
	private final int chunkHeight;
	private final long[] offsets;
	private final long[] sizes;

	/** Reads the geometry; throws where it is impossible or cannot hold labels. */
	TiffPage(final Ifd ifd) throws IOException {
		width = size(ifd.integer(Ifd.IMAGE_WIDTH, 0), "width");
		height = size(ifd.integer(Ifd.IMAGE_LENGTH, 0), "height");
		if ((long) width * height > Integer.MAX_VALUE - 8) throw new IOException("a plane of " + width + " x " + height + " pixels is too large");
		type = SampleType.of(ifd);
		samples = size(ifd.integer(Ifd.SAMPLES_PER_PIXEL, 1), "number of samples");
		planar = samples > 1 && ifd.integer(Ifd.PLANAR_CONFIGURATION, 1) == PLANAR;
		final long photometric = ifd.integer(Ifd.PHOTOMETRIC, 1);
		if (samples > 1 && !planar) throw new IOException(LabelPlanes.COLOUR);
		inverted = type.bits() == 1 && photometric == WHITE_IS_ZERO;
		compression = Compression.of(ifd.integer(Ifd.COMPRESSION, 1));
		predictor = ifd.integer(Ifd.PREDICTOR, 1);
		final boolean tiled = ifd.has(Ifd.TILE_OFFSETS);
		chunkWidth = tiled ? size(ifd.integer(Ifd.TILE_WIDTH, 0), "tile width") : width;
		chunkHeight = tiled ? size(ifd.integer(Ifd.TILE_LENGTH, 0), "tile height") : (int) Math.max(1, Math.min(height, ifd.integer(
			Ifd.ROWS_PER_STRIP, height)));
		offsets = ifd.integers(tiled ? Ifd.TILE_OFFSETS : Ifd.STRIP_OFFSETS);
		sizes = sizes(ifd, tiled);
		checkChunks(tiled);
	}

	private static int size(final long value, final String what) throws IOException {
		if (value < 1 || value > Integer.MAX_VALUE) throw new IOException("damaged TIFF: " + what + " " + value);
		return (int) value;
	}

	private long[] sizes(final Ifd ifd, final boolean tiled) {
		final long[] found = ifd.integers(tiled ? Ifd.TILE_BYTE_COUNTS : Ifd.STRIP_BYTE_COUNTS);
		// Some writers leave the sizes out where nothing is compressed.
		if (found.length == 0 && compression == Compression.NONE && offsets.length == 1) return new long[] { planeBytes() };
		return found;
	}

	private void checkChunks(final boolean tiled) throws IOException {
		if ((double) chunkWidth * chunkHeight > MAX_CHUNK_EXCESS * ((double) width * height + (1 << 16)) || type.rowBytes(chunkWidth) *
			chunkHeight > Integer.MAX_VALUE - 8) throw new IOException("damaged TIFF: " + (tiled ? "tiles" : "strips") + " of " + chunkWidth +
				" x " + chunkHeight + " in a plane of " + width + " x " + height);
		final long needed = (long) across() * down() * (planar ? samples : 1);
		if (offsets.length < needed || sizes.length < needed) throw new IOException("damaged TIFF: " + Math.min(offsets.length, sizes.length) +
			" of " + needed + (tiled ? " tiles" : " strips"));
	}

	private int across() {
		return (int) (((long) width + chunkWidth - 1) / chunkWidth);
	}

	private int down() {
		return (int) (((long) height + chunkHeight - 1) / chunkHeight);
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	SampleType type() {
		return type;
	}

	/** @return label planes in this page: more than 1 where channels lie one behind the other */
	int planes() {
		return planar ? samples : 1;
	}

	/** @return bytes of one uncompressed plane */
	long planeBytes() {
		return type.rowBytes(width) * height;
	}

	/** @return where the pixels of a page of one uncompressed piece begin, or -1 for other pages */
	long contiguousOffset() {
		if (compression != Compression.NONE || predictor != 1 || chunkWidth != width) return -1;
		for (int i = 1; i < offsets.length; i++) if (offsets[i] != offsets[i - 1] + sizes[i - 1]) return -1;
		return offsets[0];
	}

	/**
	 * Reads one plane of labels.
	 *
	 * @param in the file
	 * @param plane channel of a planar page, else 0
	 * @param shift bytes to add to all offsets
	 * @param values takes the numbers and checks them
	 */
	void read(final TiffInput in, final int plane, final long shift, final LabelValues values) throws IOException {
		final int first = plane * across() * down();
		for (int row = 0; row < down(); row++)
			for (int column = 0; column < across(); column++) {
				final int chunk = first + row * across() + column;
				copy(chunk(in, chunk, row, shift), column * chunkWidth, row * chunkHeight, values);
			}
	}

	private ByteBuffer chunk(final TiffInput in, final int chunk, final int row, final long shift) throws IOException {
		// Strips are cut at the bottom of the page, tiles are padded.
		final int rows = chunkWidth == width ? Math.min(chunkHeight, height - row * chunkHeight) : chunkHeight;
		final int length = (int) type.rowBytes(chunkWidth) * rows;
		if (sizes[chunk] > in.size()) throw Compression.tooShort((int) Math.min(length, in.size()), length);
		final ByteBuffer packed = in.bytes(offsets[chunk] + shift, (int) Math.min(sizes[chunk], Integer.MAX_VALUE - 8));
		final ByteBuffer pixels = ByteBuffer.wrap(compression.expand(packed.array(), length)).order(packed.order());
		Predictor.undo(predictor, pixels, type, chunkWidth, rows);
		return pixels;
	}

	private void copy(final ByteBuffer pixels, final int x0, final int y0, final LabelValues values) {
		final int columns = Math.min(chunkWidth, width - x0), rows = Math.min(chunkHeight, height - y0);
		final int stride = (int) type.rowBytes(chunkWidth);
		final boolean real = type.kind() == SampleType.Kind.FLOAT;
		for (int y = 0; y < rows; y++) {
			final int to = (y0 + y) * width + x0;
			for (int x = 0; x < columns; x++) {
				if (real) values.set(to + x, type.real(pixels, y * stride, x));
				else values.set(to + x, inverted ? 1 - type.integer(pixels, y * stride, x) : type.integer(pixels, y * stride, x));
			}
		}
	}
}
