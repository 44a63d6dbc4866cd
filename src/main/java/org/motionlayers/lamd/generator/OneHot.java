package org.motionlayers.lamd.generator;

import java.util.Arrays;

/** Numbers as rows that are 1 in one place: a dense layer over them is a table of embeddings, and its slopes are the engine's own. */
final class OneHot {

	private OneHot() {}

	/** @return rows x columns x kinds values, row-major, of rows x columns numbers from 0 to kinds - 1 */
	static float[] of(final int[][] numbers, final int kinds) {
		final int[] all = Arrays.stream(numbers).flatMapToInt(Arrays::stream).toArray();
		final float[] values = new float[Math.multiplyExact(all.length, kinds)];
		for (int i = 0; i < all.length; i++) {
			if (all[i] < 0 || all[i] >= kinds) throw new IllegalArgumentException(all[i] + " is none of " + kinds + " kinds.");
			values[i * kinds + all[i]] = 1;
		}
		return values;
	}
}
