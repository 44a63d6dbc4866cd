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

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Train Motion Dreamer: what it writes, how it goes on and stops, what it learns from, and what it refuses. */
class TrainModelTest {

	private static final Context CONTEXT = new Context(HeadlessServices.LIST);

	/** Small enough for seconds, all else as users have it. */
	private static final Map<String, Object> SMALL = Map.of("scenes", "collisions", "count", 20, "frames", 4, "steps", 6, "batch", 2, "seed", 3);

	@TempDir
	Path folder;

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	private static Module run(final String command, final Map<String, Object> inputs) throws Exception {
		return CONTEXT.service(ModuleService.class).run(new Help(CONTEXT).find(command), true, inputs).get();
	}

	private Module train(final String output, final Map<String, Object> inputs) throws Exception {
		final Map<String, Object> all = new HashMap<>(SMALL);
		all.put("output", folder.resolve(output).toFile());
		all.putAll(inputs);
		return run("train", all);
	}

	private void trained(final String output, final Map<String, Object> inputs) throws Exception {
		final Cancelable module = (Cancelable) train(output, inputs);
		assertFalse(module.isCanceled(), module.getCancelReason());
	}

	private void refused(final String part, final String output, final Map<String, Object> inputs) throws Exception {
		final List<String> before = names(folder);
		final Cancelable module = (Cancelable) train(output, inputs);
		assertTrue(module.isCanceled(), inputs.toString());
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
		assertEquals(1, module.getCancelReason().lines().count());
		assertEquals(before, names(folder), "left behind");
	}

