package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;

/** Clouds are carried by their flow. */
class CloudsTest {

	private static final CloudOptions SMALL = CloudOptions.DEFAULT.withSize(48, 32, 6);

	/** What is seen at a pixel was, one frame before, where the flow came from: to what interpolation loses, and far better than standing still. */
	@Test
	void flowCarriesTheTexture() {
		for (long seed = 0; seed < 5; seed++) {
			final BodySample made = new Clouds(SMALL).sample(seed);
			for (int t = 1; t < made.frames(); t++) {
				final float[] flow = made.flow(t);
				final Frame now = made.movie().frame(t), before = made.movie().frame(t - 1);
				double carried = 0, still = 0;
				for (int y = 8; y < 24; y++) for (int x = 8; x < 40; x++) {
					final int p = y * 48 + x;
					carried += Math.pow(now.value(x, y, 0, 0) - at(before, x - flow[p], y - flow[32 * 48 + p]), 2);
					still += Math.pow(now.value(x, y, 0, 0) - before.value(x, y, 0, 0), 2);
				}
				assertTrue(carried < .15 * still, "seed " + seed + ", frame " + t + ": " + carried + " of " + still);
			}
		}
	}

	private static double at(final Frame frame, final double x, final double y) {
		final int left = (int) Math.floor(x), top = (int) Math.floor(y);
		final double right = x - left, down = y - top;
		return (1 - down) * ((1 - right) * frame.value(left, top, 0, 0) + right * frame.value(left + 1, top, 0, 0)) + down * ((1 - right) * frame.value(
			left, top + 1, 0, 0) + right * frame.value(left + 1, top + 1, 0, 0));
	}

	/** A curl neither gathers nor thins out: the divergence of the flow is 0, to what differences lose. */
	@Test
	void theWindHasNoSources() {
		final float[] flow = new Clouds(SMALL).sample(3).flow(2);
		double divergence = 0, speed = 0;
		for (int y = 1; y < 31; y++) for (int x = 1; x < 47; x++) {
			final int p = y * 48 + x;
			divergence += Math.abs((flow[p + 1] - flow[p - 1] + flow[32 * 48 + p + 48] - flow[32 * 48 + p - 48]) / 2);
			speed += Math.hypot(flow[p], flow[32 * 48 + p]);
		}
		assertTrue(divergence < .02 * speed, divergence + " of " + speed);
	}

	@Test
	void framesAreTheSameInWhateverOrderTheyAreAskedFor() {
		final BodySample one = new Clouds(SMALL).sample(3), two = new Clouds(SMALL).sample(3);
		one.movie().frame(5);
		for (int t = 0; t < 6; t++) assertArrayEquals((byte[]) one.movie().frame(t).data(), (byte[]) two.movie().frame(t).data());
		assertEquals(0, one.objects());
		assertArrayEquals(new float[2 * 48 * 32], one.flow(0));
	}

	@Test
	void refusesWhatCannotBeMade() {
		assertThrows(InputException.class, () -> CloudOptions.DEFAULT.withSize(8, 64, 16));
		assertThrows(InputException.class, () -> new CloudOptions(64, 64, 16, Double.NaN, 0));
	}
}
