package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The lossless compressions of TIFF: what turns the bytes of a strip or tile in the file into its pixels' bytes. */
enum Compression {

	NONE {

		@Override
		byte[] expand(final byte[] in, final int length) throws IOException {
			if (in.length < length) throw tooShort(in.length, length);
			return in;
		}
	},

	/** TIFF 6.0, section 13: codes of 9 to 12 bits, most significant bit first. */
	LZW {

		@Override
		byte[] expand(final byte[] in, final int length) throws IOException {
			return new LzwDecoder(in, length).decode();
		}
	},

	/** zlib, as Adobe and everybody since writes it. */
	DEFLATE {

		@Override
		byte[] expand(final byte[] in, final int length) throws IOException {
			final byte[] out = new byte[length];
			final Inflater inflater = new Inflater();
			try {
				inflater.setInput(in);
				int filled = 0;
				while (filled < length) {
					final int count = inflater.inflate(out, filled, length - filled);
					if (count == 0) throw tooShort(filled, length);
					filled += count;
				}
				return out;
			}
			catch (final DataFormatException e) {
				throw new IOException("damaged TIFF: " + e.getMessage(), e);
			}
			finally {
				inflater.end();
			}
		}
	},

	/** TIFF 6.0, section 9. */
	PACK_BITS {

		@Override
		byte[] expand(final byte[] in, final int length) throws IOException {
			final byte[] out = new byte[length];
			int filled = 0, at = 0;
			while (filled < length) {
				if (at + 1 >= in.length) throw tooShort(filled, length);
				final int n = in[at++];
				if (n == Byte.MIN_VALUE) continue;
				final int count = Math.min(Math.abs(n) + 1, length - filled);
				if (n >= 0 && at + count > in.length) throw tooShort(filled, length);
				if (n >= 0) System.arraycopy(in, at, out, filled, count);
				else java.util.Arrays.fill(out, filled, filled + count, in[at]);
				at += n >= 0 ? n + 1 : 1;
				filled += count;
			}
			return out;
		}
	};

	/**
	 * Decompresses.
	 *
	 * @param in bytes of one strip or tile
	 * @param length bytes of its pixels
	 * @return at least so many bytes
	 * @throws IOException where there are fewer
	 */
	abstract byte[] expand(byte[] in, int length) throws IOException;

	/** @return the compression that the TIFF tag 259 names */
	static Compression of(final long code) throws IOException {
		return switch ((int) code) {
			case 0, 1 -> NONE;
			case 5 -> LZW;
			case 8, 32946 -> DEFLATE;
			case 32773 -> PACK_BITS;
			case 6, 7, 34712 -> throw new IOException("JPEG compression blurs labels; save the labels as TIFF without compression or with ZIP");
			default -> throw new IOException("TIFF compression " + code +
				" is unknown; save the labels as TIFF without compression or with ZIP, LZW or PackBits");
		};
	}

	static IOException tooShort(final int found, final int needed) {
		return new IOException("damaged TIFF: a strip or tile holds " + found + " of " + needed + " bytes");
	}
}
