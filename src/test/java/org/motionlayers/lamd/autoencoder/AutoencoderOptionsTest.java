package org.motionlayers.lamd.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;

/** What an autoencoder is built of. */
class AutoencoderOptionsTest {

	/** Counted without a single weight in memory. */
	@Test
	void thePapersScaleHasThePapersSize() {
		final long found = new AutoencoderNet(AutoencoderOptions.PAPER).parameters();
		assertTrue(found > 150_000_000 && found < 180_000_000, "parameters: " + found);
	}

	@Test
	void configurationsAreReadAsTheyWereWritten() {
		for (final AutoencoderOptions options : new AutoencoderOptions[] { AutoencoderOptions.WARP, AutoencoderOptions.CONCAT,
			AutoencoderOptions.PAPER, AutoencoderOptions.WARP.withLatent(2, 2).withAdversary(8) }) assertEquals(options.config(), AutoencoderOptions
				.of(ModelConfig.parse(options.config().json(), "test")).config());
	}

	@Test
	void theLatentsTimeAxisIsAmongItsChannels() {
		assertEquals(new LatentShape(3, 16, 16), AutoencoderOptions.WARP.latentShape());
		assertEquals(new LatentShape(4, 16, 16), AutoencoderOptions.WARP.withLatent(2, 2).latentShape());
	}

	@Test
	void settingsThatDoNotFitAreNamed() {
		refused("frames", 12, "'frames' is 12");
		refused("side", 66, "66 pixels cannot be halved 2 times");
		refused("latentframes", 32, "'latentframes' 32");
		refused("fusion", "sum", "concat, warp");
		refused("motionpatch", 8, "a patch of 8");
		refused("video", java.util.List.of(16, 32), "as many in 'video'");
		refused("colour", 1, "unknown setting 'colour'");
	}

	private static void refused(final String key, final Object value, final String said) {
		final Map<String, Object> values = new java.util.TreeMap<>(Map.of("fusion", "warp", "frames", 16, "side", 64, "channels", 3, "latent", 3,
			"latentframes", 1, "image", java.util.List.of(8, 8, 8), "motion", java.util.List.of(8, 8, 8), "video", java.util.List.of(8, 8, 8)));
		values.putAll(Map.of("motionpatch", 2, "videopatch", 2, "blocks", 1, "attention", false, "adversary", 0));
		AutoencoderOptions.of(ModelConfig.of(AutoencoderOptions.ARCHITECTURE, values));
		values.put(key, value);
		final String message = assertThrows(ModelException.class, () -> AutoencoderOptions.of(ModelConfig.of(AutoencoderOptions.ARCHITECTURE,
			values))).getMessage();
		assertTrue(message.contains(said), message);
	}

	@Test
	void theDivergenceIsFreeAtFirstThenRises() {
		final LossWeights weights = LossWeights.DEFAULT.withDivergence(1);
		assertEquals(0, weights.divergenceAt(weights.free()), 0);
		assertEquals(.5, weights.divergenceAt((weights.free() + weights.full()) / 2), 1e-12);
		assertEquals(1, weights.divergenceAt(weights.full()), 0);
		assertThrows(InputException.class, () -> LossWeights.DEFAULT.withDivergence(-1));
	}
}
