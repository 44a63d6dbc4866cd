package org.motionlayers.lamd.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** What any generator, even an untrained one, must keep to: seeds, sizes, guidance, memory, and the paper's scale. */
class MotionGeneratorTest {

	private static final Drawing FAST = new Drawing(Drawing.Method.DDIM, 3);
	private static final float[] CONTENT = TinyGenerators.content(.5f);

	private static MotionGenerator generator;

	@BeforeAll
	static void build() {
		generator = TinyGenerators.untrained(TinyGenerators.options(new GeneratorOptions.Language(TinyGenerators.CLASSES, TinyGenerators.WORDS, 1)));
	}

	@AfterAll
	static void close() {
		generator.close();
	}

	private static List<float[]> draw(final Prompt prompt, final int samples, final Drawing drawing, final double guidance, final long seed) {
		return generator.draw(CONTENT, new MotionGenerator.Order(prompt, samples, drawing, guidance, seed), Progress.NONE, LatentSteps.NONE);
	}

	@Test
	void theSameSeedGivesTheSameLatents() {
		for (final Drawing.Method method : Drawing.Method.values()) {
			final Drawing drawing = new Drawing(method, 4);
			final float[] one = draw(Prompt.NONE, 1, drawing, 1, 3).get(0);
			assertArrayEquals(one, draw(Prompt.NONE, 1, drawing, 1, 3).get(0), method.toString());
			final List<float[]> many = draw(Prompt.NONE, 10, drawing, 1, 3);
			assertEquals(10, many.size());
			assertArrayEquals(one, many.get(0), 1e-3f, method + ", the first of ten");
			assertTrue(distance(one, many.get(1)) > .1 && distance(many.get(0), many.get(9)) > .1 && distance(one, draw(Prompt.NONE, 1, drawing, 1, 4)
				.get(0)) > .1, method + ": others differ");
		}
	}

	@Test
	void promptsContentAndGuidanceReachTheLatent() {
		final float[] none = draw(Prompt.NONE, 1, FAST, 1, 3).get(0), up = draw(Prompt.ofClass("up"), 1, FAST, 1, 3).get(0);
		final float[] said = draw(Prompt.ofText("the disc moves up"), 1, FAST, 1, 3).get(0);
		assertTrue(distance(none, up) > 1e-3 && distance(none, said) > 1e-3 && distance(up, said) > 1e-3, "prompts");
		assertTrue(distance(none, generator.draw(TinyGenerators.content(-.5f), new MotionGenerator.Order(Prompt.NONE, 1, FAST, 1, 3), Progress.NONE,
			LatentSteps.NONE).get(0)) > 1e-3, "content");
		// Guidance of 0 asks nothing: what the prompt is does not matter. It is the network without the prompt.
		assertArrayEquals(none, draw(Prompt.ofClass("up"), 1, FAST, 0, 3).get(0), 1e-3f, "no guidance");
		assertTrue(distance(up, draw(Prompt.ofClass("up"), 1, FAST, 3, 3).get(0)) > 1e-3, "guidance");
		assertTrue(distance(none, draw(Prompt.NONE, 1, FAST, 3, 3).get(0)) > 1e-3, "guidance towards the content");
	}

	@Test
	void everyStepIsTold() {
		final List<Integer> done = new ArrayList<>();
		final List<List<float[]>> seen = new ArrayList<>();
		final List<float[]> latents = generator.draw(CONTENT, new MotionGenerator.Order(Prompt.NONE, 2, new Drawing(Drawing.Method.DDPM, 5), 1, 3),
			Progress.NONE, (k, steps, now) -> {
				assertEquals(5, steps);
				done.add(k);
				seen.add(now);
			});
		assertEquals(List.of(0, 1, 2, 3, 4, 5), done);
		for (int i = 0; i < 2; i++) assertArrayEquals(latents.get(i), seen.get(5).get(i));
		assertTrue(distance(seen.get(0).get(0), seen.get(5).get(0)) > .1);
	}

	@Test
	void whatTheModelCannotBeAskedIsSaid() {
		try (MotionGenerator silent = TinyGenerators.untrained(TinyGenerators.options(GeneratorOptions.Language.NONE)); MotionGenerator classes =
			TinyGenerators.untrained(TinyGenerators.options(GeneratorOptions.Language.ofClasses(TinyGenerators.CLASSES)))) {
			assertTrue(refused(generator, Prompt.ofClass("sideways")).contains("the model knows up, down"));
			assertTrue(refused(generator, Prompt.ofText("the cube moves up")).contains("does not know 'cube'"));
			assertTrue(refused(silent, Prompt.ofClass("up")).contains("without classes"));
			assertTrue(refused(silent, Prompt.ofText("up")).contains("without sentences"));
			assertTrue(refused(classes, Prompt.ofText("the disc moves up")).contains("give it class="));
		}
		assertThrows(IllegalArgumentException.class, () -> new MotionGenerator.Order(Prompt.NONE, 0, FAST, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new MotionGenerator.Order(Prompt.NONE, 1, FAST, -1, 1));
	}

	private static String refused(final MotionGenerator model, final Prompt prompt) {
		return assertThrows(InputException.class, () -> model.draw(CONTENT, new MotionGenerator.Order(prompt, 1, FAST, 1, 1), Progress.NONE,
			LatentSteps.NONE)).getMessage();
	}

	@Test
	void nothingStaysInTheEngineAndACancelStops() {
		try (MotionGenerator own = TinyGenerators.untrained(TinyGenerators.options(GeneratorOptions.Language.NONE))) {
			final int before = own.ownedArrays();
			for (int i = 0; i < 20; i++) own.draw(CONTENT, new MotionGenerator.Order(Prompt.NONE, 9, FAST, 2, i), Progress.NONE, LatentSteps.NONE);
			assertEquals(before, own.ownedArrays());
			assertThrows(CancellationException.class, () -> own.draw(CONTENT, new MotionGenerator.Order(Prompt.NONE, 1, FAST, 1, 1), Progress.NONE, (done,
				steps, latents) -> {
				if (done == 2) throw new CancellationException("enough");
			}));
			assertEquals(before, own.ownedArrays());
		}
	}

	private static double distance(final float[] a, final float[] b) {
		double largest = 0;
		for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
		return largest;
	}

	/** One call of the network of 241,462,851 weights, of a latent of 3 x 8 x 8; the size of a latent changes no weight. */
	@Test
	void thePapersScaleRuns() {
		final long free = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
		assumeTrue(free > 3L << 30, "1 GB of weights, and room for others: " + free + " bytes are free");
		final GeneratorOptions p = GeneratorOptions.paper();
		final GeneratorOptions small = new GeneratorOptions(new LatentShape(3, 8, 8), p.statistics(), p.contentChannels(), p.size(), p.content(), p
			.language(), p.diffusion());
		final float[] noise = NetworkEngine.call(() -> {
			try (Network<GeneratorNetwork> network = new Network<>(new GeneratorNetwork(small), 1)) {
				assertEquals(241_462_851, network.layer().parameters());
				return network.compute(scope -> paperCall(network, scope));
			}
		});
		assertEquals(3 * 64, noise.length);
		for (final float value : noise) assertEquals(0, value, "the last convolution starts at 0: " + Arrays.toString(noise));
	}

	private static float[] paperCall(final Network<GeneratorNetwork> network, final NDManager scope) {
		final GeneratorConditions given = GeneratorConditions.blank(network.layer().options(), 1);
		final NDArray x = scope.ones(new Shape(1, 3, 8, 8));
		return network.layer().forward(x, new double[] { 999 }, network.layer().condition(scope, given)).toFloatArray();
	}
}
