package org.motionlayers.network.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.NetworkEngine;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

class LatentDecoderTest {

	private static final double SCALE = 0.2;

	@Test
	void hasThePapersNumberOfParameters() {
		try (LatentDecoder decoder = LatentDecoder.create(1)) {
			assertEquals(34587, decoder.parameters());
		}
	}

	@Test
	void equalsPyTorchWithTheSameWeights() throws IOException {
		final float[] expected = Waves.fixture("decoder.f32");
		try (LatentDecoder decoder = LatentDecoder.create(1)) {
			final float[] found = NetworkEngine.call(() -> {
				final int[] sizes = decoder.network().sizes();
				final List<float[]> weights = new ArrayList<>();
				for (int k = 0; k < sizes.length; k++) weights.add(Waves.of(sizes[k], k, SCALE));
				decoder.network().set(weights);
				try (NDManager scratch = decoder.network().scratch()) {
					return decoder.network().apply(scratch.create(Waves.of(2 * 16 * 4 * 5, 0.5, 1), new Shape(2, 16, 4, 5))).toFloatArray();
				}
			});
			assertArrayEquals(expected, found, 1e-5f);
		}
	}

	@Test
	void learnsToPaintWhatTheLatentSays() {
		final float[] latent = new float[16 * 4 * 4];
		final float[] colours = new float[3 * 32 * 32];
		for (int y = 8; y < 16; y++) for (int x = 16; x < 24; x++) colours[y * 32 + x] = 1;
		latent[6] = 1;
		final double black = 64 / (3.0 * 32 * 32);
		try (LatentDecoder decoder = LatentDecoder.create(3)) {
			for (int i = 0; i < 250; i++) decoder.train(latent, colours, 1, 4, 4, 0.01);
			final double after = decoder.train(latent, colours, 1, 4, 4, 0.001);
			assertTrue(after < 0.5 * black, after + " after training, " + black + " for a black frame");
			for (final float value : decoder.decode(latent, 1, 4, 4)) assertTrue(value >= 0 && value <= 1, "colour " + value);
		}
	}

	@Test
	void theSameSeedGivesTheSameWeights() {
		final float[] latent = Waves.of(16 * 2 * 2, 0, 1);
		try (LatentDecoder one = LatentDecoder.create(7); LatentDecoder two = LatentDecoder.create(7)) {
			assertArrayEquals(one.decode(latent, 1, 2, 2), two.decode(latent, 1, 2, 2));
		}
	}

	@Test
	void theEncoderIsALinearMapOfEveryCell() {
		try (LatentEncoder encoder = LatentEncoder.create(5)) {
			assertEquals(1088, encoder.parameters());
			final float[] latent = new float[16 * 2];
			latent[1] = 1; // channel 0 of the second cell
			final float[] one = encoder.encode(latent, 1, 1, 2);
			latent[1] = 3;
			final float[] three = encoder.encode(latent, 1, 1, 2);
			assertEquals(2 * 64, one.length);
			for (int f = 0; f < 64; f++) {
				final float bias = one[2 * f];
				assertEquals(bias, three[2 * f], "the other cell is left alone");
				assertEquals(3 * (one[2 * f + 1] - bias), three[2 * f + 1] - bias, 1e-5, "feature " + f);
			}
		}
	}
}
