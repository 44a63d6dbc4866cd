package org.motionlayers.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What is kept, what is let go, and who waits. */
class FrameCacheTest {

	private static final int KILO = 1 << 10;

	private final AtomicInteger computed = new AtomicInteger();

	private byte[] frame(final int bytes) {
		computed.incrementAndGet();
		return new byte[bytes];
	}

	@Test
	void aFrameIsComputedOnceHoweverManyThreadsAskForIt() {
		final FrameCache<Integer, int[]> cache = new FrameCache<>(1 << 20, array -> 4L * array.length);
		final List<int[]> found = IntStream.range(0, 3000).parallel().mapToObj(i -> cache.get(i % 3, () -> new int[] { computed
			.incrementAndGet() })).toList();
		assertEquals(3, computed.get());
		for (int i = 0; i < found.size(); i++) assertSame(found.get(i % 3), found.get(i));
	}

	@Test
	void thoseLastLookedAtAreKeptWithinTheBound() {
		final FrameCache<Integer, byte[]> cache = new FrameCache<>(40 * KILO, array -> array.length);
		for (int t = 0; t < 100; t++) cache.get(t, () -> frame(10 * KILO - 1));
		assertEquals(100, computed.get());
		for (int t = 97; t < 100; t++) cache.get(t, () -> frame(10 * KILO - 1));
		assertEquals(100, computed.get(), "the last ones are at hand");
		for (int t = 0; t < 96; t++) cache.get(t, () -> frame(10 * KILO - 1));
		assertEquals(196, computed.get(), "all others were let go");
	}

	@Test
	void aFrameThatIsTooLargeIsComputedAgain() {
		final FrameCache<Integer, byte[]> cache = new FrameCache<>(KILO, array -> array.length);
		for (int i = 0; i < 3; i++) assertEquals(5 * KILO, cache.get(1, () -> frame(5 * KILO)).length);
		assertEquals(3, computed.get());
	}

	@Test
	void theShareHoldsAFrameOfAnySize() {
		final long large = 2 * Runtime.getRuntime().maxMemory();
		assertTrue(FrameCache.share(large) > large);
		assertTrue(FrameCache.share(1) <= Runtime.getRuntime().maxMemory() / 8 + 2 * KILO);
	}

	@Test
	void whatTheComputationThrowsIsThrownAndNotKept() {
		final FrameCache<Integer, byte[]> cache = new FrameCache<>(KILO, array -> array.length);
		assertThrows(CancellationException.class, () -> cache.get(1, () -> {
			throw new CancellationException("stop");
		}));
		assertThrows(OutOfMemoryError.class, () -> cache.get(1, () -> {
			throw new OutOfMemoryError("full");
		}));
		assertEquals(7, cache.get(1, () -> frame(7)).length);
	}

	@Test
	void newWorkReplacesWhatWaits() throws InterruptedException {
		final LatestWork work = new LatestWork("test");
		final CountDownLatch begun = new CountDownLatch(1), go = new CountDownLatch(1), done = new CountDownLatch(1);
		work.replace(() -> {
			begun.countDown();
			await(go);
			throw new IllegalStateException("lost");
		});
		assertTrue(begun.await(60, TimeUnit.SECONDS));
		work.replace(computed::incrementAndGet);
		work.replace(done::countDown);
		go.countDown();
		assertTrue(done.await(60, TimeUnit.SECONDS), "what came last is done");
		assertEquals(0, computed.get(), "what waited before is not");
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
