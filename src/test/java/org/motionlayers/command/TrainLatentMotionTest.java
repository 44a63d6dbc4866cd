package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.ModuleService;

/** Train Latent Motion Diffusion: both stages, on simulated scenes and on movies without labels; what is refused. */
class TrainLatentMotionTest {

	private static final Context CONTEXT = new Context(HeadlessServices.LIST);

	@TempDir
	static Path folder;

	@BeforeAll
	static void trainTheAutoencoder() throws Exception {
		trained("trainlamd", "autoencoder", Map.of("scenes", "captions", "frames", 2, "steps", 2, "batch", 1, "seed", 3));
	}

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	private static Cancelable run(final String command, final String output, final Map<String, Object> inputs) throws Exception {
		final Map<String, Object> all = new HashMap<>(inputs);
		all.put("output", folder.resolve(output).toFile());
		return (Cancelable) CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find(command), true, all).get();
	}

	private static void trained(final String command, final String output, final Map<String, Object> inputs) throws Exception {
		final Cancelable module = run(command, output, inputs);
		assertFalse(module.isCanceled(), module.getCancelReason());
	}

	private static void refused(final String part, final Map<String, Object> inputs) throws Exception {
		final List<String> before = names(folder);
		final Cancelable module = run("trainlamd", "refused", inputs);
		assertTrue(module.isCanceled(), inputs.toString());
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
		assertEquals(1, module.getCancelReason().lines().count());
		assertEquals(before, names(folder), "left behind");
	}

	private static List<String> names(final Path root) throws Exception {
		try (Stream<Path> files = Files.walk(root)) {
			return files.map(file -> root.relativize(file).toString()).sorted().toList();
		}
	}

	private static Map<String, Object> generator(final String scenes, final int count, final boolean prompts) {
		return Map.of("stage", "generator", "scenes", scenes, "count", count, "autoencoder", folder.resolve("autoencoder").toString(), "prompts", prompts,
			"steps", 2, "batch", 2, "seed", 3);
	}

	@Test
	void theAutoencoderIsWholeAndItsLatentsAreMeasured() throws Exception {
		final Path model = folder.resolve("autoencoder");
		assertEquals(List.of("", "README.md", "checkpoint.safetensors", "config.json", "loss.png", "model.safetensors", "training.csv"), names(model));
		try (MotionAutoencoder autoencoder = MotionAutoencoder.open(model)) {
			assertEquals(2, autoencoder.options().frames());
			// What was never measured is 1.
			for (final float deviation : autoencoder.statistics().deviation()) assertTrue(deviation > 0 && deviation != 1, "deviation " + deviation);
		}
		final String card = Files.readString(model.resolve("README.md"));
		for (final String part : List.of("simulated scenes: captions, others at every step", "| frames of a clip | 2 |", "stage=autoencoder",
			"scripts/motion-layers trainlamd ")) assertTrue(card.contains(part), card);
		assertFalse(card.contains("arrows"), card);
	}

	@Test
	void generatorsLearnWhatScenesAreCalled() throws Exception {
		trained("trainlamd", "text", generator("captions", 6, true));
		trained("trainlamd", "class", generator("motions", 6, true));
		trained("trainlamd", "stochastic", generator("captions", 6, false));
		try (MotionGenerator text = MotionGenerator.open(folder.resolve("text")); MotionGenerator classes = MotionGenerator.open(folder.resolve(
			"class")); MotionGenerator silent = MotionGenerator.open(folder.resolve("stochastic"))) {
			assertTrue(text.options().language().vocabulary().words().contains("the"), text.options().language().vocabulary().words().toString());
			assertTrue(classes.options().language().classes().size() > 1 && !classes.options().language().reads());
			assertTrue(silent.options().language().isSilent());
			assertEquals(text.options().contentChannels(), silent.options().contentChannels());
		}
	}

	/** Latents of another autoencoder are of the same size, and mean something else. */
	@Test
	void aGeneratorOpensWithTheAutoencoderThatItWasTrainedWithAlone() throws Exception {
		trained("trainlamd", "paired", generator("captions", 4, true));
		LatentVideo.open(folder.resolve("autoencoder"), folder.resolve("paired")).close();
		final Path other = LatentSettings.autoencoderFolder("");
		final ModelException refused = assertThrows(ModelException.class, () -> LatentVideo.open(other, folder.resolve("paired")));
		assertTrue(refused.getMessage().contains("was trained with another autoencoder than '" + other), refused.getMessage());
		assertEquals(1, refused.getMessage().lines().count());
	}

	@Test
	void theCommandLineTrainsItToo() throws Exception {
		final Map<String, Object> same = new HashMap<>(generator("captions", 4, true));
		trained("trainlamd", "by menu", same);
		same.put("model", "lamd");
		trained("train", "by name", same);
		assertArrayEquals(Files.readAllBytes(folder.resolve("by menu/model.safetensors")), Files.readAllBytes(folder.resolve("by name/model.safetensors")));
	}

	@Test
	void moviesWithoutLabelsAreLearnedFrom() throws Exception {
		run("simulate", "movies", Map.of("scene", "cells", "frames", 4, "count", 2));
		final Path movies = folder.resolve("movies");
		trained("trainlamd", "own", Map.of("scenes", movies.toString(), "frames", 2, "steps", 1, "batch", 1));
		assertTrue(Files.readString(folder.resolve("own/README.md")).contains("(4 frames)"));
		trained("trainlamd", "own generator", generator(movies.resolve("1/image.tif").toString(), 0, true));
		refused("needs 8", Map.of("scenes", movies.toString(), "frames", 8, "steps", 1));
		refused("own movies are all learned from", Map.of("scenes", movies.toString(), "count", 3));
	}

	/** With a learning rate of next to nothing it ends where it began: with the weights of another model. */
	@Test
	void aTrainingCanBeginWithAModel() throws Exception {
		final String model = folder.resolve("autoencoder").toString();
		trained("trainlamd", "begun", Map.of("scenes", "captions", "frames", 2, "steps", 1, "batch", 1, "rate", 1e-12, "seed", 8, "start", model));
		final Tensor before = Safetensors.read(folder.resolve("autoencoder/model.safetensors")).tensors().get("video.in.weight");
		final Tensor after = Safetensors.read(folder.resolve("begun/model.safetensors")).tensors().get("video.in.weight");
		assertArrayEquals(before.floats(), after.floats(), 1e-7f);
		refused("none of its weights fits what is trained", Map.of("stage", "generator", "scenes", "captions", "count", 2, "autoencoder", model, "start",
			model, "steps", 1));
	}

	/** Both terms of the loss are there: with them the first loss is another one, and the discriminator is no part of the model. */
	@Test
	void perceptualAndAdversarialLossesAreAsked() throws Exception {
		final Path features = Path.of(getClass().getResource("/org/motionlayers/lamd/features.pt").toURI());
		final Map<String, Object> inputs = Map.of("scenes", "captions", "frames", 8, "steps", 3, "batch", 1, "seed", 3);
		final Map<String, Object> more = new HashMap<>(inputs);
		more.put("perceptual", features.toString());
		more.put("adversarial", .5);
		trained("trainlamd", "plain", inputs);
		trained("trainlamd", "judged", more);
		final List<String> plain = Files.readAllLines(folder.resolve("plain/training.csv")), judged = Files.readAllLines(folder.resolve(
			"judged/training.csv"));
		for (int step = 1; step <= 3; step++) assertTrue(loss(judged.get(step)) > loss(plain.get(step)), judged.get(step));
		assertTrue(Safetensors.read(folder.resolve("judged/model.safetensors")).tensors().keySet().stream().noneMatch(name -> name.contains(
			"discriminator")));
		refused("perceptual=nowhere.pt: no such file", Map.of("scenes", "captions", "frames", 2, "perceptual", "nowhere.pt"));
		refused("frames=2: a discriminator looks at clips of at least 8 frames", Map.of("scenes", "captions", "frames", 2, "adversarial", 1));
		refused("adversarial=11", Map.of("scenes", "captions", "frames", 2, "adversarial", 11));
	}

	private static double loss(final String line) {
		return Double.parseDouble(line.split(",")[1]);
	}

	@Test
	void whatCannotBeTrainedIsSaid() throws Exception {
		refused("stage=decoder: one of autoencoder, generator is needed", Map.of("stage", "decoder"));
		refused("frames=3: the autoencoder halves", Map.of("frames", 3));
		refused("scenes=nowhere: neither simulated scenes (captions, motions, clouds, collisions, mixed)", Map.of("scenes", "nowhere"));
		refused("model=nothing: no such folder", Map.of("stage", "generator", "scenes", "captions", "count", 2, "autoencoder", "nothing"));
		refused("leave frames=0", Map.of("stage", "generator", "scenes", "captions", "count", 2, "frames", 4, "autoencoder", folder.resolve("autoencoder")
			.toString()));
		final Cancelable output = (Cancelable) CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find("trainlamd"), true, Map.of()).get();
		assertTrue(output.getCancelReason().startsWith("output: a folder"), output.getCancelReason());
	}
}
