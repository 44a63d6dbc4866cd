package org.motionlayers.lamd.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/** Sizes of the generator, and its configuration. */
class GeneratorOptionsTest {

	private static final GeneratorOptions ALL = new GeneratorOptions(new LatentShape(2, 4, 8), new LatentStatistics(new float[] { .25f, -1 }, new float[] {
		2, .5f }), 6, new GeneratorOptions.Size(8, new int[] { 1, 2 }, 1, new int[] { 2 }, 4, 8, .1), new GeneratorOptions.Content(true, 3, 1.5),
		new GeneratorOptions.Language(List.of("still", "drift"), Vocabulary.of(List.of("the disc moves left")), 1), new GeneratorOptions.Diffusion(
			GeneratorOptions.Noise.SCALED, Parameterisation.V));

	/** Papers-notes B2: CompVis' UNetModel of these sizes, built in PyTorch, has 241,462,851 weights, the paper's "241M". */
	@Test
	void thePapersGeneratorHasItsNumberOfWeights() {
		assertEquals(241_462_851, new GeneratorNetwork(GeneratorOptions.paper()).parameters());
	}

	/** Each of 512 planes put beside the latent adds 192 x 3 x 3 weights (papers-notes B2). */
	@Test
	void planesOfContentCostWhatTheyCostInPyTorch() {
		final LatentUNet.Options p = GeneratorOptions.paper().network();
		final LatentUNet.Options more = new LatentUNet.Options(p.in() + 512, p.out(), p.channels(), p.multiples(), p.blocks(), p.attention(), p
			.headChannels(), p.context(), p.dropout());
		assertEquals(241_462_851 + 512 * 1728, new LatentUNet(more).parameters());
	}

	@Test
	void aConfigurationSaysEverything() {
		final GeneratorOptions read = GeneratorOptions.of(ModelConfig.parse(ALL.config().json(), "some file"));
		assertEquals(ALL.config(), read.config());
		assertArrayEquals(ALL.statistics().mean(), read.statistics().mean());
		assertEquals(List.of("still", "drift"), read.language().classes());
		assertEquals(List.of("disc", "left", "moves", "the"), read.language().vocabulary().words());
		final GeneratorOptions silent = GeneratorOptions.of(GeneratorOptions.paper().config());
		assertTrue(silent.language().isSilent());
		assertEquals(GeneratorOptions.paper().config(), silent.config());
	}

	@Test
	void configurationsAreChecked() {
		final String json = ALL.config().json();
		for (final String[] change : new String[][] { { "\"noise\": \"scaled\"", "\"noise\": \"cosine\"" }, { "\"headchannels\": 4",
			"\"headchannels\": 3" }, { "\"words\"", "\"word\"" }, { "\"planes\": 3", "\"planes\": -1" }, { "\"attend\": true", "\"attend\": 1" }, {
				"disc left", "disc disc" }, { "\"contentdeviation\": 1.5", "\"contentdeviation\": 0" } }) {
			assertTrue(json.contains(change[0]), json);
			final ModelConfig wrong = ModelConfig.parse(json.replace(change[0], change[1]), "some file");
			assertTrue(assertThrows(ModelException.class, () -> GeneratorOptions.of(wrong)).getMessage().startsWith("some file"), change[1]);
		}
		final ModelConfig levels = ModelConfig.parse(json.replaceAll("\"latent\": \\[[^]]*]", "\"latent\": [2, 4, 7]"), "some file");
		assertTrue(assertThrows(ModelException.class, () -> GeneratorOptions.of(levels)).getMessage().contains("2 x 4 x 7"));
	}
}
