package org.motionlayers.composite;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Frames computed once, when first asked for, and kept while there is memory for them. Threads that ask for the same frame wait for one
 * computation; different frames are computed at the same time.
 *
 * @param <T> what a frame is
 */
final class FrameCache<T> {

	private final IntFunction<T> source;
	private final AtomicReferenceArray<SoftReference<T>> kept;
	private final Object[] locks;

	/**
	 * @param frames number of frames
	 * @param source computes one
	 */
	FrameCache(final int frames, final IntFunction<T> source) {
		this.source = source;
		this.kept = new AtomicReferenceArray<>(frames);
		this.locks = new Object[frames];
		java.util.Arrays.setAll(locks, t -> new Object());
	}

	/** @return frame t, computed if it is not at hand */
	T get(final int t) {
		final T early = peek(t);
		if (early != null) return early;
		synchronized (locks[t]) {
			final T late = peek(t);
			if (late != null) return late;
			final T made = source.apply(t);
			kept.set(t, new SoftReference<>(made));
			return made;
		}
	}

	private T peek(final int t) {
		final SoftReference<T> reference = kept.get(t);
		return reference == null ? null : reference.get();
	}
}
