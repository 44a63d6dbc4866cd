package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.NetworkEngine;

/** Backward warping, by hand; beside PyTorch's grid_sample it is compared as a part of the autoencoder. */
class WarpTest {

	@Test
	void pixelsFetchTheirValuesBetweenPixels() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final NDArray image = FloatTransfer.in(scope, new float[] { 0, 1, 2, 10, 11, 12 }, new Shape(1, 1, 2, 3));
				final NDArray flow = FloatTransfer.in(scope, new float[] { 1, .5f, 0, 0, -.25f, -9, 0, 0, 1, 0, -.5f, 0 }, new Shape(1, 2, 2, 3));
				// Row 0 looks right by 1, right by a half, down by 1; row 1 stays, looks left and up, and beyond the border.
				assertArrayEquals(new float[] { 1, 1.5f, 12, 10, 5.75f, 10 }, Warp.backward(image, flow).toFloatArray(), 1e-5f);
			}
		});
	}

	@Test
	void framesOfAClipShareTheirImage() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final NDArray images = FloatTransfer.in(scope, new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, new Shape(2, 1, 2, 2));
				final NDArray flow = FloatTransfer.in(scope, new float[32], new Shape(4, 2, 2, 2));
				assertArrayEquals(new float[] { 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 5, 6, 7, 8 }, Warp.backward(images, flow).toFloatArray(), 0);
			}
		});
	}

	@Test
	void gradientsAreSlopesOfTheImageAndSharesOfPixels() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray image = FloatTransfer.in(scope, new float[] { 0, 1, 3, 0, 1, 3 }, new Shape(1, 1, 2, 3));
				final NDArray flow = FloatTransfer.in(scope, new float[] { .25f, .25f, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, new Shape(1, 2, 2, 3));
				image.setRequiresGradient(true);
				flow.setRequiresGradient(true);
				collector.backward(Warp.backward(image, flow).get(":, :, 0:1").sum());
				// Slopes 1 and 2 along x; beyond the border none; rows are alike, so none along y.
				assertArrayEquals(new float[] { 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, flow.getGradient().toFloatArray(), 1e-5f);
				// .75 of pixel 0; .25 and .75 of pixel 1; .25 of pixel 2 and all that is fetched from beyond it.
				assertArrayEquals(new float[] { .75f, 1, 1.25f, 0, 0, 0 }, image.getGradient().toFloatArray(), 1e-5f);
			}
		});
	}

	@Test
	void aFinerFlowIsAsManyTimesAsLong() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final NDArray flow = FloatTransfer.in(scope, new float[] { 0, 1, 0, 1, 2, 2, 2, 2 }, new Shape(1, 2, 2, 2));
				final float[] fine = Warp.finer(flow, 2).toFloatArray();
				// Bilinear with centres of pixels at halves: 0, 1/4, 3/4, 1; twice as long.
				assertArrayEquals(new float[] { 0, .5f, 1.5f, 2 }, java.util.Arrays.copyOf(fine, 4), 1e-5f);
				assertArrayEquals(new float[] { 4, 4, 4, 4 }, java.util.Arrays.copyOfRange(fine, 16, 20), 1e-5f);
			}
		});
	}
}
