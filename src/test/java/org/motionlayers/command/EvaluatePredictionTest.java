package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.evaluate.distribution.Extractors;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.plugin.PluginService;

/** The command evaluate on files: what predict wrote is compared with what it hid, and what is wrong is told in one line. */
class EvaluatePredictionTest {

	private static final String SQUARES = "test-data/squares/";
	private static final String SCRIPTS = "src/test/resources/evaluate/script/";

	@TempDir
	static Path predictions;

	private static Context context;
	private static Path video;

	@TempDir
	Path folder;

	@BeforeAll
	static void predict() {
		context = new Context(HeadlessServices.LIST);
		video = predictions.resolve("squares/video.tif");
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(0, run(err, "predict", "image=" + SQUARES + "image.tif", "labels=" + SQUARES + "labels.tif", "observed=4", "frames=12",
			"predictor=velocity", "output=" + video.getParent()), err.toString(StandardCharsets.UTF_8));
		assertEquals(0, run(err, "predict", "image=" + SQUARES + "image.tif", "labels=" + SQUARES + "labels.tif", "observed=4", "frames=5",
			"predictor=still", "keep=observed", "output=" + predictions.resolve("kept")), err.toString(StandardCharsets.UTF_8));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static int run(final ByteArrayOutputStream err, final String... args) {
		return new CommandLine(context, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8)).run(
			args);
	}

	private static int evaluate(final ByteArrayOutputStream err, final String... more) {
		final List<String> args = new ArrayList<>(List.of("evaluate"));
		args.addAll(Arrays.asList(more));
		return run(err, args.toArray(String[]::new));
	}

	/** Evaluates into a folder of this name. */
	private Path done(final String name, final String... more) {
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final List<String> args = new ArrayList<>(Arrays.asList(more));
		args.add("output=" + folder.resolve(name));
		assertEquals(0, evaluate(err, args.toArray(String[]::new)), err.toString(StandardCharsets.UTF_8));
		return folder.resolve(name);
	}

	private void refused(final String parts, final String... more) throws IOException {
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final List<String> args = new ArrayList<>(Arrays.asList(more));
		args.add("output=" + folder.resolve("out"));
		final int status = evaluate(err, args.toArray(String[]::new));
		final String line = err.toString(StandardCharsets.UTF_8);
		assertEquals(1, status, line);
		assertEquals(1, line.lines().count(), line);
		for (final String part : parts.split("\\|")) assertTrue(line.contains(part) && !line.contains("defect"), "'" + line + "' should say '" +
			part + "'");
		try (Stream<Path> left = Files.list(folder)) {
			assertTrue(left.noneMatch(p -> p.getFileName().toString().contains("out")), "left behind");
		}
	}

	/** The cells of the row of a metric: metric, predicted, last frame again, truth. */
	private static List<String> row(final Path output, final String metric) throws IOException {
		return Files.readAllLines(output.resolve("summary.csv")).stream().filter(line -> line.startsWith(metric + ",")).map(line -> Arrays.asList(
			line.split(",", -1))).findFirst().orElseThrow();
	}

	@Test
	void theFolderOfPredictKnowsItsTruth() throws IOException {
		final Path known = done("known", "image=" + video);
		assertEquals("Infinity", row(known, "PSNR").get(1), "whole steps are composited exactly");
		assertEquals("1", row(known, "mask IoU").get(1));
		assertEquals("1", row(known, "TRA").get(1));
		assertTrue(Double.parseDouble(row(known, "mask IoU").get(2)) < 0.2, "the squares move away");
		assertEquals(13, Files.readAllLines(known.resolve("metrics.csv")).size());
		final Path named = done("named", "image=" + video, "labels=" + video.resolveSibling("labels.tif"), "truth=" + SQUARES + "image.tif",
			"truthlabels=" + SQUARES + "labels.tif", "tracks=" + video.resolveSibling("tracks.csv"), "offset=4");
		for (final String file : new String[] { "metrics.csv", "summary.csv", "psnr.png", "position-error.png" }) assertArrayEquals(Files
			.readAllBytes(known.resolve(file)), Files.readAllBytes(named.resolve(file)), file);
		final String record = Files.readString(known.resolve("run.json"));
		assertTrue(record.contains("\"first true frame\": 4") && record.contains("sha256"), record);
	}

	@Test
	void observedFramesInFrontAreLeftOut() throws IOException {
		final Path output = done("kept", "image=" + predictions.resolve("kept/video.tif"));
		final List<String> lines = Files.readAllLines(output.resolve("metrics.csv"));
		assertEquals(6, lines.size());
		assertTrue(lines.get(1).startsWith("1,4,4,"), lines.get(1));
		assertEquals(row(output, "MSE").get(1), row(output, "MSE").get(2), "standing still shows the last frame again");
	}

	@Test
	void withoutLabelsPicturesAreCompared() throws IOException {
		final Path output = done("pictures", "image=" + video, "truth=" + SQUARES + "image.tif");
		assertEquals("Infinity", row(output, "PSNR").get(1));
		assertTrue(Files.readAllLines(output.resolve("summary.csv")).stream().noneMatch(line -> line.startsWith("mask IoU")), "no true labels");
	}

