package org.motionlayers.cache;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import com.google.common.base.Throwables;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.ExecutionError;
import com.google.common.util.concurrent.UncheckedExecutionException;

/**
 * Frames computed when first asked for and kept within a bound, those last looked at; where Java runs out of memory, none. Threads that ask
 * for the same frame wait for one computation; different frames are computed at the same time.
 *
 * <pre>
 * FrameCache&lt;Integer, int[]&gt; labels = new FrameCache&lt;&gt;(FrameCache.share(1 &lt;&lt; 20), array -&gt; 4L * array.length);
 * int[] third = labels.get(3, () -&gt; compute(3));
 * </pre>
 *
 * @param <K> names a frame
 * @param <V> what a frame is
 */
public final class FrameCache<K, V> {

	/** A cache may take this part of the largest heap: several images can be open at a time. */
	private static final int PART = 8;

	/** Sizes are counted in kilobytes, so that they fit into an int. */
	private static final int UNIT = 1 << 10;

	private final Cache<K, V> kept;

	/**
	 * @param bytes how much is kept; a frame larger than this is computed whenever it is asked for
	 * @param size of a frame, bytes
	 */
	public FrameCache(final long bytes, final ToLongFunction<? super V> size) {
		kept = CacheBuilder.newBuilder().concurrencyLevel(1).softValues().maximumWeight(bytes / UNIT).<K, V>weigher((key, value) -> (int) Math
			.min(Integer.MAX_VALUE, 1 + size.applyAsLong(value) / UNIT)).build();
	}

	/**
	 * How much one cache may take: an eighth of the largest heap (-Xmx), or one frame where that is larger.
	 *
	 * @param frame size of the largest frame, bytes
	 * @return bytes
	 */
	public static long share(final long frame) {
		return Math.max(frame, Runtime.getRuntime().maxMemory() / PART) + 2 * UNIT;
	}

	/**
	 * Gets a frame.
	 *
	 * @param key names it
	 * @param maker computes it; what it throws is thrown
	 * @return the frame, computed if it is not at hand
	 */
	public V get(final K key, final Supplier<? extends V> maker) {
		try {
			return kept.get(key, maker::get);
		}
		catch (final ExecutionException | UncheckedExecutionException | ExecutionError exc) {
			Throwables.throwIfUnchecked(exc.getCause());
			throw new IllegalStateException(exc.getCause());
		}
	}
}
