package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.command.OpenSample;
import org.motionlayers.predict.PredictorService;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.script.ScriptService;

/** The scripts that ship, each run by its real engine: Groovy, Jython, ImageJ's macro interpreter. */
class ScriptsTest {

	private static final File IMAGE = new File("test-data/squares/image.tif");
	private static final String LABELS = "test-data/squares/labels.tif";

	private static Context context;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		System.setProperty("python.cachedir.skip", "true");
		context = new Context();
		LegacyBridge.install(context);
		context.service(ScriptService.class).addAlias(ImagePlus.class); // as imagej-legacy does
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static Module run(final String script, final Path output, final String labels) throws Exception {
		return context.service(ScriptService.class).run(new File("scripts/" + script), true, Map.of("image", IMAGE, "labels", labels, "observed",
			4, "frames", 3, "predictor", PredictorService.DEFAULT, "output", output.toFile())).get();
	}

	@Test
	void groovyJythonAndMacroWriteTheSameBytes() throws Exception {
		final Path groovy = folder.resolve("groovy"), jython = folder.resolve("jython"), macro = folder.resolve("macro");
		assertInstanceOf(ImagePlus.class, run("predict.groovy", groovy, LABELS).getOutput("video"));
		assertInstanceOf(ImagePlus.class, run("predict.py", jython, LABELS).getOutput("video"));
		IJ.runMacroFile(new File("scripts/predict.ijm").getAbsolutePath(), String.join(",", IMAGE.getPath(), LABELS, "4", "3", macro.toString()));
		assertTrue(Files.exists(macro.resolve("run.json")), "the macro wrote nothing");
		for (final String name : new String[] { "video.tif", "labels.tif", "flow.tif", "tracks.csv", "tracks.xml", "preview.png" }) {
			assertArrayEquals(Files.readAllBytes(groovy.resolve(name)), Files.readAllBytes(jython.resolve(name)), "Jython " + name);
			assertArrayEquals(Files.readAllBytes(groovy.resolve(name)), Files.readAllBytes(macro.resolve(name)), "macro " + name);
		}
	}

	@Test
	void aRefusalLeavesNothing() throws Exception {
		for (final String script : new String[] { "predict.groovy", "predict.py" }) {
			assertNull(run(script, folder.resolve("no"), "nowhere.tif").getOutput("video"), script);
			assertFalse(Files.exists(folder.resolve("no")), script);
		}
	}

	private static Module run(final String script, final Map<String, Object> inputs) throws Exception {
		return context.service(ScriptService.class).run(new File("scripts/" + script), true, inputs).get();
	}

	/** A folder with two good movies, one whose labels are of another size, and one without labels. */
	private Path movies() throws IOException {
		final Path movies = Files.createDirectories(folder.resolve("my movies"));
		for (final String name : new String[] { "a, first", "b" }) {
			Files.copy(IMAGE.toPath(), movies.resolve(name + ".tif"));
			Files.copy(Path.of(LABELS), movies.resolve(name + "-labels.tif"));
		}
		Files.copy(IMAGE.toPath(), movies.resolve("bad.tif"));
		IJ.saveAsTiff(IJ.createImage("small", "8-bit white", 16, 16, 16), movies.resolve("bad-labels.tif").toString());
		Files.copy(IMAGE.toPath(), movies.resolve("lonely.tif"));
		return movies;
	}

	@Test
	void batchSkipsWhatIsDoneAndGoesOnAfterABadFile() throws Exception {
		final Path output = folder.resolve("batch");
		final Map<String, Object> inputs = Map.of("input", movies().toFile(), "observed", 4, "frames", 2, "output", output.toFile());
		assertEquals(2, run("batch.groovy", inputs).getOutput("failed"));
		final List<String> first = Files.readAllLines(output.resolve("summary.csv"));
		assertEquals("file,status,reason,observed frames,frames,objects,seconds", first.get(0));
		assertTrue(first.get(1).startsWith("\"a, first.tif\",done,,4,2,3,"), first.get(1));
		assertTrue(first.get(2).startsWith("b.tif,done,,4,2,3,"), first.get(2));
		assertTrue(first.get(3).startsWith("bad.tif,failed,\"Labels '"), first.get(3));
		assertTrue(first.get(4).startsWith("lonely.tif,failed,") && first.get(4).contains("no such file or folder"), first.get(4));
		assertEquals(5, first.size());
		assertTrue(Files.exists(output.resolve("a, first/video.tif")) && !Files.exists(output.resolve("bad")));
		final byte[] before = Files.readAllBytes(output.resolve("b/run.json"));
		run("batch.groovy", inputs);
		assertTrue(Files.readAllLines(output.resolve("summary.csv")).get(2).startsWith("b.tif,skipped,Done before; remove its folder"), "again");
		assertArrayEquals(before, Files.readAllBytes(output.resolve("b/run.json")));
	}

	@Test
	void batchEndsTheProgramWithAStatus() throws Exception {
		final Path movies = movies();
		assertEquals(1, status(movies, "batch"));
		Files.delete(movies.resolve("lonely.tif"));
		Files.delete(movies.resolve("bad.tif"));
		Files.delete(movies.resolve("bad-labels.tif"));
		assertEquals(0, status(movies, "batch"));
	}

