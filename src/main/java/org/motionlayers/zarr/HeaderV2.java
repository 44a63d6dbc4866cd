package org.motionlayers.zarr;

import java.nio.ByteOrder;
import java.util.List;

/** Reads .zarray, the metadata of an array of Zarr version 2. */
final class HeaderV2 {

	private HeaderV2() {}

	/** @return what it says; what we do not read is refused by name */
	static ArrayHeader of(final Meta meta) {
		final String dtype = meta.text("dtype", "");
		final ElementType type = ElementType.of(dtype.isEmpty() ? "" : dtype.substring(1)).orElseThrow(() -> meta.refuse("elements of type '" +
			dtype + "'; integers of 8 to 64 bits, floats of 32 and 64 bits and bool are read"));
		if (!meta.text("order", "C").equals("C")) throw meta.refuse("chunks in order '" + meta.text("order", "") + "'; order C is read");
		if (!meta.objects("filters").isEmpty()) throw meta.refuse("filter '" + meta.objects("filters").get(0).text("id", "") +
			"'; arrays without filters are read");
		final List<Codec> codecs = meta.object("compressor").map(packed -> {
			final String id = packed.text("id", "");
			return List.of(Codecs.of(id).orElseThrow(() -> meta.refuse("compressor '" + id + "'; " + Codecs.KNOWN)));
		}).orElse(List.of());
		final String separator = meta.text("dimension_separator", ".");
		if (!separator.equals(".") && !separator.equals("/")) throw meta.refuse("dimension_separator '" + separator + "'; . and / are read");
		return new ArrayHeader(type, dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, meta.sizes("shape", 0), meta.sizes(
			"chunks", 1), ArrayHeader.fill(meta, type), new ArrayHeader.ChunkNames("", separator), codecs, null).check(meta);
	}
}
