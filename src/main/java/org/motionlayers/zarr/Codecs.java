package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** How chunks are unpacked: zlib, gzip, zstd, LZ4, Blosc, and CRC-32C, which only guards them. Pure Java. */
final class Codecs {

	/** What to say is read. */
	static final String KNOWN = "blosc, zstd, gzip, zlib, lz4 and crc32c are read";

	private static final int CHECKSUM = 4;
	private static final int GZIP_HEADER = 10;

	private Codecs() {}

	/** @return the codec of a name as versions 2 and 3 give it, or empty where it is unknown */
	static Optional<Codec> of(final String name) {
		return Optional.ofNullable(switch (name) {
			case "blosc", "numcodecs.blosc" -> Blosc::decode;
			case "zstd", "numcodecs.zstd" -> Codecs::zstd;
			case "gzip", "numcodecs.gzip" -> Codecs::gzip;
			case "zlib", "numcodecs.zlib" -> (packed, limit) -> inflate(packed, 0, limit, false);
			case "lz4", "numcodecs.lz4" -> Codecs::sizedLz4;
			case "crc32c", "numcodecs.crc32c" -> Codecs::checked;
			default -> null;
		});
	}

	/** Zstandard, whether or not its frames say how much is in them. */
	static byte[] zstd(final byte[] packed, final int limit) throws IOException {
		return decompress(new ZstdDecompressor(), packed, 0, packed.length, limit);
	}

	/** A raw LZ4 block. */
	static byte[] lz4(final byte[] packed, final int from, final int length, final int limit) throws IOException {
		return decompress(new Lz4Decompressor(), packed, from, length, limit);
	}

	/** A raw Snappy block. */
	static byte[] snappy(final byte[] packed, final int from, final int length, final int limit) throws IOException {
		return decompress(new SnappyDecompressor(), packed, from, length, limit);
	}

	/** numcodecs puts the length in four bytes in front of the block. */
	private static byte[] sizedLz4(final byte[] packed, final int limit) throws IOException {
		if (packed.length < Integer.BYTES) throw new IOException("it ends too early");
		return lz4(packed, Integer.BYTES, packed.length - Integer.BYTES, limit);
	}

	static byte[] decompress(final Decompressor decompressor, final byte[] packed, final int from, final int length, final int limit)
		throws IOException
	{
		final byte[] out = new byte[limit];
		try {
			final int count = decompressor.decompress(packed, from, length, out, 0, limit);
			return count == limit ? out : Arrays.copyOf(out, count);
		}
		catch (final MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException exc) {
			throw new IOException("it does not decompress", exc);
		}
	}

	private static byte[] gzip(final byte[] packed, final int limit) throws IOException {
		if (packed.length < GZIP_HEADER) throw new IOException("it ends too early");
		try (java.util.zip.GZIPInputStream in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
			final byte[] out = in.readNBytes(limit);
			if (in.read() >= 0) throw new IOException("it holds more than it should");
			return out;
		}
		catch (final java.util.zip.ZipException | java.io.EOFException exc) {
			throw new IOException("it does not inflate", exc);
		}
	}

	/** Deflate with or without zlib's frame. */
	static byte[] inflate(final byte[] packed, final int from, final int limit, final boolean raw) throws IOException {
		final Inflater inflater = new Inflater(raw);
		try {
			inflater.setInput(packed, from, packed.length - from);
			final byte[] out = new byte[limit];
			int count = 0;
			while (count < limit && !inflater.finished()) {
				final int more = inflater.inflate(out, count, limit - count);
				if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) throw new IOException("it ends too early");
				count += more;
			}
			if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) throw new IOException("it holds more than it should");
			return count == limit ? out : Arrays.copyOf(out, count);
		}
		catch (final DataFormatException exc) {
			throw new IOException("it does not inflate", exc);
		}
		finally {
			inflater.end();
		}
	}

	/** The last four bytes guard the others. */
	static byte[] checked(final byte[] packed, final int limit) throws IOException {
		final int length = packed.length - CHECKSUM;
		if (length < 0) throw new IOException("it ends too early");
		final CRC32C checksum = new CRC32C();
		checksum.update(packed, 0, length);
		if ((int) checksum.getValue() != ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(length)) throw new IOException(
			"its checksum is wrong");
		return Arrays.copyOf(packed, length);
	}
}
