package org.motionlayers.decompose;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/**
 * The pixels of every object, cut out of one channel of an image run after run (MeloMotion, Eq. 1), and their mean (MeloMotion, 3.2).
 * Values that are not finite are cut like any other, and left out of the mean.
 */
final class Patches {

	private static final int RUNS_PER_UPDATE = 1 << 16;

	private final Object[] patches;
	private final double[] sums;
	private final int[] counts;

	/**
	 * Cuts.
	 *
	 * @param image what to cut out of
	 * @param channel of the image
	 * @param runs of all objects
	 * @param areas number of pixels of every object
	 * @param progress is told and asked
	 */
	Patches(final Frame image, final int channel, final LabelRuns runs, final int[] areas, final Progress progress) {
		patches = new Object[areas.length];
		for (int i = 0; i < areas.length; i++) patches[i] = image.type().newArray(areas[i]);
		final int[] next = new int[areas.length];
		for (int first = 0; first < runs.size(); first += RUNS_PER_UPDATE) {
			progress.update(first, runs.size(), "cutting out objects");
			final int end = Math.min(runs.size(), first + RUNS_PER_UPDATE), start = channel * image.shape().pixels();
			switch (image.type()) {
				case UINT8 -> cut((byte[]) image.data(), start, runs, first, end, next);
				case UINT16 -> cut((short[]) image.data(), start, runs, first, end, next);
				case FLOAT32 -> cut((float[]) image.data(), start, runs, first, end, next);
			}
		}
		sums = new double[areas.length];
		counts = areas.clone();
		for (int i = 0; i < areas.length; i++) switch (image.type()) {
			case UINT8 -> sums[i] = sum((byte[]) patches[i]);
			case UINT16 -> sums[i] = sum((short[]) patches[i]);
			case FLOAT32 -> sumFinite(i, (float[]) patches[i]);
		}
	}

	private void cut(final byte[] image, final int start, final LabelRuns runs, final int first, final int end, final int[] next) {
		for (int r = first; r < end; r++) {
			final int object = runs.object(r), length = runs.length(r);
			System.arraycopy(image, start + runs.start(r), (byte[]) patches[object], next[object], length);
			next[object] += length;
		}
	}

	private void cut(final short[] image, final int start, final LabelRuns runs, final int first, final int end, final int[] next) {
		for (int r = first; r < end; r++) {
			final int object = runs.object(r), length = runs.length(r);
			System.arraycopy(image, start + runs.start(r), (short[]) patches[object], next[object], length);
			next[object] += length;
		}
	}

	private void cut(final float[] image, final int start, final LabelRuns runs, final int first, final int end, final int[] next) {
		for (int r = first; r < end; r++) {
			final int object = runs.object(r), length = runs.length(r);
			System.arraycopy(image, start + runs.start(r), (float[]) patches[object], next[object], length);
			next[object] += length;
		}
	}

	private static double sum(final byte[] values) {
		long sum = 0;
		for (final byte value : values) sum += value & 0xff;
		return sum;
	}

	private static double sum(final short[] values) {
		long sum = 0;
		for (final short value : values) sum += value & 0xffff;
		return sum;
	}

	private void sumFinite(final int object, final float[] values) {
		int finite = 0;
		for (final float value : values) {
			if (!Float.isFinite(value)) continue;
			sums[object] += value;
			finite++;
		}
		counts[object] = finite;
	}

	/** @return the patch of an object: byte[], short[] or float[], in the order of its runs */
	Object of(final int object) {
		return patches[object];
	}

	/** @return mean of the finite values of an object, 0 where there is none */
	double mean(final int object) {
		return counts[object] == 0 ? 0 : sums[object] / counts[object];
	}

	/** @return number of finite values of an object */
	int finite(final int object) {
		return counts[object];
	}
}
