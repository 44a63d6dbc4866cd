package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Generate Video, Transfer Motion and Encode Motion with models of hardly any training: sizes, seeds, files, and what is refused. */
class GenerateVideoTest {

	private static final Context CONTEXT = new Context(HeadlessServices.LIST);

	private static final int FRAMES = 4, WIDTH = 50, HEIGHT = 37;

	@TempDir
	static Path folder;

	@BeforeAll
	static void train() throws Exception {
		done(run("trainlamd", Map.of("scenes", "captions", "frames", FRAMES, "steps", 1, "batch", 1, "output", folder.resolve("autoencoder").toFile())));
		for (final String scenes : List.of("captions", "motions", "clouds")) done(run("trainlamd", Map.of("stage", "generator", "scenes", scenes, "count", 4,
			"steps", 1, "batch", 1, "autoencoder", folder.resolve("autoencoder").toString(), "output", folder.resolve(scenes).toFile())));
		IJ.saveAsTiff(movie(FRAMES + 2), folder.resolve("movie.tif").toString());
		IJ.saveAsTiff(movie(1), folder.resolve("frame.tif").toString());
	}

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	/** A square that moves in a 16-bit movie of no size that a network likes. */
	private static ImagePlus movie(final int frames) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int t = 0; t < frames; t++) {
			final ShortProcessor plane = new ShortProcessor(WIDTH, HEIGHT);
			plane.setValue(3000);
			plane.setRoi(10 + 2 * t, 12, 9, 9);
			plane.fill();
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("square", stack);
		image.setDimensions(1, 1, frames);
		return image;
	}

	private static Module run(final String command, final Map<String, Object> inputs) throws Exception {
		return CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find(command), true, inputs).get();
	}

	private static Module done(final Module module) {
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		return module;
	}

	private static Map<String, Object> with(final Map<String, Object> some, final Object... more) {
		final Map<String, Object> all = new HashMap<>(some);
		for (int i = 0; i < more.length; i += 2) all.put((String) more[i], more[i + 1]);
		return all;
	}

	private static Map<String, Object> generation(final String model, final Object... more) {
		return with(Map.of("image", folder.resolve("movie.tif").toString(), "observed", 1, "model", folder.resolve(model).toString(), "autoencoder", folder
			.resolve("autoencoder").toString(), "steps", 2), more);
	}

	private static ImagePlus image(final Module module, final String name) {
		return (ImagePlus) done(module).getOutput(name);
	}

	private static void refused(final String part, final String command, final Map<String, Object> inputs) throws Exception {
		final Path output = folder.resolve("refused");
		final Cancelable module = (Cancelable) run(command, with(inputs, "output", output.toFile()));
		assertTrue(module.isCanceled(), inputs.toString());
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
		assertEquals(1, module.getCancelReason().lines().count());
		try (Stream<Path> left = Files.list(folder)) {
			assertTrue(left.noneMatch(file -> file.getFileName().toString().contains("refused")), "left behind");
		}
	}

	@Test
	void futuresBeginWithTheFrameAndStandSideBySide() throws Exception {
		final Path output = folder.resolve("futures");
		final ImagePlus video = image(run("generate", generation("clouds", "futures", 3, "seed", 5, "output", output.toFile())), "video");
		assertEquals(List.of(3 * WIDTH, HEIGHT, FRAMES, 16), List.of(video.getWidth(), video.getHeight(), video.getNFrames(), video.getBitDepth()));
		for (int k = 0; k < 3; k++) assertEquals(3000, video.getStack().getProcessor(1).get(k * WIDTH + 14, 16), "frame 0 is the image's own");
		try (Stream<Path> files = Files.list(output)) {
			assertEquals(List.of("generated.tif", "run.json"), files.map(file -> file.getFileName().toString()).sorted().toList());
		}
		assertTrue(Files.readString(output.resolve("run.json")).contains("scaled to the model"), "what was done to the image is said");
		final ImagePlus again = image(run("generate", generation("clouds", "futures", 3, "seed", 5)), "video");
		final ImagePlus other = image(run("generate", generation("clouds", "futures", 3, "seed", 6)), "video");
		assertArrayEquals((short[]) video.getStack().getPixels(2), (short[]) again.getStack().getPixels(2));
		assertFalse(java.util.Arrays.equals((short[]) video.getStack().getPixels(2), (short[]) other.getStack().getPixels(2)));
	}

	@Test
	void classesAndSentencesAreAsked() throws Exception {
		final String known = known("motions", "classes").get(0);
		assertEquals(FRAMES, image(run("generate", generation("motions", "motionclass", known, "guidance", 2.0)), "video").getNFrames());
		final String word = known("captions", "words").stream().filter(w -> w.matches("\\w+")).findFirst().orElseThrow();
		assertEquals(FRAMES, image(run("generate", generation("captions", "text", word)), "video").getNFrames());
	}

	private static List<String> known(final String model, final String key) throws Exception {
		return List.of(org.motionlayers.network.weights.ModelConfig.read(folder.resolve(model).resolve("config.json")).text(key).split(" "));
	}

	@Test
	void theProcessIsShownFromNoiseOn() throws Exception {
		final ImagePlus process = image(run("generate", generation("clouds", "process", true, "steps", 4)), "video");
		assertEquals(List.of(5 * WIDTH, FRAMES), List.of(process.getWidth(), process.getNFrames()));
	}

	/** Pixels of the square are the image's own wherever it goes. */
	@Test
	void layersAreMovedByTheGeneratedClip() throws Exception {
		final ImagePlus labels = movie(1);
		labels.getProcessor().multiply(1.0 / 3000);
		IJ.saveAsTiff(labels, folder.resolve("labels.tif").toString());
		final Path output = folder.resolve("layers");
		final Module made = run("generate", generation("clouds", "image", folder.resolve("frame.tif").toString(), "labels", folder.resolve("labels.tif")
			.toString(), "render", "both", "output", output.toFile()));
		final ImagePlus video = image(made, "video"), moved = image(made, "videolabels"), drawn = image(made, "drawnimage");
		assertEquals(List.of(WIDTH, HEIGHT, FRAMES - 1, 16), List.of(video.getWidth(), video.getHeight(), video.getNFrames(), video.getBitDepth()));
		assertEquals(FRAMES, drawn.getNFrames());
		int seen = 0;
		for (int p = 0; p < WIDTH * HEIGHT; p++) if (moved.getStack().getProcessor(2).get(p) == 1) {
			seen++;
			assertEquals(3000, video.getStack().getProcessor(2).get(p), "pixel " + p);
		}
		assertEquals(81, seen);
		try (Stream<Path> files = Files.list(output)) {
			assertTrue(files.map(file -> file.getFileName().toString()).toList().containsAll(List.of("video.tif", "labels.tif", "tracks.csv", "decoded.tif",
				"run.json")));
		}
		refused("layers are moved by one future", "generate", generation("clouds", "render", "layers", "futures", 2));
		refused("render=sharp", "generate", generation("clouds", "render", "sharp"));
	}

	@Test
	void motionGoesFromClipToFrame() throws Exception {
		final String movie = folder.resolve("movie.tif").toString(), autoencoder = folder.resolve("autoencoder").toString();
		final Map<String, Object> moved = Map.of("image", folder.resolve("frame.tif").toString(), "motion", movie, "autoencoder", autoencoder);
		final ImagePlus one = image(run("transfer", moved), "video");
		assertEquals(List.of(WIDTH, HEIGHT, FRAMES), List.of(one.getWidth(), one.getHeight(), one.getNFrames()));
		final ImagePlus between = image(run("transfer", with(moved, "towards", movie, "between", 3)), "video");
		assertEquals(3 * WIDTH, between.getWidth());
		// Between a motion and itself all are the same.
		for (int x = 0; x < WIDTH; x++) assertEquals(one.getStack().getProcessor(3).get(x, 16), between.getStack().getProcessor(3).get(WIDTH + x, 16));
		final ImagePlus same = image(run("transfer", Map.of("image", movie, "autoencoder", autoencoder)), "video");
		assertEquals(FRAMES, same.getNFrames(), "a reconstruction");
	}

	@Test
	void aLatentIsAnImage() throws Exception {
		final ImagePlus latent = image(run("encode", Map.of("image", folder.resolve("movie.tif").toString(), "autoencoder", folder.resolve("autoencoder")
			.toString())), "latent");
		assertEquals(List.of(16, 16, 3, 2, 32), List.of(latent.getWidth(), latent.getHeight(), latent.getNChannels(), latent.getNFrames(), latent
			.getBitDepth()));
	}

	@Test
	void whatCannotBeGeneratedIsSaid() throws Exception {
		refused("motionclass=sideways: unknown; the model knows", "generate", generation("motions", "motionclass", "sideways"));
		refused("does not know 'zeppelin'", "generate", generation("captions", "text", "the zeppelin flies"));
		refused("text: it is empty", "generate", generation("captions", "text", " "));
		refused("without sentences", "generate", generation("clouds", "text", "the disc"));
		refused("without classes", "generate", generation("clouds", "motionclass", "drift"));
		refused("steps=1001", "generate", generation("clouds", "steps", 1001));
		refused("guidance=-1", "generate", generation("clouds", "guidance", -1.0));
		refused("futures=0", "generate", generation("clouds", "futures", 0));
		refused("observed=9", "generate", generation("clouds", "observed", 9));
		refused("architecture 'lamd-autoencoder' is unknown; known are lamd-generator", "generate", generation("autoencoder"));
		refused("no such folder", "generate", generation("nothing"));
		final ImagePlus holes = new ImagePlus("holes", new FloatProcessor(8, 8));
		holes.getProcessor().setf(3, Float.NaN);
		refused("NaN", "generate", generation("clouds", "image", holes));
		final ImagePlus volume = movie(3);
		volume.setDimensions(1, 3, 1);
		refused("3 planes", "generate", generation("clouds", "image", volume, "slices", "depth"));
	}

	@Test
	void whatIsNoClipIsSaid() throws Exception {
		final String autoencoder = folder.resolve("autoencoder").toString(), frame = folder.resolve("frame.tif").toString();
		refused("has 1 frame; the model reads the motion of clips of 4 frames", "encode", Map.of("image", frame, "autoencoder", autoencoder));
		refused("motion: 'frame' has 1 frame", "transfer", Map.of("image", frame, "motion", frame, "autoencoder", autoencoder));
		refused("between=1", "transfer", Map.of("image", frame, "between", 1, "autoencoder", autoencoder));
		final Path longer = folder.resolve("longer");
		done(run("encode", Map.of("image", folder.resolve("movie.tif").toString(), "autoencoder", autoencoder, "output", longer.toFile())));
		assertTrue(Files.readString(longer.resolve("run.json")).contains("The first 4 of the 6 frames"));
	}

	@Test
	void modelsThatDoNotFitAreRefused() throws Exception {
		final Path damaged = folder.resolve("damaged");
		Files.createDirectories(damaged);
		Files.copy(folder.resolve("clouds/model.safetensors"), damaged.resolve("model.safetensors"));
		final String config = Files.readString(folder.resolve("clouds/config.json"));
		Files.writeString(damaged.resolve("config.json"), config.replace("\"token\": 64", "\"token\": 32"));
		refused("damaged", "generate", generation("damaged"));
		Files.writeString(damaged.resolve("config.json"), config.replaceAll("\"latent\": \\[\\s*3,", "\"latent\": [\n    4,"));
		refused("damaged", "generate", generation("damaged"));
	}
}
