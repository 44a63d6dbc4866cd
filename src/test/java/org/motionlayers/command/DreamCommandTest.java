package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Overlay;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.dreamer.DreamerArchitectures;
import org.motionlayers.dreamer.TinyModels;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Predict Motion with Diffusion, and predict with predictor=dreamer: arrows in, stacks out, and one clear line for what cannot be done. */
class DreamCommandTest {

	private static final Context CONTEXT = new Context(HeadlessServices.LIST);

	@TempDir
	static Path made;

	@TempDir
	Path folder;

	@BeforeAll
	static void makeSceneAndModel() throws Exception {
		CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find("simulate"), true, Map.of("scene", "collisions", "frames", 3, "objects", 3,
			"seed", 4, "output", made.resolve("scene").toFile())).get();
		TinyModels.objects(made.resolve("tiny"), 1);
	}

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	private static ImagePlus open(final String name) {
		return IJ.openImage(made.resolve("scene/1/" + name + ".tif").toString());
	}

	private Module run(final String command, final Map<String, Object> inputs) throws Exception {
		final Map<String, Object> all = new HashMap<>(Map.of("image", open("image"), "labels", made.resolve("scene/1/labels.tif").toString(),
			"observed", 1, "frames", 4, "model", made.resolve("tiny").toString(), "steps", 2));
		if (command.equals("predict")) all.put("predictor", "dreamer");
		all.putAll(inputs);
		return CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find(command), true, all).get();
	}

	private Module done(final String command, final Map<String, Object> inputs) throws Exception {
		final Module module = run(command, inputs);
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		return module;
	}

	private void refused(final String parts, final Map<String, Object> inputs) throws Exception {
		for (final String command : List.of("dream", "predict")) {
			final Map<String, Object> all = new HashMap<>(inputs);
			all.put("output", folder.resolve("out").toFile());
			final Cancelable module = (Cancelable) run(command, all);
			assertTrue(module.isCanceled(), command + " " + inputs);
			for (final String part : parts.split("\\|")) assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
			assertEquals(1, module.getCancelReason().lines().count(), module.getCancelReason());
			assertFalse(Files.exists(folder.resolve("out")));
		}
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.map(p -> p.getFileName().toString()).filter(n -> n.contains("out")).toList(), "left behind");
		}
	}

	/** Where the label is in a plane: its mean position. */
	private static double[] centre(final ImagePlus labels, final int frame, final int label) {
		double x = 0, y = 0;
		int n = 0;
		for (int p = 0; p < 64 * 64; p++) if (labels.getStack().getProcessor(frame).get(p) == label) {
			x += p % 64;
			y += p / 64;
			n++;
		}
		return new double[] { x / n, y / n };
	}

	/** The object under the tail follows; a whole number of pixels, so that the composited labels are where the arrow says, exactly. */
	@Test
	void anArrowDrawnOnABallMovesIt() throws Exception {
		final ImagePlus image = open("image"), labels = open("labels");
		final double[] from = centre(labels, 1, 1);
		final double dx = from[0] < 32 ? 8 : -8, dy = from[1] < 32 ? 4 : -4;
		final Overlay overlay = new Overlay();
		overlay.add(new Arrow(from[0], from[1], from[0] + dx, from[1] + dy));
		image.setOverlay(overlay);
		final Module module = done("dream", Map.of("image", image, "spans", "prediction", "futures", 3));
		final double[] to = centre((ImagePlus) module.getOutput("videolabels"), 4, 1);
		assertEquals(from[0] + dx, to[0], 1.5, "hidden parts may move the centre a little");
		assertEquals(from[1] + dy, to[1], 1.5);
		final ImagePlus futures = (ImagePlus) module.getOutput("futureimage");
		assertEquals(List.of(2 * 64 + 2, 2 * 64 + 2, 4), List.of(futures.getWidth(), futures.getHeight(), futures.getNFrames()));
		assertTrue(module.getInput("arrows").toString().isEmpty(), "what the user gave stays as it was");
	}

	@Test
	void theSameCallByPredictGivesTheSameFrames() throws Exception {
		final Map<String, Object> inputs = Map.of("arrows", "1:2,1", "seed", 5);
		final ImagePlus first = (ImagePlus) done("dream", inputs).getOutput("video"), second = (ImagePlus) done("predict", inputs).getOutput("video");
		for (int n = 1; n <= first.getStackSize(); n++) assertArrayEquals((int[]) first.getStack().getPixels(n), (int[]) second.getStack()
			.getPixels(n));
		assertNull(done("dream", inputs).getOutput("futureimage"));
	}

	@Test
	void writesFuturesSideBySide() throws Exception {
		done("dream", Map.of("arrows", "1:2,1", "futures", 2, "output", folder.resolve("out").toFile()));
		final ImagePlus both = IJ.openImage(folder.resolve("out/futures.tif").toString());
		assertEquals(List.of(130, 64, 24, 4), List.of(both.getWidth(), both.getHeight(), both.getBitDepth(), both.getNFrames()));
		for (final String name : List.of("video.tif", "labels.tif", "flow.tif", "tracks.csv", "quantiles.csv", "probability.tif", "fan.png", "run.json"))
			assertTrue(Files.exists(folder.resolve("out").resolve(name)), name);
		assertTrue(Files.readString(folder.resolve("out/run.json")).contains("\"model\": \"tiny\""));
	}

	@Test
	void arrowsThatFitNoObjectAreRefused() throws Exception {
		refused("arrows: no object of the reference frame has label 9", Map.of("arrows", "9:1,1"));
		refused("arrows: label 1 has two arrows", Map.of("arrows", "1:1,1;2:1,0;3:0,1;1:2,2"));
		refused("NaN is not a finite number", Map.of("arrows", "1:NaN,0"));
		refused("Infinity is not a finite number", Map.of("arrows", "1:0,-Infinity"));
		final ImagePlus image = open("image"), labels = open("labels");
		image.setOverlay(new Overlay(new Arrow(outside(labels), 0, 5, 5)));
		assertTrue(dream(image).contains("begins"), dream(image));
		final Overlay more = new Overlay();
		for (int k = 0; k < 4; k++) {
			final double[] from = centre(labels, 1, k % 3 + 1);
			more.add(new Arrow(from[0], from[1], from[0] + 3 + k, from[1]));
		}
		image.setOverlay(more);
		assertTrue(dream(image).contains("which has an arrow already"), dream(image));
	}

	private String dream(final ImagePlus image) throws Exception {
		final Cancelable module = (Cancelable) run("dream", Map.of("image", image));
		assertTrue(module.isCanceled());
		return module.getCancelReason();
	}

	/** The x of a pixel of the first row that no object covers. */
	private static int outside(final ImagePlus labels) {
		for (int x = 0; x < 64; x++) if (labels.getStack().getProcessor(1).get(x, 0) == 0) return x;
		throw new AssertionError("the first row is covered");
	}

	@Test
	void settingsThatAreNoneAreRefused() throws Exception {
		refused("steps=1: steps of the sampler are needed, 2 to 1000", Map.of("steps", 1));
		refused("sampler=euler: unknown; accepted are ddim, ddpm, dpmpp", Map.of("sampler", "euler"));
		refused("space=time: one of auto, objects", Map.of("space", "time"));
		refused("frames=0", Map.of("frames", 0));
		final Cancelable other = (Cancelable) run("predict", Map.of("predictor", "still"));
		assertTrue(other.getCancelReason().matches("(model|steps)=.*: predictor=still has no such setting; predictor=dreamer does\\."), other
			.getCancelReason());
		final Cancelable one = (Cancelable) run("dream", Map.of("futures", 17));
		assertTrue(one.getCancelReason().startsWith("futures=17: an output folder is needed"), one.getCancelReason());
	}

	@Test
	void damagedModelsAreRefused() throws Exception {
		refused("model=" + folder.resolve("none") + ": no such folder|motionlayers.models", Map.of("model", folder.resolve("none").toString()));
		refused("has no config.json", Map.of("model", Files.createDirectories(folder.resolve("empty")).toString()));
		final Path weights = Path.of("model.safetensors"), config = Path.of("config.json");
		final byte[] whole = Files.readAllBytes(made.resolve("tiny").resolve(weights));
		refused("model.safetensors", model("cut", weights, Arrays.copyOf(whole, whole.length - 100)));
		refused("model.safetensors", model("head", weights, Arrays.copyOf(whole, 5)));
		final byte[] huge = whole.clone();
		ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40);
		refused("model.safetensors", model("huge", weights, huge));
		final String text = Files.readString(made.resolve("tiny").resolve(config));
		refused("config.json|channels", model("shape", config, text.replace("\"channels\": 16", "\"channels\": -16").getBytes(StandardCharsets.UTF_8)));
		refused("model.safetensors|the configuration asks for floats [32", model("tensor", config, text.replace("\"channels\": 16", "\"channels\": 32").getBytes(
			StandardCharsets.UTF_8)));
		refused("config.json|no JSON object", model("json", config, "{".getBytes(StandardCharsets.UTF_8)));
		refused("'telescope', which reasons no motion", model("other", config, "{\"architecture\": \"telescope\"}".getBytes(
			StandardCharsets.UTF_8)));
	}

	/** A copy of the model with one file replaced. */
	private Map<String, Object> model(final String name, final Path file, final byte[] content) throws IOException {
		final Path copy = Files.createDirectories(folder.resolve(name));
		for (final String each : List.of("model.safetensors", "config.json")) Files.copy(made.resolve("tiny").resolve(each), copy.resolve(each));
		Files.write(copy.resolve(file), content);
		return Map.of("model", copy.toString());
	}

	@Test
	void everySpaceIsOffered() {
		for (final String command : List.of("dream", "predict", "arrows")) {
			final List<String> offered = new Help(CONTEXT).find(command).getInput("space").getChoices().stream().map(Object::toString).toList();
			assertEquals(Stream.concat(Stream.of("auto"), Arrays.stream(DreamerArchitectures.values()).map(a -> a.name().toLowerCase())).toList(),
				offered);
		}
	}
}
