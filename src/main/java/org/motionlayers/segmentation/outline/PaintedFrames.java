package org.motionlayers.segmentation.outline;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Label images painted from masks, bottom first, when asked for; kept as long as there is memory to spare. */
final class PaintedFrames implements IntFunction<int[]> {

	/**
	 * What overlaps.
	 *
	 * @param pixels pixels that belong to more than one mask, every further mask counted
	 * @param hidden masks of which nothing is seen
	 */
	record Overlap(long pixels, long hidden) {}

	private static final Comparator<PaintedMask> LATER_ON_TOP = Comparator.comparingInt(PaintedMask::sequence);
	private static final Comparator<PaintedMask> SMALLER_ON_TOP = Comparator.comparingLong(PaintedMask::area).reversed().thenComparing(
		LATER_ON_TOP);

	private final Shape shape;
	private final Map<Integer, PaintedMask[]> masks = new HashMap<>();
	private final ConcurrentHashMap<Integer, SoftReference<int[]>> kept = new ConcurrentHashMap<>();

	/**
	 * @param shape size of a frame
	 * @param smallerOnTop whether the smaller mask is painted last, else the later
	 * @param unsorted masks by frame
	 */
	PaintedFrames(final Shape shape, final boolean smallerOnTop, final Map<Integer, List<PaintedMask>> unsorted) {
		this.shape = shape;
		final Comparator<PaintedMask> order = smallerOnTop ? SMALLER_ON_TOP : LATER_ON_TOP;
		final List<PaintedMask> always = unsorted.getOrDefault(LabelPainter.EVERY_FRAME, List.of());
		unsorted.forEach((frame, own) -> {
			final List<PaintedMask> all = new ArrayList<>(own);
			if (frame != LabelPainter.EVERY_FRAME) all.addAll(always);
			all.sort(order);
			masks.put(frame, all.toArray(new PaintedMask[0]));
		});
	}

	private PaintedMask[] masks(final int frame) {
		final PaintedMask[] own = masks.get(frame);
		return own != null ? own : masks.getOrDefault(LabelPainter.EVERY_FRAME, new PaintedMask[0]);
	}

	@Override
	public int[] apply(final int frame) {
		final SoftReference<int[]> known = kept.get(frame);
		final int[] painted = known == null ? null : known.get();
		if (painted != null) return painted;
		final int[] labels = new int[shape.pixels()];
		for (final PaintedMask mask : masks(frame)) mask.mask().forEachRun(shape, (x, y, z, length) -> {
			final int from = shape.index(x, y, z);
			Arrays.fill(labels, from, from + length, mask.label());
		});
		kept.put(frame, new SoftReference<>(labels));
		return labels;
	}

	/** @return what overlaps in all frames */
	Overlap overlap(final int frames, final Progress progress) {
		final OverlapCount count = new OverlapCount(shape);
		for (int t = 0; t < frames; t++) {
			final int frame = t;
			count.frame(masks(t), () -> progress.update(frame, frames, "painting labels"));
		}
		return new Overlap(count.pixels, count.hidden);
	}

	/** Paints numbers of masks instead of labels, over the same pixels frame after frame. */
	private static final class OverlapCount {

		/** Often enough for a cancel within 100 ms, at some microseconds a mask. */
		private static final int MASKS_PER_TICK = 64;

		private final Shape shape;
		private final int[] seen;
		private int firstOfFrame = 1;
		private long pixels;
		private long hidden;

		OverlapCount(final Shape shape) {
			this.shape = shape;
			this.seen = new int[shape.pixels()];
		}

		void frame(final PaintedMask[] painted, final Runnable tick) {
			tick.run();
			if (firstOfFrame > Integer.MAX_VALUE - painted.length) {
				Arrays.fill(seen, 0);
				firstOfFrame = 1;
			}
			final long[] visible = new long[painted.length];
			for (int m = 0; m < painted.length; m++) {
				if (m % MASKS_PER_TICK == MASKS_PER_TICK - 1) tick.run();
				final int number = m;
				painted[m].mask().forEachRun(shape, (x, y, z, length) -> add(shape.index(x, y, z), length, number, visible));
			}
			for (final long v : visible) if (v == 0) hidden++;
			firstOfFrame += painted.length;
		}

		private void add(final int from, final int length, final int number, final long[] visible) {
			for (int i = from; i < from + length; i++) {
				final int under = seen[i] - firstOfFrame;
				if (under >= 0 && under != number) {
					pixels++;
					visible[under]--;
				}
				seen[i] = firstOfFrame + number;
			}
			visible[number] += length;
		}
	}
}