	@Test
	void anotherOffsetComparesOtherFrames() throws IOException {
		final Path output = done("late", "image=" + video, "truth=" + SQUARES + "image.tif", "offset=10");
		assertEquals(7, Files.readAllLines(output.resolve("metrics.csv")).size(), "6 of 16 frames are left");
		assertTrue(Double.parseDouble(row(output, "L1").get(1)) > 1, "other frames are other pictures");
	}

	@Test
	void aUsersNetworkGivesTheUsualNames() throws IOException {
		final Path output = done("fvd", "image=" + video, "truth=" + SQUARES + "image.tif", "extractor=i3d", "model=" + SCRIPTS + "i3d.pt");
		assertEquals(0, Double.parseDouble(row(output, "FVD").get(1)), 1e-6);
		final Path pairs = done("lpips", "image=" + video, "truth=" + SQUARES + "image.tif", "extractor=vgg", "model=" + SCRIPTS + "vgg.pt");
		assertEquals("0", row(pairs, "LPIPS").get(1));
		assertTrue(Double.parseDouble(row(pairs, "LPIPS").get(2)) > 0, "the last frame is another picture");
	}

	@Test
	void stacksOverTime() throws IOException {
		final Path droplet = Path.of("..", "shared", "data", "droplet_3dt");
		Assumptions.assumeTrue(Files.isDirectory(droplet), "needs " + droplet);
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(0, run(err, "predict", "image=" + droplet.resolve("image.tif"), "labels=" + droplet.resolve("labels.tif"), "observed=8",
			"frames=4", "predictor=velocity", "output=" + folder.resolve("droplet")), err.toString(StandardCharsets.UTF_8));
		final Path output = done("three", "image=" + folder.resolve("droplet/video.tif"));
		assertTrue(Double.parseDouble(row(output, "mask IoU").get(1)) > 0.8, "a droplet that drifts");
		assertTrue(Double.parseDouble(row(output, "SSIM").get(1)) > 0.5, "SSIM in 3D");
	}

	@Test
	void anOpenPredictionIsKnownToo() throws Exception {
		final CommandService commands = context.service(CommandService.class);
		final Module predicted = commands.run(PredictMotion.class, true, "image", SQUARES + "image.tif", "labels", SQUARES + "labels.tif", "observed",
			4, "frames", 3, "predictor", "velocity").get();
		final ImagePlus open = (ImagePlus) predicted.getOutput("video");
		final Module ran = commands.run(EvaluatePrediction.class, true, "image", open, "truth", SQUARES + "image.tif", "truthlabels", SQUARES +
			"labels.tif", "output", folder.resolve("open").toFile()).get();
		assertTrue(!((Cancelable) ran).isCanceled(), ((Cancelable) ran).getCancelReason());
		assertEquals("1", row(folder.resolve("open"), "mask IoU").get(1));
		assertTrue(Double.parseDouble(row(folder.resolve("open"), "position error").get(1)) < 1e-3, "positions of the prediction itself");
	}

	@Test
	void whatIsMissingOrWrongIsTold() throws IOException {
		final Path alone = Files.copy(video, folder.resolve("alone.tif"));
		refused("truth: the true frames are needed", "image=" + alone);
		refused("truth=nowhere.tif|no such file", "image=" + alone, "truth=nowhere.tif");
		refused("truthlabels=nowhere.tif|no such file", "image=" + video, "truth=" + SQUARES + "image.tif", "truthlabels=nowhere.tif");
		refused("offset=-3|from 0", "image=" + video, "offset=-3");
		refused("offset=16|16 frames", "image=" + video, "offset=16");
		refused("extractor=clip|random-convolution", "image=" + video, "extractor=clip");
		refused("extractor=i3d needs a TorchScript file", "image=" + video, "extractor=i3d");
		refused("model=none.pt: no such file", "image=" + video, "extractor=i3d", "model=none.pt");
		refused("i3d.pt|takes no file", "image=" + video, "model=" + SCRIPTS + "i3d.pt");
		refused("tracks|there is no column 'label'", "image=" + video, "tracks=" + Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n"));
		refused("slices=up|auto, time, depth", "image=" + video, "slices=up");
		refused("arrows|label 9", "image=" + video, "arrows=9:1,1");
	}

	@Test
	void theDialogOffersEveryExtractor() {
		assertEquals(new Extractors(context.service(PluginService.class)).names(), context.service(CommandService.class).getCommand(
			EvaluatePrediction.class).getInput("extractor").getChoices());
	}

	@Test
	void withoutTheEngineOneLineSaysSo() throws Exception {
		final List<String> path = new ArrayList<>(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)));
		path.removeIf(jar -> jar.contains("pytorch-native") || jar.contains("pytorch-jni") || jar.contains("pytorch-engine") || jar.contains(
			File.separator + "api-"));
		final Path said = folder.resolve("said.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" + folder, "-cp",
			String.join(File.pathSeparator, path), CommandLine.class.getName(), "evaluate", "image=" + video, "truth=" + SQUARES + "image.tif",
			"extractor=vgg", "model=" + SCRIPTS + "vgg.pt").redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(said.toFile()).start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES));
		assertEquals(1, process.exitValue());
		// Java itself tells there of JAVA_TOOL_OPTIONS
		final String line = Files.readString(said).replaceAll("(?m)^Picked up .*\\R", "");
		assertTrue(line.startsWith("motion-layers: The deep learning library DJL is not installed") && line.lines().count() == 1, line);
	}
}
