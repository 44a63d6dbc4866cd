package org.motionlayers.network.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.Weight;

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
				int k = 0;
				for (final Weight weight : decoder.network().weights().values()) weight.write(Waves.of(weight.size(), k++, SCALE), 0);
				try (NDManager scope = decoder.network().newScope()) {
					return decoder.network().layer().forward(scope.create(Waves.of(2 * 16 * 4 * 5, 0.5, 1), new Shape(2, 16, 4, 5))).toFloatArray();
				}
			});
			assertArrayEquals(expected, found, 1e-5f);
		}
	}

	@Test
	void learnsToPaintWhatTheLatentSays() {
		final float[] latent = new float[16 * 2 * 2];
		final float[] colours = new float[3 * 16 * 16];
		for (int y = 0; y < 8; y++) for (int x = 8; x < 16; x++) colours[y * 16 + x] = 1;
		latent[1] = 1;
		final double black = 64 / (3.0 * 16 * 16);
		try (LatentDecoder decoder = LatentDecoder.create(3)) {
			for (int i = 0; i < 120; i++) decoder.train(latent, colours, 1, 2, 2, LatentDecoder.Loss.SQUARED, 0.01);
			final double after = decoder.train(latent, colours, 1, 2, 2, LatentDecoder.Loss.ABSOLUTE, 0.001);
			assertTrue(after < 0.5 * black, after + " after training, " + black + " for a black frame");
			for (final float value : decoder.decode(latent, 1, 2, 2)) assertTrue(value >= 0 && value <= 1, "colour " + value);
		}
	}

	@Test
	void ownsNothingButItsWeightsAfterTraining() {
		try (LatentDecoder decoder = LatentDecoder.create(1)) {
			final int before = NetworkEngine.call(() -> decoder.network().ownedArrays());
			for (int i = 0; i < 3; i++) decoder.train(new float[16], new float[3 * 64], 1, 1, 1, LatentDecoder.Loss.ABSOLUTE, 0.01);
			decoder.decode(new float[16], 1, 1, 1);
			assertEquals(before, NetworkEngine.call(() -> decoder.network().ownedArrays()));
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
