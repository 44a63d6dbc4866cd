package org.motionlayers.network.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.NetworkEngine;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

class FlowBackboneTest {

	private static final int SIDE = 16;

	@Test
	void hasAboutThePapersNumberOfParameters() {
		try (FlowBackbone backbone = FlowBackbone.create(1)) {
			assertEquals(323_000, backbone.parameters(), 3_230, "parameters");
		}
	}

	@Test
	void warpingEqualsPyTorchsGridSample() throws IOException {
		final float[] found = NetworkEngine.call(() -> {
			try (NDManager scratch = NDManager.newBaseManager()) {
				return BilinearWarp.apply(scratch.create(Waves.of(2 * 3 * 6 * 7, 0.1, 1), new Shape(2, 3, 6, 7)), scratch.create(Waves.of(2 * 2 * 6 *
					7, 0.9, 3), new Shape(2, 2, 6, 7))).toFloatArray();
			}
		});
		assertArrayEquals(Waves.fixture("warp.f32"), found, 1e-5f);
	}

	@Test
	void wholePixelsAreMovedExactly() {
		final float[] image = Waves.of(3 * SIDE * SIDE, 0, 1);
		final float[] flow = new float[2 * SIDE * SIDE];
		Arrays.fill(flow, 0, SIDE * SIDE, 2);
		final float[] moved = FlowBackbone.warp(image, flow, SIDE, SIDE);
		for (int i = 0; i < image.length; i++) assertEquals(i % SIDE < 2 ? 0 : image[i - 2], moved[i], 0, "value " + i);
	}

	@Test
	void learnsAFlow() {
		final float[] from = new float[3 * SIDE * SIDE], to = new float[3 * SIDE * SIDE];
		final float[] flow = new float[2 * SIDE * SIDE], mask = new float[SIDE * SIDE];
		for (int y = 4; y < 12; y++) for (int x = 4; x < 10; x++) {
			from[y * SIDE + x] = 1;
			to[y * SIDE + x + 2] = 1;
		}
		Arrays.fill(flow, 0, SIDE * SIDE, 2);
		Arrays.fill(mask, 1);
		try (FlowBackbone backbone = FlowBackbone.create(2)) {
			final double before = backbone.train(from, to, flow, mask, 1, SIDE, SIDE, 3e-3);
			for (int i = 0; i < 60; i++) backbone.train(from, to, flow, mask, 1, SIDE, SIDE, 3e-3);
			final double after = backbone.train(from, to, flow, mask, 1, SIDE, SIDE, 3e-3);
			assertTrue(after < 0.2 * before, before + " before, " + after + " after");
			final float[] next = backbone.predict(from, 2, SIDE, SIDE);
			assertEquals(2 * 3 * SIDE * SIDE, next.length);
			assertEquals(1, next[8 * SIDE + 10], 0.3, "the square has moved in the first predicted frame");
		}
	}
}
