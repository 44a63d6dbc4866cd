package org.motionlayers.zarr;

import java.io.IOException;
import java.util.Arrays;

/** Blosc's own compressor: runs of bytes, and copies of what came before, as in FastLZ (c-blosc, blosclz.c). */
final class BloscLz {

	private static final int FIRST_MATCH = 32;
	private static final int LENGTH_SHIFT = 5;
	private static final int LONG_LENGTH = 6;
	private static final int SHORTEST = 3;
	/** Copies from farther back than this give their distance in two further bytes. */
	private static final int NEAR = 8191;

	private BloscLz() {}

	/**
	 * Unpacks.
	 *
	 * @param in holds the bytes
	 * @param from where they begin
	 * @param length how many they are
	 * @param limit the most bytes that may come out
	 * @return the bytes that were packed
	 * @throws IOException where they are damaged
	 */
	static byte[] decode(final byte[] in, final int from, final int length, final int limit) throws IOException {
		final byte[] out = new byte[limit];
		final int end = from + length;
		int ip = from, op = 0;
		// the first token is always a run of literals
		int token = in[ip++] & FIRST_MATCH - 1;
		while (true) {
			if (token < FIRST_MATCH) {
				System.arraycopy(in, ip, out, op, token + 1);
				ip += token + 1;
				op += token + 1;
			}
			else {
				int count = (token >> LENGTH_SHIFT) - 1, distance = (token & FIRST_MATCH - 1) << Byte.SIZE;
				if (count == LONG_LENGTH) for (int more = 255; more == 255; count += more) more = in[ip++] & 0xff;
				final int low = in[ip++] & 0xff;
				if (low == 255 && distance == (FIRST_MATCH - 1) << Byte.SIZE) {
					distance = NEAR + ((in[ip] & 0xff) << Byte.SIZE) + (in[ip + 1] & 0xff);
					ip += 2;
				}
				else distance += low;
				final int source = op - distance - 1;
				if (source < 0 || count + SHORTEST > limit - op) throw new IOException("a copy in it leads outside");
				// may overlap with what it makes: byte by byte
				for (int i = 0; i < count + SHORTEST; i++) out[op + i] = out[source + i];
				op += count + SHORTEST;
			}
			if (ip >= end) return op == limit ? out : Arrays.copyOf(out, op);
			token = in[ip++] & 0xff;
		}
	}
}
