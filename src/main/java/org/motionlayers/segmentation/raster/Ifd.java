package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One image file directory of a TIFF file (TIFF 6.0, section 2): the tags that say where pixels are and what they mean. */
final class Ifd {

	static final int IMAGE_WIDTH = 256;
	static final int IMAGE_LENGTH = 257;
	static final int BITS_PER_SAMPLE = 258;
	static final int COMPRESSION = 259;
	static final int PHOTOMETRIC = 262;
	static final int IMAGE_DESCRIPTION = 270;
	static final int STRIP_OFFSETS = 273;
	static final int SAMPLES_PER_PIXEL = 277;
	static final int ROWS_PER_STRIP = 278;
	static final int STRIP_BYTE_COUNTS = 279;
	static final int X_RESOLUTION = 282;
	static final int Y_RESOLUTION = 283;
	static final int PLANAR_CONFIGURATION = 284;
	static final int RESOLUTION_UNIT = 296;
	static final int PREDICTOR = 317;
	static final int TILE_WIDTH = 322;
	static final int TILE_LENGTH = 323;
	static final int TILE_OFFSETS = 324;
	static final int TILE_BYTE_COUNTS = 325;
	static final int SAMPLE_FORMAT = 339;

	private static final Set<Integer> KNOWN = Set.of(IMAGE_WIDTH, IMAGE_LENGTH, BITS_PER_SAMPLE, COMPRESSION, PHOTOMETRIC, IMAGE_DESCRIPTION,
		STRIP_OFFSETS, SAMPLES_PER_PIXEL, ROWS_PER_STRIP, STRIP_BYTE_COUNTS, X_RESOLUTION, Y_RESOLUTION, PLANAR_CONFIGURATION, RESOLUTION_UNIT,
		PREDICTOR, TILE_WIDTH, TILE_LENGTH, TILE_OFFSETS, TILE_BYTE_COUNTS, SAMPLE_FORMAT);

	private static final int ASCII = 2;
	/** Bytes of one value by field type: BYTE, ASCII, SHORT, LONG, RATIONAL ... DOUBLE, IFD, and BigTIFF's LONG8, SLONG8, IFD8 at 16 to 18. */
	private static final int[] TYPE_SIZE = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };

	private final Map<Integer, Field> fields = new HashMap<>();
	private final long next;
	private final long bytes;

	private record Field(int type, int count, ByteBuffer data) {

		long integer(final int index) {
			return switch (TYPE_SIZE[type]) {
				case 1 -> data.get(index) & 0xff;
				case 2 -> data.getShort(2 * index) & 0xffff;
				case 4 -> data.getInt(4 * index) & 0xffffffffL;
				default -> data.getLong(8 * index);
			};
		}
	}

	/**
	 * Reads a directory.
	 *
	 * @param in the file
	 * @param offset where the directory begins
	 * @throws IOException where the file ends before the directory does
	 */
	Ifd(final TiffInput in, final long offset) throws IOException {
		final boolean big = in.big();
		final int head = big ? 8 : 2, entry = big ? 20 : 12, inline = big ? 8 : 4;
		final ByteBuffer counter = in.bytes(offset, head);
		final long entries = big ? counter.getLong(0) : counter.getShort(0) & 0xffff;
		if (entries < 1 || entries > Short.MAX_VALUE) throw new IOException("damaged TIFF: a directory of " + entries + " entries");
		final ByteBuffer table = in.bytes(offset + head, (int) entries * entry + inline);
		for (int i = 0; i < entries; i++) {
			final int at = i * entry;
			final int tag = table.getShort(at) & 0xffff;
			if (KNOWN.contains(tag)) fields.put(tag, field(in, table, at + 2, inline));
		}
		final int end = (int) entries * entry;
		bytes = head + table.capacity() + fields.values().stream().mapToLong(field -> field.data.capacity()).sum();
		next = big ? table.getLong(end) : table.getInt(end) & 0xffffffffL;
	}

	private static Field field(final TiffInput in, final ByteBuffer table, final int at, final int inline) throws IOException {
		final int type = table.getShort(at) & 0xffff;
		final long count = inline == 8 ? table.getLong(at + 2) : table.getInt(at + 2) & 0xffffffffL;
		final int size = type < TYPE_SIZE.length ? TYPE_SIZE[type] : 0;
		if (size == 0 || count < 0 || count > in.size()) throw new IOException("damaged TIFF: a field of type " + type + " with " + count +
			" values");
		final int bytes = Math.toIntExact(Math.min(Integer.MAX_VALUE, count * size));
		final int value = at + 2 + inline;
		if (bytes <= inline) return new Field(type, (int) count, table.slice(value, bytes).order(table.order()));
		final long where = inline == 8 ? table.getLong(value) : table.getInt(value) & 0xffffffffL;
		return new Field(type, (int) count, in.bytes(where, bytes));
	}

	/** @return where the next directory begins, 0 after the last */
	long next() {
		return next;
	}

	/** @return bytes of the file that were read for it */
	long bytes() {
		return bytes;
	}

	boolean has(final int tag) {
		return fields.containsKey(tag);
	}

	/** @return the first value of a field of whole numbers, or the default where the field is missing or empty */
	long integer(final int tag, final long missing) {
		final Field field = fields.get(tag);
		return field == null || field.count == 0 ? missing : field.integer(0);
	}

	/** @return all values of a field of whole numbers, an empty array where it is missing */
	long[] integers(final int tag) {
		final Field field = fields.get(tag);
		if (field == null) return new long[0];
		final long[] values = new long[field.count];
		for (int i = 0; i < values.length; i++) values[i] = field.integer(i);
		return values;
	}

	/** @return numerator over denominator of the first value, NaN where it is missing or no fraction */
	double rational(final int tag) {
		final Field field = fields.get(tag);
		if (field == null || field.count == 0 || field.data.capacity() < 8) return Double.NaN;
		return (field.data.getInt(0) & 0xffffffffL) / (double) (field.data.getInt(4) & 0xffffffffL);
	}

	/** @return a text field without its closing 0, or an empty string where it is missing */
	String text(final int tag) {
		final Field field = fields.get(tag);
		if (field == null || field.type != ASCII) return "";
		final byte[] bytes = new byte[field.count];
		field.data.get(0, bytes);
		final String text = new String(bytes, StandardCharsets.UTF_8);
		final int end = text.indexOf('\0');
		return end < 0 ? text : text.substring(0, end);
	}
}
