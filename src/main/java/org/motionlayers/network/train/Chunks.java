package org.motionlayers.network.train;

import java.util.stream.IntStream;

/** Element-wise work on long arrays, in parallel pieces of fixed size. */
final class Chunks {

	private static final int SIZE = 1 << 16;

	/** Work on elements from (inclusive) to (exclusive). */
	@FunctionalInterface
	interface Piece {

		/** Does it. */
		void run(int from, int to);
	}

	/** A number computed of elements from (inclusive) to (exclusive). */
	@FunctionalInterface
	interface Sum {

		/** Computes it. */
		double of(int from, int to);
	}

	private Chunks() {}

	static void run(final int length, final Piece piece) {
		IntStream.range(0, count(length)).parallel().forEach(c -> piece.run(c * SIZE, Math.min(length, (c + 1) * SIZE)));
	}

	/** Adds the pieces up in their order, so that the sum does not depend on the number of threads. */
	static double sum(final int length, final Sum sum) {
		final double[] parts = IntStream.range(0, count(length)).parallel().mapToDouble(c -> sum.of(c * SIZE, Math.min(length, (c + 1) *
			SIZE))).toArray();
		double total = 0;
		for (final double part : parts) total += part;
		return total;
	}

	private static int count(final int length) {
		return (length + SIZE - 1) / SIZE;
	}
}
