package org.motionlayers.zarr;

import java.io.IOException;

/** Undoes one step of how a chunk was packed. */
@FunctionalInterface
interface Codec {

	/**
	 * Unpacks.
	 *
	 * @param packed the bytes as stored
	 * @param limit the most bytes that may come out
	 * @return the bytes that were packed
	 * @throws IOException where they are damaged, or more than the limit
	 */
	byte[] decode(byte[] packed, int limit) throws IOException;
}