	/** Runs batch.groovy in a program of its own. */
	private int status(final Path movies, final String output) throws Exception {
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
			"-cp", System.getProperty("java.class.path"), RunBatch.class.getName(), movies.toString(), folder.resolve(output).toString())
			.redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		final int status = process.waitFor();
		assertTrue(status == 0 || status == 1, said);
		assertTrue(Files.exists(folder.resolve(output).resolve("summary.csv")), said);
		return status;
	}

	/** What the host does for {@code --headless --run batch.groovy}; it ends with status 7 where the script does not end the program. */
	static final class RunBatch {

		private RunBatch() {}

		/** @param args the folder of movies, the output folder */
		public static void main(final String... args) throws Exception {
			try (Context host = new Context()) {
				host.service(ScriptService.class).addAlias(ImagePlus.class);
				host.service(ScriptService.class).run(new File("scripts/batch.groovy"), true, Map.of("input", new File(args[0]), "frames", 2, "observed",
					4, "output", new File(args[1]), "exitstatus", true)).get();
			}
			System.exit(7);
		}
	}

	@Test
	void arrowsMoveTheObjectsUnderTheirTails() throws Exception {
		final ImagePlus labels = IJ.openImage(LABELS);
		labels.setT(4);
		final double[] at = centre(labels.getStack().getProcessor(4), 2);
		final Path output = folder.resolve("arrows");
		assertInstanceOf(ImagePlus.class, run("arrows.groovy", Map.of("image", IMAGE, "labels", LABELS, "drawn", at[0] + "," + at[1] + ",3,-2;",
			"observed", 4, "frames", 3, "output", output.toFile())).getOutput("video"));
		final double[] moved = centre(IJ.openImage(output.resolve("labels.tif").toString()).getStack().getProcessor(3), 2);
		assertEquals(at[0] + 9, moved[0], 0.5);
		assertEquals(at[1] - 6, moved[1], 0.5);
	}

	private static double[] centre(final ImageProcessor plane, final int label) {
		double x = 0, y = 0, n = 0;
		for (int i = 0; i < plane.getPixelCount(); i++) if (plane.get(i) == label) {
			x += i % plane.getWidth();
			y += i / plane.getWidth();
			n++;
		}
		return new double[] { x / n, y / n };
	}

	@Test
	void trainingOnAMovieIsMeasuredOnTheFramesHeldOut() throws Exception {
		final Path squares = folder.resolve("squares"), output = folder.resolve("trained");
		context.service(CommandService.class).run(OpenSample.class, true, "sample", "squares", "seed", 2, "output", squares.toFile()).get();
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", squares.resolve("image.tif").toFile(), "labels", squares.resolve(
			"labels.tif").toString(), "heldout", 4, "frames", 2, "output", output.toFile()));
		final Module ran = run("train-on-my-movie.groovy", inputs);
		assertEquals("frames ahead,trained (pixel),still (pixel),velocity (pixel)", Files.readAllLines(output.resolve("errors.csv")).get(0));
		final double[] errors = lastErrors(ran);
		// squares go straight on: trained networks follow them to the pixel that they are drawn at
		assertTrue(errors[1] < 1 && errors[1] < errors[2] / 2, Arrays.toString(errors));
		assertEquals(2, ((ImagePlus) ran.getOutput("video")).getNFrames());
		assertTrue(Files.exists(output.resolve("video.tif")) && Files.exists(output.resolve("run.json")));
		inputs.putAll(Map.of("epochs", 1, "rate", 1e-6));
		// without training they know nothing
		assertTrue(lastErrors(run("train-on-my-movie.groovy", inputs))[1] > errors[2] / 2);
	}

	/** @return the numbers of the last line: frames ahead, trained, still, velocity */
	private static double[] lastErrors(final Module ran) {
		final List<String> lines = ran.getOutput("errors").toString().lines().toList();
		return Arrays.stream(lines.get(lines.size() - 1).split(",")).mapToDouble(Double::parseDouble).toArray();
	}

	@Test
	void aBenchmarkForTrackersKeepsTheRulesOfTheChallenge() throws Exception {
		final Path output = folder.resolve("benchmark");
		run("make-tracker-benchmark.groovy", Map.of("image", IMAGE, "labels", LABELS, "frames", 12, "speed", 6.0, "output", output.toFile()));
		final Map<Integer, List<Integer>> seen = new TreeMap<>();
		for (int t = 0; t < 12; t++) {
			final ImagePlus image = IJ.openImage(output.resolve(String.format("01/t%03d.tif", t)).toString());
			final ImagePlus track = IJ.openImage(output.resolve(String.format("01_GT/TRA/man_track%03d.tif", t)).toString());
			final ImagePlus mask = IJ.openImage(output.resolve(String.format("01_GT/SEG/man_seg%03d.tif", t)).toString());
			assertEquals(List.of(128, 128, 8), List.of(image.getWidth(), image.getHeight(), image.getBitDepth()));
			assertEquals(16, track.getBitDepth());
			assertArrayEquals((short[]) track.getProcessor().getPixels(), (short[]) mask.getProcessor().getPixels());
			final Set<Integer> labels = new TreeSet<>();
			for (int i = 0; i < 128 * 128; i++) labels.add(track.getProcessor().get(i));
			labels.remove(0);
			for (final int label : labels) seen.computeIfAbsent(label, l -> new ArrayList<>()).add(t);
		}
		final Set<Integer> listed = new TreeSet<>();
		for (final String line : Files.readAllLines(output.resolve("01_GT/TRA/man_track.txt"))) {
			final int[] lbep = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
			assertTrue(listed.add(lbep[0]), line);
			assertEquals(IntStream.rangeClosed(lbep[1], lbep[2]).boxed().toList(), seen.get(lbep[0]), line);
		}
		assertEquals(seen.keySet(), listed);
		assertTrue(listed.size() >= 3, listed.toString());
		// the reader of such folders finds the same
		final Path again = folder.resolve("again");
		assertInstanceOf(ImagePlus.class, run("predict.groovy", Map.of("image", output.resolve("01").toFile(), "labels", output.resolve(
			"01_GT/TRA").toString(), "observed", 4, "frames", 2, "predictor", "velocity", "output", again.toFile())).getOutput("video"));
	}
}
