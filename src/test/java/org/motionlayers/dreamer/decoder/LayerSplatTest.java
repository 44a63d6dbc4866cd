package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.splat.ImageSplatting;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.splat.Splatting;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.numeric.real.FloatType;

class LayerSplatTest {

	private static final int W = 8;
	private static final int H = 6;

	@Test
	void oneLayerIsWhatImageSplattingGives() {
		final float[] colours = random(3 * W * H), flow = new float[2 * W * H];
		Arrays.fill(flow, 0, W * H, 1.25f);
		Arrays.fill(flow, W * H, flow.length, -.5f);
		final int[] labels = new int[W * H];
		final float[] out = new float[LayerSplat.PLANES * W * H + 1];
		new LayerSplat(W, H, colours, labels).splat(CumulativeMotion.of(W, List.of(labels), List.of(flow)), 1, labels, out, 1);
		@SuppressWarnings("unchecked")
		final ArrayImg<FloatType, FloatArray> expected = (ArrayImg<FloatType, FloatArray>) ImageSplatting.splat(Splatting.of(
			SplatMode.AVERAGE), ArrayImgs.floats(colours, W, H, 3), ArrayImgs.floats(flow, W, H, 2), null);
		final float[] all = expected.update(null).getCurrentStorageArray();
		int landed = 0;
		for (int i = 0; i < all.length; i++) if (out[1 + 3 * W * H + i % (W * H)] == 1) {
			assertEquals(all[i], out[1 + i], 1e-5f, "value " + i);
			landed++;
		}
		else assertEquals(0, all[i], "nothing lands here");
		// The left column stays empty, the lowest row is reached by half.
		assertEquals(3 * (W - 1) * H, landed);
	}

	@Test
	void anObjectMovesOverTheBackgroundAndLeavesAHoleOfTheBackgroundsMean() {
		final float[] colours = random(3 * W * H), flow = new float[2 * W * H];
		final int[] before = new int[W * H], after = new int[W * H];
		for (int y = 2; y < 4; y++) for (int x = 1; x < 3; x++) {
			before[y * W + x] = 7;
			after[y * W + x + 3] = 7;
			flow[y * W + x + 3] = 3;
		}
		final float[] out = new float[LayerSplat.PLANES * W * H];
		new LayerSplat(W, H, colours, before).splat(CumulativeMotion.of(W, List.of(after), List.of(flow)), 1, after, out, 0);
		final double[] ground = new double[3];
		int seen = 0;
		for (int q = 0; q < W * H; q++) if (before[q] == 0 && after[q] == 0) {
			for (int c = 0; c < 3; c++) ground[c] += colours[c * W * H + q];
			seen++;
		}
		for (int q = 0; q < W * H; q++) {
			final boolean hole = before[q] == 7 && after[q] == 0;
			for (int c = 0; c < 3; c++) assertEquals(hole ? ground[c] / seen : after[q] == 7 ? colours[c * W * H + q - 3] : colours[c * W * H + q], out[c * W *
				H + q], 1e-6f, "pixel " + q);
			assertEquals(hole ? 0 : 1, out[3 * W * H + q], "landed at " + q);
		}
	}

	private static float[] random(final int size) {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] values = new float[size];
		for (int i = 0; i < size; i++) values[i] = (float) random.nextDouble(-1, 1);
		return values;
	}
}
