package org.motionlayers.segmentation.raster;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The compressed pixels of a PNG file: what its IDAT chunks hold, one behind the other, each checked by its checksum. */
final class PngData extends InputStream {

	private static final int PIXELS = 0x49444154;
	private static final int END = 0x49454e44;
	private static final int MAX_PIECE = 1 << 16;

	private final DataInputStream in;
	private final CRC32 checksum = new CRC32();
	private byte[] piece = new byte[0];
	private int at;
	private int left;
	private boolean inPixels;

	/** @param in a PNG file from its first byte */
	PngData(final DataInputStream in) throws IOException {
		this.in = in;
		in.skipNBytes(Long.BYTES);
	}

	@Override
	public int read() throws IOException {
		return fill() ? piece[at++] & 0xff : -1;
	}

	@Override
	public int read(final byte[] buffer, final int offset, final int length) throws IOException {
		if (!fill()) return -1;
		final int count = Math.min(length, piece.length - at);
		System.arraycopy(piece, at, buffer, offset, count);
		at += count;
		return count;
	}

	/** Reads on until there is a byte of pixels; chunks of other kinds are passed by. */
	private boolean fill() throws IOException {
		while (at == piece.length) {
			if (left == 0 && !nextChunk()) return false;
			piece = in.readNBytes(Math.min(left, MAX_PIECE));
			at = 0;
			if (piece.length == 0 && left > 0) throw new EOFException("the file ends early");
			left -= piece.length;
			checksum.update(piece);
			if (left == 0 && in.readInt() != (int) checksum.getValue()) throw new IOException("damaged PNG: a checksum is wrong");
			if (!inPixels) at = piece.length;
		}
		return true;
	}

	private boolean nextChunk() throws IOException {
		left = in.readInt();
		if (left < 0) throw new IOException("damaged PNG: a chunk of " + left + " bytes");
		final int type = in.readInt();
		checksum.reset();
		for (int shift = 24; shift >= 0; shift -= 8) checksum.update(type >> shift);
		inPixels = type == PIXELS;
		return type != END;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
