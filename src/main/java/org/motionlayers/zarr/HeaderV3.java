package org.motionlayers.zarr;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads zarr.json, the metadata of an array of Zarr version 3. */
final class HeaderV3 {

	private static final String CONFIGURATION = "configuration";
	private static final String SHARDING = "sharding_indexed";
	private static final int PLACE_BYTES = 2 * Long.BYTES;

	private HeaderV3() {}

	/** How elements become bytes, and what is done with these. */
	private record Pipeline(ByteOrder order, List<Codec> codecs, Optional<Meta> sharding, int checksums) {}

	/** @return what it says; what we do not read is refused by name */
	static ArrayHeader of(final Meta meta) {
		final String name = meta.text("data_type", "");
		final ElementType type = ElementType.of(name).orElseThrow(() -> meta.refuse("elements of type '" + name +
			"'; integers of 8 to 64 bits, floats of 32 and 64 bits and bool are read"));
		final Meta grid = meta.need("chunk_grid");
		if (!grid.text("name", "").equals("regular")) throw grid.refuse("grid '" + grid.text("name", "") + "'; regular grids are read");
		final int[] chunk = grid.need(CONFIGURATION).sizes("chunk_shape", 1);
		final Pipeline pipeline = pipeline(meta, "codecs");
		final int[] shape = meta.sizes("shape", 0);
		final double fill = ArrayHeader.fill(meta, type);
		if (pipeline.sharding.isEmpty()) return new ArrayHeader(type, pipeline.order, shape, chunk, fill, names(meta), pipeline.codecs, null)
			.check(meta);
		if (!pipeline.codecs.isEmpty()) throw meta.refuse("codecs after " + SHARDING + "; it alone is read");
		final Meta sharding = pipeline.sharding.get();
		final int[] inner = sharding.sizes("chunk_shape", 1);
		final Pipeline packed = pipeline(sharding, "codecs");
		if (packed.sharding.isPresent()) throw sharding.refuse("shards in shards; chunks in shards are read");
		return new ArrayHeader(type, packed.order, shape, inner, fill, names(meta), packed.codecs, shard(sharding, chunk, inner)).check(meta);
	}

	private static ArrayHeader.Shard shard(final Meta sharding, final int[] outer, final int[] inner) {
		final int[] chunks = new int[outer.length];
		double bytes = PLACE_BYTES;
		for (int d = 0; d < chunks.length; d++) {
			if (inner.length != outer.length || outer[d] % inner[d] != 0) throw sharding.refuse("chunks that do not fill their shard");
			chunks[d] = outer[d] / inner[d];
			bytes *= chunks[d];
		}
		if (bytes > 1 << 28) throw sharding.refuse("a shard of " + (long) (bytes / PLACE_BYTES) + " chunks, which is too many");
		final Pipeline index = pipeline(sharding, "index_codecs");
		if (index.sharding.isPresent() || index.codecs.size() > index.checksums) throw sharding.refuse("a packed table of chunks; bytes and crc32c are read");
		return new ArrayHeader.Shard(chunks, index.codecs, sharding.text("index_location", "end").equals("end"), (int) bytes + Integer.BYTES *
			index.checksums, index.order);
	}

	private static ArrayHeader.ChunkNames names(final Meta meta) {
		final Meta encoding = meta.need("chunk_key_encoding");
		final boolean old = encoding.text("name", "").equals("v2");
		if (!old && !encoding.text("name", "").equals("default")) throw encoding.refuse("'" + encoding.text("name", "") +
			"'; default and v2 are read");
		final String separator = encoding.object(CONFIGURATION).map(c -> c.text("separator", "")).filter(s -> !s.isEmpty()).orElse(old ? "." : "/");
		if (!separator.equals(".") && !separator.equals("/")) throw encoding.refuse("separator '" + separator + "'; . and / are read");
		return new ArrayHeader.ChunkNames(old ? "" : "c" + separator, separator);
	}

	/** Codecs are named as they are done; the last is undone first. */
	private static Pipeline pipeline(final Meta meta, final String field) {
		final List<Codec> codecs = new ArrayList<>();
		ByteOrder order = ByteOrder.LITTLE_ENDIAN;
		Optional<Meta> sharding = Optional.empty();
		int checksums = 0;
		for (final Meta step : meta.objects(field)) {
			final String name = step.text("name", "");
			if (name.equals("bytes")) order = step.object(CONFIGURATION).map(c -> c.text("endian", "little")).orElse("little").equals("big")
				? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
			else if (name.equals(SHARDING)) sharding = Optional.of(step.need(CONFIGURATION));
			else codecs.add(Codecs.of(name).orElseThrow(() -> step.refuse("codec '" + name + "'; " + Codecs.KNOWN)));
			if (name.equals("crc32c")) checksums++;
		}
		Collections.reverse(codecs);
		return new Pipeline(order, List.copyOf(codecs), sharding, checksums);
	}
}
