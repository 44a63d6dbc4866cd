package org.motionlayers.io.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import ij.ImagePlus;
import ij.io.FileInfo;

import org.motionlayers.scene.Calibration;

/**
 * Writes a stack as BigTIFF, a TIFF of 64-bit offsets: first all planes, one strip each, then a directory for every plane, the first of which
 * says in ImageJ's words what the planes are. One plane is in memory at a time.
 */
final class BigTiffWriter {

	private static final int HEADER = 16;
	private static final int MAGIC = 43;
	/** Small enough to stay in the processor's cache, a multiple of the bytes of any pixel. */
	private static final int BUFFER = 3 << 16;
	private static final int ENTRY = 20;
	/** Types of values: text, 16, 32 and 64 bit, a fraction of two of 32 bit. */
	private static final int ASCII = 2, SHORT = 3, LONG = 4, RATIONAL = 5, LONG8 = 16;
	private static final int RGB = 2, BLACK_IS_ZERO = 1, UNSIGNED = 1, REAL = 3;
	private static final int RESOLUTION_STEPS = 1_000_000;

	private final FileChannel file;
	private final ImagePlus imp;
	private final Calibration calibration;
	private final boolean rgb;
	private final long planeBytes;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

	private BigTiffWriter(final FileChannel file, final ImagePlus imp, final Calibration calibration) {
		this.file = file;
		this.imp = imp;
		this.calibration = calibration;
		this.rgb = imp.getBitDepth() == 24;
		this.planeBytes = (long) imp.getWidth() * imp.getHeight() * imp.getBitDepth() / Byte.SIZE;
	}

	/**
	 * Writes the file.
	 *
	 * @param imp with a virtual stack whose planes are fetched one by one
	 * @param header what TiffWriter would say of it; its description is used
	 * @param calibration of the image
	 * @param path is made, or replaced
	 * @throws IOException where the file cannot be written
	 */
	static void write(final ImagePlus imp, final FileInfo header, final Calibration calibration, final Path path) throws IOException {
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
			StandardOpenOption.WRITE))
		{
			new BigTiffWriter(file, imp, calibration).write(header.description);
		}
	}

	private void write(final String description) throws IOException {
		final int planes = imp.getStackSize();
		file.position(HEADER);
		for (int n = 1; n <= planes; n++) plane(imp.getStack().getPixels(n));
		final byte[] text = (description + "\0").getBytes(StandardCharsets.UTF_8);
		final long textAt = file.position();
		drain(ByteBuffer.wrap(text));
		if (text.length % 2 == 1) drain(ByteBuffer.allocate(1)); // directories begin at even bytes
		final long first = file.position();
		for (int n = 0; n < planes; n++) {
			final ByteBuffer directory = directory(n, textAt, n == 0 ? text.length : 0);
			directory.putLong(n == planes - 1 ? 0 : file.position() + directory.capacity());
			drain(directory.flip());
		}
		final ByteBuffer header = bytes(HEADER).put((byte) 'I').put((byte) 'I').putShort((short) MAGIC).putShort((short) Long.BYTES).putShort(
			(short) 0).putLong(first).flip();
		file.write(header, 0);
	}

	private static ByteBuffer bytes(final int count) {
		return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
	}

	private void drain(final ByteBuffer buffer) throws IOException {
		while (buffer.hasRemaining()) file.write(buffer);
	}

	private void plane(final Object pixels) throws IOException {
		final int size = rgb ? 3 : imp.getBitDepth() / Byte.SIZE, count = imp.getWidth() * imp.getHeight();
		for (int done = 0; done < count;) {
			final int next = Math.min(count - done, buffer.capacity() / size);
			buffer.clear();
			if (pixels instanceof byte[] bytes) buffer.put(bytes, done, next);
			else if (pixels instanceof short[] shorts) buffer.asShortBuffer().put(shorts, done, next);
			else if (pixels instanceof float[] floats) buffer.asFloatBuffer().put(floats, done, next);
			else for (int i = done; i < done + next; i++) {
				final int colour = ((int[]) pixels)[i];
				buffer.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
			}
			drain(buffer.position(next * size).flip());
			done += next;
		}
	}

	/** All but where the next directory is. */
	private ByteBuffer directory(final int n, final long textAt, final int textLength) {
		final int entries = textLength > 0 ? 14 : 13;
		final ByteBuffer out = bytes(Long.BYTES + entries * ENTRY + Long.BYTES).putLong(entries);
		entry(out, 256, LONG, 1, imp.getWidth());
		entry(out, 257, LONG, 1, imp.getHeight());
		entry(out, 258, SHORT, rgb ? 3 : 1, rgb ? threefold(Byte.SIZE) : imp.getBitDepth());
		entry(out, 259, SHORT, 1, 1);
		entry(out, 262, SHORT, 1, rgb ? RGB : BLACK_IS_ZERO);
		if (textLength > 0) entry(out, 270, ASCII, textLength, textAt);
		entry(out, 273, LONG8, 1, HEADER + n * planeBytes);
		entry(out, 277, SHORT, 1, rgb ? 3 : 1);
		entry(out, 278, LONG, 1, imp.getHeight());
		entry(out, 279, LONG8, 1, planeBytes);
		entry(out, 282, RATIONAL, 1, resolution(calibration.pixelWidth()));
		entry(out, 283, RATIONAL, 1, resolution(calibration.pixelHeight()));
		entry(out, 296, SHORT, 1, 1);
		final int format = imp.getBitDepth() == Float.SIZE ? REAL : UNSIGNED;
		entry(out, 339, SHORT, rgb ? 3 : 1, rgb ? threefold(format) : format);
		return out;
	}

	private static void entry(final ByteBuffer out, final int tag, final int type, final long count, final long value) {
		out.putShort((short) tag).putShort((short) type).putLong(count).putLong(value);
	}

	/** @return three 16-bit values side by side */
	private static long threefold(final int value) {
		return value | (long) value << Short.SIZE | (long) value << 2 * Short.SIZE;
	}

	/** @return pixels per unit as numerator and denominator */
	private static long resolution(final double pixelSize) {
		final double steps = RESOLUTION_STEPS / pixelSize;
		final boolean large = steps > Integer.MAX_VALUE;
		final long numerator = large ? Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(1 / pixelSize))) : Math.max(1, Math.round(steps));
		return numerator | (large ? 1L : RESOLUTION_STEPS) << Integer.SIZE;
	}
}
