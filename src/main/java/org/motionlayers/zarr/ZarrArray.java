package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An array of numbers in chunks, read piece by piece; nothing is kept. Any number of threads may read. */
public final class ZarrArray {

	/** Takes what is read, row by row along the last axis. */
	@FunctionalInterface
	public interface Rows {

		/**
		 * Takes one row, or a part of one.
		 *
		 * @param elements holds the elements, in their byte order
		 * @param at the byte at which the first begins
		 * @param to where in the piece the first belongs, the last axis fastest
		 * @param count number of elements
		 */
		void take(ByteBuffer elements, int at, int to, int count);
	}

	private final ArrayHeader header;
	private final Chunks chunks;

	private ZarrArray(final ArrayHeader header, final Chunks chunks) {
		this.header = header;
		this.chunks = chunks;
	}

	/** @return the array at a path within a hierarchy, "" for the folder itself */
	static ZarrArray open(final ZarrFolder folder, final String path) throws IOException {
		final String prefix = path.isEmpty() ? "" : path + "/";
		final Optional<Meta> old = folder.json(prefix + ZarrFolder.ARRAY);
		final ArrayHeader header = old.isPresent() ? HeaderV2.of(old.get()) : folder.json(prefix + ZarrFolder.NODE).map(HeaderV3::of).orElseThrow(
			() -> folder.refuse("no array at '" + path + "', which its metadata names"));
		return new ZarrArray(header, new Chunks(folder, prefix, header));
	}

	/** @return what its elements are */
	public ElementType type() {
		return header.type();
	}

	/** @return its size, the last axis fastest */
	public int[] shape() {
		return header.shape().clone();
	}

	/**
	 * Reads a box. Chunks that were never written hold the fill value.
	 *
	 * @param origin first element along every axis
	 * @param size number of elements along every axis, within the array; their product fits into an int
	 * @param rows takes what is read, every element once, in the order of the chunks
	 * @throws org.motionlayers.scene.InputException where a chunk is damaged
	 */
	public void read(final int[] origin, final int[] size, final Rows rows) {
		final int[] chunk = header.chunk();
		final int axes = chunk.length;
		final long[] first = new long[axes], last = new long[axes];
		for (int d = 0; d < axes; d++) {
			first[d] = origin[d] / chunk[d];
			last[d] = ((long) origin[d] + size[d] - 1) / chunk[d];
		}
		final long[] index = first.clone();
		do {
			copy(index, origin, size, rows);
		}
		while (next(index, first, last));
	}

	/** Counts up, the last axis fastest; @return false after the last */
	private static boolean next(final long[] index, final long[] first, final long[] last) {
		for (int d = index.length - 1; d >= 0; d--) {
			if (index[d]++ < last[d]) return true;
			index[d] = first[d];
		}
		return false;
	}

	private void copy(final long[] index, final int[] origin, final int[] size, final Rows rows) {
		final int axes = size.length;
		final long[] from = new long[axes], to = new long[axes];
		for (int d = 0; d < axes; d++) {
			from[d] = Math.max(origin[d], index[d] * header.chunk()[d]);
			to[d] = Math.min((long) origin[d] + size[d], (index[d] + 1) * header.chunk()[d]) - 1;
		}
		final Optional<byte[]> bytes = chunks.read(index);
		final int count = (int) (to[axes - 1] - from[axes - 1] + 1);
		final ByteBuffer elements = bytes.map(ByteBuffer::wrap).orElseGet(() -> filled(count)).order(header.order());
		to[axes - 1] = from[axes - 1]; // whole rows are taken
		final long[] at = from.clone();
		do {
			int source = 0, target = 0;
			for (int d = 0; d < axes; d++) {
				source = source * header.chunk()[d] + (int) (at[d] - index[d] * header.chunk()[d]);
				target = target * size[d] + (int) (at[d] - origin[d]);
			}
			rows.take(elements, bytes.isPresent() ? source * header.type().bytes() : 0, target, count);
		}
		while (next(at, from, to));
	}

	private ByteBuffer filled(final int count) {
		final ByteBuffer row = ByteBuffer.allocate(count * header.type().bytes()).order(header.order());
		if (header.fill() != 0) for (int i = 0; i < count; i++) header.type().put(row, i * header.type().bytes(), header.fill());
		return row;
	}
}
