package org.motionlayers.io.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.motionlayers.scene.InputException;

/** Tells files that end too early, which decoders show as half an image or not at all. */
final class WholeFile {

	private static final long UNSIGNED = 0xffffffffL;

	/** Where a TIFF file says where its first page directory is. */
	private static final int TIFF_FIRST_PAGE = 4;

	/** Bytes of an entry of a page directory. */
	private static final int TIFF_ENTRY = 12;

	/** Bytes of one value by type of an entry: BYTE, ASCII, SHORT, LONG, RATIONAL ... DOUBLE; others count as one byte. */
	private static final int[] TIFF_TYPE = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	/** Lengths of ImageJ's metadata, and what ImageJ's decoder makes arrays for: bits, description, strips, date, colours, NIH's header. */
	private static final int TIFF_LENGTHS = 50838;
	private static final Set<Integer> TIFF_ARRAYS = Set.of(258, 270, 273, 279, 306, 320, 43314, TIFF_LENGTHS, 50839);

	private static final int PNG_SIGNATURE = 8;

	/** Bytes of a PNG chunk beside its data: length, type and checksum. */
	private static final int PNG_CHUNK_FRAME = 12;

	private static final int PNG_END = 0x49454e44;

	private static final byte JPEG_MARKER = (byte) 0xff;

	private static final byte JPEG_END = (byte) 0xd9;

	/** Some cameras write a little more behind the end of a JPEG image. */
	private static final int JPEG_TAIL = 1 << 16;

	private WholeFile() {}

	/** @throws InputException where the page directories of a TIFF file, or the arrays that they name, lead out of it */
	static void requireTiff(final Path path) throws IOException {
		try (FileChannel file = FileChannel.open(path)) {
			final ByteOrder order = read(file, 0, 2, ByteOrder.BIG_ENDIAN, path).get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final Set<Long> seen = new HashSet<>();
			long page = read(file, TIFF_FIRST_PAGE, 4, order, path).getInt() & UNSIGNED;
			while (page != 0 && seen.add(page)) {
				final int entries = read(file, page, 2, order, path).getShort() & 0xffff;
				final ByteBuffer table = read(file, page + 2, entries * TIFF_ENTRY, order, path);
				for (int i = 0; i < entries; i++) requireArray(file, table, i * TIFF_ENTRY, path);
				page = read(file, page + 2 + (long) entries * TIFF_ENTRY, 4, order, path).getInt() & UNSIGNED;
			}
		}
	}

	/** ImageJ's decoder takes any number of values for true: it asks for the memory, and reads on behind the end of the file. */
	private static void requireArray(final FileChannel file, final ByteBuffer table, final int at, final Path path) throws IOException {
		final int tag = table.getShort(at) & 0xffff, type = table.getShort(at + 2) & 0xffff;
		if (!TIFF_ARRAYS.contains(tag)) return;
		final int size = type < TIFF_TYPE.length ? TIFF_TYPE[type] : 1;
		final long count = table.getInt(at + 4) & UNSIGNED, bytes = count * size, place = table.getInt(at + 8) & UNSIGNED;
		if (bytes > 4 && bytes > file.size() - place) throw truncated(path, "TIFF", file.size());
		if (tag != TIFF_LENGTHS || count == 0) return;
		// read as longs at that place whatever the entry says
		final ByteBuffer lengths = read(file, place, (int) Math.min(count * Integer.BYTES, file.size()), table.order(), path);
		long sum = 0;
		while (lengths.remaining() >= Integer.BYTES) sum += lengths.getInt() & UNSIGNED;
		if (sum > file.size()) throw truncated(path, "TIFF", file.size());
	}

	private static ByteBuffer read(final FileChannel file, final long offset, final int bytes, final ByteOrder order, final Path path)
		throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
		if (file.read(buffer, offset) < bytes) throw truncated(path, "TIFF", file.size());
		return buffer.flip();
	}

	/** @throws InputException where the chunks of a PNG file do not reach the end chunk */
	static void requirePng(final Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			long offset = PNG_SIGNATURE;
			while (offset + PNG_CHUNK_FRAME <= file.length()) {
				file.seek(offset);
				final long length = file.readInt() & UNSIGNED;
				final int type = file.readInt();
				offset += PNG_CHUNK_FRAME + length;
				if (type == PNG_END && offset <= file.length()) return;
			}
			throw truncated(path, "PNG", file.length());
		}
	}

	/** @throws InputException where a JPEG file has no end marker */
	static void requireJpeg(final Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			final byte[] tail = new byte[(int) Math.min(JPEG_TAIL, file.length())];
			file.seek(file.length() - tail.length);
			file.readFully(tail);
			for (int i = tail.length - 2; i >= 0; i--) if (tail[i] == JPEG_MARKER && tail[i + 1] == JPEG_END) return;
			throw truncated(path, "JPEG", file.length());
		}
	}

	/** @return what to say of a file that ends too early */
	static InputException truncated(final Path path, final String format, final long bytes) {
		return new InputException(path + ": the " + format + " file ends too early, after " + bytes +
			" bytes; it was not written or copied completely.");
	}
}