	private static List<String> names(final Path folder) throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map(file -> folder.relativize(file).toString()).sorted().toList();
		}
	}

	private byte[] weights(final String output) throws Exception {
		return Files.readAllBytes(folder.resolve(output).resolve("model.safetensors"));
	}

	@Test
	void aTrainedModelPredicts() throws Exception {
		trained("net", Map.of());
		final Path net = folder.resolve("net");
		assertEquals(List.of("", "README.md", "checkpoint.safetensors", "config.json", "loss.png", "model.safetensors", "training.csv"), names(net));
		final List<String> rows = Files.readAllLines(net.resolve("training.csv"));
		assertEquals("step,loss,gradient norm,rate", rows.get(0));
		assertEquals(7, rows.size());
		assertTrue(rows.get(6).startsWith("6,"), rows.get(6));
		assertTrue(ImageIO.read(net.resolve("loss.png").toFile()).getWidth() > 100);
		final String card = Files.readString(net.resolve("README.md"));
		for (final String part : List.of("# net\n", "20 simulated scenes: collisions", "| steps | 6, 2 scenes each |", "| seed | 3 |",
			"scripts/motion-layers train model=dreamer space=objects scenes=collisions count=20", "## Limits")) assertTrue(card.contains(part), card);
		run("simulate", Map.of("frames", 2, "output", folder.resolve("scene").toFile()));
		final Cancelable predicted = (Cancelable) run("dream", Map.of("image", folder.resolve("scene/1/image.tif").toString(), "labels", folder.resolve(
			"scene/1/labels.tif").toString(), "observed", 1, "frames", 4, "model", net.toString(), "steps", 2));
		assertFalse(predicted.isCanceled(), predicted.getCancelReason());
	}

	@Test
	void theSameSeedTrainsTheSameModelAndAnotherAnother() throws Exception {
		trained("first", Map.of());
		trained("second", Map.of());
		trained("third", Map.of("seed", 4));
		assertArrayEquals(weights("first"), weights("second"));
		assertFalse(java.util.Arrays.equals(weights("first"), weights("third")));
	}

	/** Cancels the task when it tells of a number of steps. */
	public static final class StepCanceler {

		private final long at;
		private volatile boolean fired;

		StepCanceler(final long at) {
			this.at = at;
		}

		@org.scijava.event.EventHandler
		public void onEvent(final org.scijava.task.event.TaskEvent event) {
			final org.scijava.task.Task task = event.getTask();
			if (!task.isCanceled() && String.valueOf(task.getStatusMessage()).startsWith("training") && task.getProgressValue() >= at) {
				fired = true;
				task.cancel("");
			}
		}
	}

	/** A program that is killed between the last step and the end, or before the first checkpoint. */
	@Test
	void whatAKilledTrainingLeftIsGoneOnWith() throws Exception {
		trained("net", Map.of());
		final Path net = folder.resolve("net");
		final List<String> card = card(net), names = names(net);
		final byte[] weights = weights("net");
		for (final String file : List.of("model.safetensors", "config.json", "loss.png", "README.md")) Files.delete(net.resolve(file));
		Files.writeString(Files.createDirectory(net.resolve("unfinished")).resolve("model.safetensors"), "half");
		trained("net", Map.of("resume", true));
		assertArrayEquals(weights, weights("net"));
		assertEquals(card, card(net));
		assertEquals(names, names(net));
		final Path begun = Files.createDirectory(folder.resolve("begun"));
		Files.writeString(begun.resolve("training.csv"), "step,loss,gradient norm,rate\n1,0.5,1,1\n");
		Files.writeString(begun.resolve("checkpoint.safetensors.part"), "half");
		trained("begun", Map.of());
		assertArrayEquals(weights, weights("begun"));
		assertArrayEquals(Files.readAllBytes(net.resolve("training.csv")), Files.readAllBytes(begun.resolve("training.csv")));
	}

	/** @return the card without the time */
	private static List<String> card(final Path model) throws Exception {
		return Files.readAllLines(model.resolve("README.md")).stream().filter(line -> !line.startsWith("| time |")).toList();
	}

	/** A training that is canceled keeps its model, and one that is resumed ends as one that was never stopped. */
	@Test
	void aCanceledTrainingGoesOn() throws Exception {
		final Map<String, Object> longer = Map.of("steps", 40);
		trained("whole", longer);
		final StepCanceler canceler = new StepCanceler(2); // the service holds it by a weak reference only
		final List<EventSubscriber<?>> subscribers = CONTEXT.service(EventService.class).subscribe(canceler);
		final Cancelable canceled = (Cancelable) train("part", longer);
		CONTEXT.service(EventService.class).unsubscribe(subscribers);
		assertTrue(canceler.fired && canceled.isCanceled(), "fired: " + canceler.fired);
		final int done = Files.readAllLines(folder.resolve("part/training.csv")).size() - 1;
		assertTrue(done > 0 && done < 40, done + " steps");
		assertTrue(canceled.getCancelReason().contains("Canceled after " + done + " of 40 steps") && canceled.getCancelReason().contains("resume=true"),
			canceled.getCancelReason());
		assertTrue(Files.readString(folder.resolve("part/README.md")).contains("| steps | " + done + " of 40: stopped before the end"));
		assertFalse(java.util.Arrays.equals(weights("whole"), weights("part")));
		trained("part", Map.of("steps", 40, "resume", true));
		assertArrayEquals(weights("whole"), weights("part"));
		assertEquals(Files.readAllLines(folder.resolve("whole/training.csv")), Files.readAllLines(folder.resolve("part/training.csv")));
	}

	@Test
	void onlyItsOwnTrainingIsGoneOnWith() throws Exception {
		trained("net", Map.of("steps", 2));
		refused("a checkpoint of another configuration: 'frames' is", "net", Map.of("resume", true, "frames", 8));
		refused("a checkpoint of a training with seed 3, not 5", "net", Map.of("resume", true, "seed", 5));
		refused("holds a training already; give resume=true", "net", Map.of());
		refused("holds no checkpoint.safetensors to go on from", "other", Map.of("resume", true));
		Files.write(folder.resolve("net/checkpoint.safetensors"), new byte[] { 1, 2, 3 });
		refused("checkpoint.safetensors: 3 bytes are too few", "net", Map.of("resume", true));
	}

	@Test
	void ownMoviesAndTracksAreLearnedFrom() throws Exception {
		run("simulate", Map.of("scene", "cells", "frames", 8, "count", 2, "output", folder.resolve("movies").toFile()));
		run("export", Map.of("image", folder.resolve("movies/1/labels.tif").toString(), "ctc", true, "output", folder.resolve("tracks").toFile()));
		final Path ctc;
		try (Stream<Path> inside = Files.list(folder.resolve("tracks"))) {
			ctc = inside.filter(Files::isDirectory).findFirst().orElseThrow();
		}
		for (final String source : List.of("movies", "movies/2", "tracks/tracks.xml", "movies/1/labels.tif", folder.relativize(ctc).toString())) {
			final String output = "of " + source.replace('/', ' ');
			trained(output, Map.of("scenes", folder.resolve(source).toString(), "count", 0, "steps", 2));
			final String card = Files.readString(folder.resolve(output).resolve("README.md"));
			assertEquals(!source.equals("movies") && !source.equals("movies/2"), card.contains("tracks alone"), card);
			assertTrue(card.contains("8 frames"), card);
		}
		// the same tracks, whatever the format: the same model, but for the outlines that TrackMate keeps
		assertArrayEquals(weights("of movies 1 labels.tif"), weights("of " + folder.relativize(ctc).toString().replace('/', ' ')));
	}

	/** Stage I on the grid and stage II learn from simulated scenes and from movies; then both draw frames. */
	@Test
	void theOtherStagesAreTrainedToo() throws Exception {
		run("simulate", Map.of("scene", "collisions", "frames", 4, "output", folder.resolve("movies").toFile()));
		final Map<String, Object> brief = Map.of("frames", 2, "steps", 1, "batch", 1, "count", 0);
		for (final String space : List.of("grid", "decoder", "onestage")) {
			final Map<String, Object> all = new HashMap<>(brief);
			all.put("space", space);
			trained(space, all);
			assertTrue(Files.readString(folder.resolve(space).resolve("README.md")).contains("simulated scenes: collisions, others at every step"));
			all.put("scenes", folder.resolve("movies").toString());
			trained(space + " of movies", all);
			all.put("scenes", folder.resolve("movies/1/labels.tif").toString());
			refused("is tracks alone; images are needed here", "net", all);
		}
		final Map<String, Object> dream = Map.of("image", folder.resolve("movies/1/image.tif").toString(), "labels", folder.resolve(
			"movies/1/labels.tif").toString(), "observed", 1, "frames", 2, "model", folder.resolve("grid").toString(), "decoder", folder.resolve(
				"decoder").toString(), "steps", 2, "samples", 1, "render", "both");
		final Module drawn = run("dream", dream);
		assertFalse(((Cancelable) drawn).isCanceled(), ((Cancelable) drawn).getCancelReason());
		final ij.ImagePlus image = (ij.ImagePlus) drawn.getOutput("drawnimage");
		assertEquals(List.of(64, 64, 3, 24), List.of(image.getWidth(), image.getHeight(), image.getNFrames(), image.getBitDepth()));
		assertEquals(2, ((ij.ImagePlus) drawn.getOutput("video")).getNFrames());
		final Map<String, Object> wrong = new HashMap<>(dream);
		wrong.put("space", "objects");
		assertTrue(((Cancelable) run("dream", wrong)).getCancelReason().contains("reasons in space=grid"));
		wrong.putAll(Map.of("space", "auto", "render", "paint"));
		assertTrue(((Cancelable) run("dream", wrong)).getCancelReason().contains("render=paint: unknown; accepted are layers, decoder, both"));
		wrong.putAll(Map.of("render", "decoder", "decoder", "nowhere"));
		assertTrue(((Cancelable) run("dream", wrong)).getCancelReason().contains("model=nowhere: no such folder"));
	}

	@Test
	void anImageSmallerThanTheGridIsRefused() throws Exception {
		trained("grid", Map.of("space", "grid", "frames", 2, "steps", 1, "batch", 1, "count", 0));
		run("simulate", Map.of("size", 32, "objects", 2, "frames", 2, "output", folder.resolve("small").toFile()));
		final Cancelable dreamed = (Cancelable) run("dream", Map.of("image", folder.resolve("small/1/image.tif").toString(), "labels", folder.resolve(
			"small/1/labels.tif").toString(), "observed", 1, "frames", 2, "model", folder.resolve("grid").toString(), "steps", 2));
		assertTrue(dreamed.isCanceled() && dreamed.getCancelReason().contains("32 x 32"), dreamed.getCancelReason());
	}

	@Test
	void whatCannotBeLearnedFromIsRefused() throws Exception {
		Files.createDirectories(folder.resolve("empty"));
		run("simulate", Map.of("frames", 3, "output", folder.resolve("short").toFile()));
		Files.writeString(folder.resolve("none.xml"), "<TrackMate version=\"7\"><Model spatialunits=\"pixel\"/></TrackMate>");
		refused("neither simulated scenes (collisions, cells, traffic) nor a file or folder", "net", Map.of("scenes", "planets"));
		refused("nothing to learn from", "net", Map.of("scenes", folder.resolve("empty").toString(), "count", 0));
		refused("3 frames", "net", Map.of("scenes", folder.resolve("short").toString(), "count", 0));
		refused("says no size of its image", "net", Map.of("scenes", folder.resolve("none.xml").toString(), "count", 0));
		refused("count=20: own movies are all learned from", "net", Map.of("scenes", folder.resolve("short").toString()));
		refused("output=" + folder.resolve("short") + ": the folder is not empty", "short", Map.of());
	}

	@Test
	void settingsThatAreNoneAreRefused() throws Exception {
		refused("model=gpt: one of dreamer", "net", Map.of("model", "gpt"));
		refused("space=time: one of objects", "net", Map.of("space", "time"));
		refused("steps=-1", "net", Map.of("steps", -1));
		refused("batch=2000", "net", Map.of("batch", 2000));
		refused("frames=65", "net", Map.of("frames", 65));
		refused("rate=2.0", "net", Map.of("rate", 2));
		refused("masking=1.5", "net", Map.of("masking", 1.5));
		refused("masking=NaN", "net", Map.of("masking", Double.NaN));
		refused("count=-1", "net", Map.of("count", -1));
		final Cancelable nowhere = (Cancelable) run("train", SMALL);
		assertTrue(nowhere.getCancelReason().startsWith("output: a folder for the model is needed"), nowhere.getCancelReason());
	}

	@Test
	void everyCourseIsOffered() {
		for (final String[] part : new String[][] { { "dreamer", "space" }, { "lamd", "stage" } }) assertEquals(TrainingJob.COURSES.stream().filter(
			course -> course.model().equals(part[0])).map(TrainingCourse::space).toList(), new Help(CONTEXT).find("train").getInput(part[1])
				.getChoices());
		assertEquals(TrainingJob.COURSES.stream().map(TrainingCourse::model).distinct().toList(), new Help(CONTEXT).find("train").getInput("model")
			.getChoices());
	}
}
