package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/** The denoiser of clips: shapes, what reaches what, and its size. */
class SpaceTimeUNetTest {

	private static final SpaceTimeUNet.Options SMALL = new SpaceTimeUNet.Options(3, 2, new int[] { 8, 16 }, 2, 2);

	/** What it gives for an input of two clips of three frames of 8 x 8, every weight a random number. */
	private static float[] output(final int changed, final boolean withFeatures, final float camera) {
		return NetworkEngine.call(() -> {
			final float[][] out = new float[1][];
			try (Network<SpaceTimeUNet> network = new Network<>(new SpaceTimeUNet(SMALL), 3)) {
				// Zero-initialised outputs would hide everything behind them.
				network.weights().values().forEach(w -> {
					final float[] v = new float[w.size()];
					final java.util.SplittableRandom random = new java.util.SplittableRandom(w.size());
					for (int i = 0; i < v.length; i++) v[i] = (float) random.nextDouble(-.3, .3);
					w.write(v, 0);
				});
				Network.withoutGradients(() -> {
					try (NDManager scope = network.newScope()) {
						final float[] x = new float[6 * 3 * 64];
						for (int i = 0; i < x.length; i++) x[i] = (float) Math.sin(i);
						if (changed >= 0) x[changed] += 1;
						final List<NDArray> features = new ArrayList<>();
						if (withFeatures) for (int level = 0; level < 2; level++) features.add(scope.ones(new Shape(6, SMALL.featureWidth(level), 8 >> level,
							8 >> level)));
						final NDArray word = scope.create(new float[] { camera, 0, 0, 0 }, new Shape(2, 2));
						final NDArray y = network.layer().forward(scope.create(x, new Shape(6, 3, 8, 8)), new double[] { 10, 500 }, 3, features, word);
						assertEquals(new Shape(6, 2, 8, 8), y.getShape());
						out[0] = y.toFloatArray();
					}
				});
			}
			return out[0];
		});
	}

	private static boolean differs(final float[] a, final float[] b, final int frame) {
		for (int i = frame * 128; i < (frame + 1) * 128; i++) if (Math.abs(a[i] - b[i]) > 1e-6) return true;
		return false;
	}

	@Test
	void framesSeeEachOtherAndClipsDoNot() {
		final float[] plain = output(-1, false, 0), changed = output(0, false, 0);
		for (int frame = 0; frame < 6; frame++) assertEquals(frame < 3, differs(plain, changed, frame), "frame " + frame);
	}

	@Test
	void featuresAndWordsReachTheOutput() {
		final float[] plain = output(-1, false, 0), moved = output(-1, false, 1), fed = output(-1, true, 0);
		for (int frame = 0; frame < 6; frame++) {
			assertEquals(frame < 3, differs(plain, moved, frame), "camera of the first clip, frame " + frame);
			assertTrue(differs(plain, fed, frame), "features, frame " + frame);
		}
	}

	@Test
	void startsAsZeroAndRefusesFeaturesOfSomeLevels() {
		NetworkEngine.run(() -> {
			try (Network<SpaceTimeUNet> network = new Network<>(new SpaceTimeUNet(SMALL), 3); NDManager scope = network.newScope()) {
				final NDArray x = scope.ones(new Shape(2, 3, 8, 8)), word = scope.ones(new Shape(1, 2));
				assertArrayEquals(new float[2 * 2 * 64], network.layer().forward(x, new double[] { 7 }, 2, List.of(), word).toFloatArray());
				assertThrows(IllegalArgumentException.class, () -> network.layer().forward(x, new double[] { 7 }, 2, List.of(x), word));
			}
		});
	}

	@Test
	void smallOneHasTheSizeOfTheOneThatWasMeasured() {
		// The prototype of the notes, 96 channels in and out, had 3,577,643 weights; blocks differ a little, the size must not.
		final long size = SpaceTimeUNet.parameters(new SpaceTimeUNet.Options(96, 96, new int[] { 32, 64, 128 }, 4, 0));
		assertTrue(Math.abs(size - 3_577_643) < .3 * 3_577_643, size + " weights");
	}
}
