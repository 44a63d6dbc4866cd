package org.motionlayers.diffusion;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of the steps of training to keep when sampling with fewer, in increasing order. The kept steps are those of
 * {@link NoiseSchedule#respaced}.
 */
public final class Timesteps {

	private static final String DDIM_PREFIX = "ddim";

	private Timesteps() {}

	/** @return 0, k, 2k, ... with k = total / count rounded down, shifted by offset: never the noisiest step */
	public static int[] leading(final int total, final int count, final int offset) {
		checkCount(total, count);
		return IntStream.range(0, count).map(i -> i * (total / count) + offset).toArray();
	}

	/** @return count steps of even distance that end at the noisiest one, total - 1 */
	public static int[] trailing(final int total, final int count) {
		checkCount(total, count);
		final double distance = (double) total / count;
		return IntStream.range(0, count).map(i -> (int) Math.rint(total - (count - 1 - i) * distance) - 1).toArray();
	}

	/** @return count steps evenly from 0 to total - 1, rounded to even halves */
	public static int[] linspace(final int total, final int count) {
		checkCount(total, count);
		if (count == 1) return new int[] { total - 1 };
		return IntStream.range(0, count).map(i -> (int) Math.rint(i * ((total - 1.0) / (count - 1)))).toArray();
	}

	/** @return {@link #linspace} of one step more without the step 0: what DPM-Solver++ walks */
	public static int[] linspaceAboveZero(final int total, final int count) {
		final int[] all = linspace(total, count + 1);
		return Arrays.copyOfRange(all, 1, all.length);
	}

	/**
	 * The "space_timesteps" of improved-diffusion: the steps are cut into sections, and from every section some steps are taken, evenly
	 * from its first to its last.
	 *
	 * @param total number of steps of training
	 * @param counts how many to take from each section
	 */
	public static int[] spaced(final int total, final int... counts) {
		final IntStream.Builder steps = IntStream.builder();
		int start = 0;
		for (int section = 0; section < counts.length; section++) {
			final int size = total / counts.length + (section < total % counts.length ? 1 : 0);
			checkCount(size, counts[section]);
			final double stride = counts[section] == 1 ? 1 : (size - 1.0) / (counts[section] - 1);
			// The stride is added up, not multiplied: halves then round as in the original.
			double position = 0;
			for (int i = 0; i < counts[section]; i++, position += stride) steps.add(start + (int) Math.rint(position));
			start += size;
		}
		return steps.build().toArray();
	}

	/**
	 * Reads improved-diffusion's "timestep_respacing".
	 *
	 * @param total number of steps of training
	 * @param text counts of sections such as "200" or "10,15,20", or "ddim50" for a whole stride that gives exactly 50 steps
	 */
	public static int[] parse(final int total, final String text) {
		try {
			if (text.startsWith(DDIM_PREFIX)) return wholeStride(total, Integer.parseInt(text.substring(DDIM_PREFIX.length()).trim()));
			return spaced(total, Arrays.stream(text.split(",")).mapToInt(s -> Integer.parseInt(s.trim())).toArray());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("Sampling steps '" + text + "' are neither counts such as '200' or '10,15,20' nor 'ddim50'.", e);
		}
	}

	private static int[] wholeStride(final int total, final int count) {
		checkCount(total, count);
		for (int stride = 1; stride < total; stride++)
			if ((total + stride - 1) / stride == count) return leadingBy(stride, count);
		throw new IllegalArgumentException("No whole stride takes exactly " + count + " of " + total + " steps.");
	}

	private static int[] leadingBy(final int stride, final int count) {
		return IntStream.range(0, count).map(i -> i * stride).toArray();
	}

	private static void checkCount(final int total, final int count) {
		if (count < 1 || count > total) throw new IllegalArgumentException("Cannot take " + count + " of " + total + " steps.");
	}
}
