package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Simulate Scenes: what it writes is what the generator made, and its stacks agree with each other. */
class SimulateScenesTest {

	private static final Context CONTEXT = new Context(HeadlessServices.LIST);

	@TempDir
	Path folder;

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	private static Module run(final Map<String, Object> inputs) throws Exception {
		return CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find("simulate"), true, inputs).get();
	}

	private static Module done(final Map<String, Object> inputs) throws Exception {
		final Module module = run(inputs);
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		return module;
	}

	private void refused(final String reason, final Map<String, Object> inputs) throws Exception {
		final Cancelable module = (Cancelable) run(inputs);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().startsWith(reason), module.getCancelReason());
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.toList(), "left behind");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "collisions", "dominoes", "traffic", "cells", "streams", "captions", "motions" })
	void writesWhatTheGeneratorMade(final String scene) throws Exception {
		done(Map.of("scene", scene, "size", 64, "frames", 8, "seed", 5, "output", folder.resolve("out").toFile()));
		final Path made = folder.resolve("out/1");
		final BodySample truth = Scenario.valueOf(scene.toUpperCase()).sample(ScenarioOptions.DEFAULT.withSize(64, 8), 5);
		final ImagePlus image = open(made, "image"), labels = open(made, "labels"), flow = open(made, "flow"), depth = open(made, "depth");
		for (final ImagePlus stack : new ImagePlus[] { image, labels, flow, depth }) assertEquals(8, stack.getNFrames(), stack.getTitle());
		assertEquals(2, flow.getNChannels());
		for (int t = 0; t < 8; t++) {
			final int[] seen = truth.labels().labels(t);
			for (int p = 0; p < seen.length; p++) assertEquals(seen[p], labels.getStack().getProcessor(t + 1).get(p));
			assertArrayEquals(truth.depth(t), (float[]) depth.getStack().getPixels(t + 1));
			for (int c = 0; c < 2; c++) assertArrayEquals(Arrays.copyOfRange(truth.flow(t), c * 64 * 64, (c + 1) * 64 * 64), (float[]) flow.getStack()
				.getPixels(flow.getStackIndex(c + 1, 1, t + 1)));
		}
		flowCarriesLabels(flow, labels);
		final List<String> lines = Files.readAllLines(made.resolve("truth.csv"));
		assertEquals(1 + 8 * truth.objects(), lines.size());
		final String[] last = lines.get(lines.size() - 1).split(",");
		assertEquals(truth.position(7, truth.objects() - 1, 0), Double.parseDouble(last[2]));
		assertEquals(1 + truth.contacts().size(), Files.readAllLines(made.resolve("contacts.csv")).size());
		assertTrue(Files.readString(made.resolve("tracks.xml")).contains("<TrackMate"));
	}

	@Test
	void whatElseIsTrueIsWritten() throws Exception {
		for (final String scene : List.of("captions", "motions")) {
			done(Map.of("scene", scene, "frames", 4, "seed", 8, "output", folder.resolve(scene).toFile()));
			final Map<String, String> facts = Scenario.valueOf(scene.toUpperCase()).sample(ScenarioOptions.DEFAULT.withSize(64, 4), 8).facts();
			assertFalse(facts.isEmpty());
			final List<String> lines = Files.readAllLines(folder.resolve(scene).resolve("1/facts.csv"));
			assertEquals(1 + facts.size(), lines.size());
			assertTrue(lines.get(1).contains(facts.values().iterator().next()), lines.get(1));
		}
	}

	/** Nothing but a texture: there are no objects to track, but there is a flow. */
	@Test
	void cloudsHaveFlowAndNoObjects() throws Exception {
		done(Map.of("scene", "clouds", "frames", 4, "seed", 2, "output", folder.resolve("clouds").toFile()));
		final Path made = folder.resolve("clouds/1");
		assertEquals(1, Files.readAllLines(made.resolve("tracks.csv")).size());
		assertEquals(1, Files.readAllLines(made.resolve("truth.csv")).size());
		final ImagePlus flow = open(made, "flow");
		assertTrue(flow.getStack().getProcessor(flow.getStackIndex(1, 1, 3)).getf(40) != 0);
		assertTrue(open(made, "image").isRGB() || open(made, "image").getNChannels() == 3);
	}

	private static ImagePlus open(final Path folder, final String name) {
		return IJ.openImage(folder.resolve(name + ".tif").toString());
	}

	/** Where a pixel of an object came from, the object was: itself or, at a border, a neighbour; of the files alone. */
	private static void flowCarriesLabels(final ImagePlus flow, final ImagePlus labels) {
		int asked = 0, carried = 0;
		for (int t = 2; t <= labels.getNFrames(); t++) for (int p = 0; p < 64 * 64; p++) {
			final int label = labels.getStack().getProcessor(t).get(p);
			final int x = Math.round(p % 64 - flow.getStack().getProcessor(flow.getStackIndex(1, 1, t)).getf(p)), y = Math.round(p / 64 - flow.getStack()
				.getProcessor(flow.getStackIndex(2, 1, t)).getf(p));
			if (label == 0 || x < 0 || y < 0 || x >= 64 || y >= 64) continue;
			asked++;
			if (labels.getStack().getProcessor(t - 1).get(x, y) == label) carried++;
		}
		assertTrue(asked > 500 && carried > .9 * asked, carried + " of " + asked + " pixels were carried");
	}

	/** Tracks are measured on the labels: at the true centre where a whole disc or box is seen. */
	@Test
	void tracksAreWhereTheTruthIs() throws Exception {
		done(Map.of("scene", "collisions", "size", 128, "frames", 6, "objects", 3, "seed", 2, "output", folder.resolve("out").toFile()));
		final Map<String, double[]> truth = new HashMap<>();
		for (final String line : Files.readAllLines(folder.resolve("out/1/truth.csv"))) if (!line.startsWith("frame")) {
			final String[] cells = line.split(",");
			truth.put(cells[0] + "/" + cells[1], new double[] { Double.parseDouble(cells[2]), Double.parseDouble(cells[3]) });
		}
		final List<String> tracks = Files.readAllLines(folder.resolve("out/1/tracks.csv"));
		final List<String> header = List.of(tracks.get(0).split(","));
		int compared = 0;
		for (final String line : tracks.subList(1, tracks.size())) {
			final String[] cells = line.split(",");
			final double[] centre = truth.get(cells[header.indexOf("frame")] + "/" + cells[header.indexOf("label")]);
			assertEquals(centre[0], Double.parseDouble(cells[header.indexOf("x (pixel)")]), .5, line);
			assertEquals(centre[1], Double.parseDouble(cells[header.indexOf("y (pixel)")]), .5, line);
			compared++;
		}
		assertEquals(18, compared);
	}

	@Test
	void severalScenesAreThoseOfTheNextSeeds() throws Exception {
		done(Map.of("scene", "dominoes", "frames", 4, "count", 3, "seed", 7, "output", folder.resolve("all").toFile()));
		done(Map.of("scene", "dominoes", "frames", 4, "seed", 9, "output", folder.resolve("third").toFile()));
		for (final String name : List.of("image.tif", "labels.tif", "flow.tif", "depth.tif", "tracks.csv", "tracks.xml", "truth.csv", "contacts.csv"))
			assertArrayEquals(Files.readAllBytes(folder.resolve("all/3").resolve(name)), Files.readAllBytes(folder.resolve("third/1").resolve(name)),
				name);
		assertFalse(Files.exists(folder.resolve("all/4")));
		assertTrue(Files.exists(folder.resolve("all/run.json")));
	}

	@Test
	void oneSceneIsShown() throws Exception {
		final Module module = done(Map.of("scene", "cells", "frames", 5));
		for (final String name : List.of("image", "labelimage", "flowimage", "depthimage")) assertEquals(5, ((ImagePlus) module.getOutput(name))
			.getNFrames(), name);
		assertEquals("cells 1", ((ImagePlus) module.getOutput("image")).getTitle());
	}

	@Test
	void refusesWhatCannotBeMade() throws Exception {
		final java.io.File out = folder.resolve("out").toFile();
		refused("scene=planets: one of collisions, dominoes, traffic, cells, streams, captions, motions, clouds is needed.", Map.of("scene", "planets", "output", out));
		refused("size=31: the width and height", Map.of("size", 31, "output", out));
		refused("frames=1: the number of frames", Map.of("frames", 1, "output", out));
		refused("count=0: the number of scenes", Map.of("count", 0, "output", out));
		refused("count=2: an output folder is needed", Map.of("count", 2));
		refused("restitution=2.0: the part of the speed", Map.of("restitution", 2, "output", out));
		refused("pushed=9: there are 5 bodies", Map.of("pushed", 9, "output", out));
		refused("pushed=1, restitution=0.5: cells move by themselves", Map.of("scene", "cells", "restitution", .5, "output", out));
		refused("200 bodies do not fit", Map.of("objects", 200, "output", out));
	}
}
