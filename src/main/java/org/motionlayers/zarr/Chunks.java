package org.motionlayers.zarr;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.motionlayers.scene.InputException;

/** Fetches the chunks of an array, from files of their own or out of shards. Any number of threads may ask. */
final class Chunks {

	/** What no codec makes of a few bytes: a file that claims to unpack to more is refused before any memory is taken. */
	private static final long LARGEST_RATIO = 1 << 16, ALWAYS_ALLOWED = 1 << 26;
	/** Checksums in a row. */
	private static final int SLACK = 64;
	private static final long ABSENT = -1;

	private final ZarrFolder folder;
	private final String prefix;
	private final ArrayHeader header;

	/**
	 * @param folder the hierarchy
	 * @param prefix of the array within it, "" or ending in "/"
	 * @param header of the array
	 */
	Chunks(final ZarrFolder folder, final String prefix, final ArrayHeader header) {
		this.folder = folder;
		this.prefix = prefix;
		this.header = header;
	}

	/**
	 * Fetches one chunk.
	 *
	 * @param index of the chunk along every axis
	 * @return its elements as bytes, or empty where it was never written
	 * @throws InputException where it is damaged or cannot be read
	 */
	Optional<byte[]> read(final long[] index) {
		final String name = prefix + header.names().of(header.shard() == null ? index : shardOf(index));
		try {
			final Optional<byte[]> packed = header.shard() == null ? folder.bytes(name) : outOfShard(name, index);
			if (packed.isEmpty()) {
				requireArray();
				return packed;
			}
			final byte[] bytes = undo(header.codecs(), packed.get(), header.chunkBytes());
			if (bytes.length != header.chunkBytes()) throw new IOException("it holds " + bytes.length + " of " + header.chunkBytes() + " bytes");
			return Optional.of(bytes);
		}
		catch (final IOException exc) {
			throw new InputException(folder.path() + ": chunk " + name + " is damaged or cannot be read: " + (exc.getMessage() == null ? exc
				.toString() : exc.getMessage()) + ".", exc);
		}
	}

	/** A chunk that is not there was never written, unless the whole array is gone. */
	private void requireArray() throws IOException {
		if (folder.find(prefix + ZarrFolder.ARRAY).isEmpty() && folder.find(prefix + ZarrFolder.NODE).isEmpty()) throw new IOException(
			"its array is no longer there");
	}

	private static byte[] undo(final List<Codec> codecs, final byte[] packed, final int length) throws IOException {
		if (!codecs.isEmpty() && length > ALWAYS_ALLOWED + LARGEST_RATIO * packed.length) throw new IOException(packed.length +
			" bytes cannot hold the " + length + " of a chunk");
		byte[] bytes = packed;
		for (final Codec codec : codecs) bytes = codec.decode(bytes, length + SLACK);
		return bytes;
	}

	private long[] shardOf(final long[] index) {
		final long[] shard = new long[index.length];
		for (int d = 0; d < shard.length; d++) shard[d] = index[d] / header.shard().chunks()[d];
		return shard;
	}

	private Optional<byte[]> outOfShard(final String name, final long[] index) throws IOException {
		final Optional<Path> file = folder.find(name);
		if (file.isEmpty() || !Files.isRegularFile(file.get())) return Optional.empty();
		final ArrayHeader.Shard shard = header.shard();
		int number = 0;
		for (int d = 0; d < index.length; d++) number = number * shard.chunks()[d] + (int) (index[d] % shard.chunks()[d]);
		try (RandomAccessFile in = new RandomAccessFile(file.get().toFile(), "r")) {
			if (in.length() < shard.indexBytes()) throw new IOException("it ends too early");
			final byte[] stored = bytes(in, shard.atEnd() ? in.length() - shard.indexBytes() : 0, shard.indexBytes());
			final ByteBuffer places = ByteBuffer.wrap(undo(shard.codecs(), stored, shard.indexBytes())).order(shard.order());
			final long offset = places.getLong(2 * Long.BYTES * number), length = places.getLong(2 * Long.BYTES * number + Long.BYTES);
			if (offset == ABSENT && length == ABSENT) return Optional.empty();
			if (offset < 0 || length < 0 || length > Integer.MAX_VALUE || offset > in.length() - length) throw new IOException(
				"its table leads out of the file");
			return Optional.of(bytes(in, offset, (int) length));
		}
	}

	private static byte[] bytes(final RandomAccessFile in, final long offset, final int length) throws IOException {
		final byte[] bytes = new byte[length];
		in.seek(offset);
		in.readFully(bytes);
		return bytes;
	}
}
