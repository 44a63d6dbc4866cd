package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.dreamer.TinyModels;
import org.motionlayers.host.LegacyBridge;
import org.motionlayers.host.OpenWindows;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptService;

/**
 * The lines in run.json that run a call again do so as they are printed: the macro line by ImageJ's interpreter, the Groovy line by Groovy's
 * engine, the command line taken apart by bash. Whatever files are called, the results are the same byte for byte.
 */
class CopyAsTest {

	private static final Path SQUARES = Path.of("test-data/squares");

	private static Context context;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
		LegacyBridge.install(context);
		context.service(ScriptService.class).addAlias(ImagePlus.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	/** Macros leave their images open; other tests look for open images. */
	@AfterEach
	void closeImages() {
		OpenWindows.closeAll();
	}

	@ParameterizedTest
	@ValueSource(strings = { "it's \"quoted\"", "$HOME ${x} `date` %d%s & a;b # c", "[brackets] [2]", "one]", "[open", "back\\slash\\users\\n",
		"key frames=7 seed=3 output=x", "labels=seed=", "'begins\twith\nlines", "Zürich 細胞 µ" })
	void predictRunsAsPrinted(final String name) throws Exception {
		final String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
		assumeTrue(Charset.forName(encoding).newEncoder().canEncode(name), "file names are " + encoding + " here");
		final Path place = Files.createDirectories(folder.resolve(name));
		final Path image = Files.copy(SQUARES.resolve("image.tif"), place.resolve(name + ".tif"));
		final Path labels = Files.copy(SQUARES.resolve("labels.tif"), place.resolve("l " + name + ".tif"));
		runsAsPrinted("predict", place.resolve("out " + name), Map.of("image", image.toString(), "labels", labels.toString(), "observed", 4,
			"frames", 2, "predictor", "still"));
	}

	@Test
	void everyOtherCommandWithFilesRunsAsPrinted() throws Exception {
		final String name = "a b's \"$x\" [1] frames=3";
		final Path place = Files.createDirectories(folder.resolve(name));
		final String image = Files.copy(SQUARES.resolve("image.tif"), place.resolve(name + ".tif")).toString();
		final String labels = Files.copy(SQUARES.resolve("labels.tif"), place.resolve("l " + name + ".tif")).toString();
		runsAsPrinted("arrows", place.resolve("arrows"), Map.of("image", image, "labels", labels, "arrows", "1:2,0;2:0,-1.5", "frames", 2));
		runsAsPrinted("import", place.resolve("import"), Map.of("image", image, "labels", labels));
		runsAsPrinted("export", place.resolve("export"), Map.of("image", labels, "ctc", true, "rois", true));
		runsAsPrinted("sample", place.resolve("sample"), Map.of("sample", "squares", "frames", 6, "size", 32));
		runsAsPrinted("simulate", place.resolve("simulate"), Map.of("scene", "streams", "frames", 3, "size", 32, "objects", 3, "count", 2));
		final Path sample = folder.resolve("expected sample");
		runsAsPrinted("scorecard", place.resolve("scorecard"), Map.of("image", sample.resolve("image.tif").toString(), "labels", sample.resolve(
			"labels.tif").toString()));
	}

	@Test
	void dreamRunsAsPrinted() throws Exception {
		final Path place = Files.createDirectories(folder.resolve("a b's \"$x\" [1] frames=3"));
		final String model = TinyModels.objects(place.resolve("my model"), 1).toString();
		final String image = Files.copy(SQUARES.resolve("image.tif"), place.resolve("i.tif")).toString();
		runsAsPrinted("dream", place.resolve("dream"), Map.of("image", image, "labels", SQUARES.resolve("labels.tif").toAbsolutePath().toString(),
			"observed", 4, "frames", 2, "arrows", "1:2,0", "model", model, "steps", 2, "futures", 2, "samples", 2));
		runsAsPrinted("predict", place.resolve("predict"), Map.of("image", image, "labels", SQUARES.resolve("labels.tif").toAbsolutePath().toString(),
			"observed", 1, "frames", 2, "predictor", "dreamer", "arrows", "1:2,0", "model", model, "steps", 2, "sampler", "ddpm"));
	}

	@Test
	void reproduceIsSaidAsItIsCalled() throws Exception {
		final CallText call = new CallText(created("reproduce", Map.of("output", folder.resolve("my out").toFile())), Map.of());
		assertEquals("run(\"Reproduce Paper...\", \"paper=melomotion output=[" + folder + "/my out] quick=false seed=0 overwrite=false\");", call
			.macro());
		assertEquals("scripts/motion-layers reproduce paper=melomotion '" + "output=" + folder + "/my out' quick=false seed=0 overwrite=false", call
			.commandLine());
	}

	/** A training has a card in place of a record; the same lines are in the log. Each of them gives the same model. */
	@Test
	void trainRunsAsPrinted() throws Exception {
		final Path place = Files.createDirectories(folder.resolve("a b's \"$x\" [1] frames=3")), output = place.resolve("my net");
		final CallText call = new CallText(run("train", Map.of("space", "objects", "count", 4, "frames", 2, "steps", 2, "batch", 2, "seed", 3, "output",
			output.toFile())), Map.of());
		final byte[] expected = model(Files.move(output, place.resolve("by the menu")));
		assertTrue(Files.readString(place.resolve("by the menu/README.md")).contains("\n" + call.commandLine() + "\n"));
		IJ.runMacro(call.macro());
		assertArrayEquals(expected, model(Files.move(output, place.resolve("by macro"))));
		groovy(call.groovy());
		assertArrayEquals(expected, model(Files.move(output, place.resolve("by groovy"))));
		assertEquals(0, commandLine(call.commandLine()), call.commandLine());
		assertArrayEquals(expected, model(output));
	}

	private static byte[] model(final Path folder) throws IOException {
		return Files.readAllBytes(folder.resolve("model.safetensors"));
	}

	@Test
	void commandsWithoutParametersRunAsPrinted() throws Exception {
		final CallText call = new CallText(run("about", Map.of()), Map.of());
		assertEquals("run(\"About Motion Layers\", \"\");", call.macro());
		IJ.runMacro(call.macro());
		assertFalse(((Cancelable) LegacyBridge.lastModule()).isCanceled());
		groovy(call.groovy());
		assertEquals(0, commandLine(call.commandLine()));
	}

	@Test
	void aNameThatNoMacroCanSayIsToldSo() throws Exception {
		final Path image = Files.copy(SQUARES.resolve("image.tif"), folder.resolve("it's one].tif"));
		final Path output = folder.resolve("out");
		final Map<String, Object> inputs = Map.of("image", image.toString(), "labels", SQUARES + "/labels.tif", "observed", 4, "frames", 2,
			"predictor", "still", "output", output.toFile());
		final String macro = new CallText(run("predict", inputs), Map.of()).macro();
		assertTrue(macro.startsWith("// Predict Motion... cannot be called by a macro"), macro);
		IJ.runMacro(macro); // nothing happens, and nothing breaks
	}

	@Test
	void anImageThatIsNoFileHasNoCommandLine() throws Exception {
		final ImagePlus image = IJ.createImage("my image", "8-bit ramp", 16, 16, 3);
		assertEquals("# The image 'my image' is no file: save it first, a command line takes files.", new CallText(created("predict", Map.of(
			"image", image)), Map.of()).commandLine());
		final Module labelled = created("predict", Map.of("image", IJ.openImage(SQUARES + "/image.tif")));
		assertTrue(new CallText(labelled, Map.of("labels", "my labels")).commandLine().startsWith("# The image 'my labels' is no file"));
		assertTrue(new CallText(labelled, Map.of("labels", "auto")).commandLine().startsWith("scripts/motion-layers predict image="));
	}

	/** Names that need more than ASCII are tried in a program that is started where the file system has them. */
	@Test
	void namesOfAnyAlphabetInATerminal() throws Exception {
		final Process locales = new ProcessBuilder("locale", "-a").redirectErrorStream(true).start();
		assumeTrue(new String(locales.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains("c.utf8"));
		final Path script = Files.writeString(folder.resolve("terminal.sh"), """
			set -e
			export LC_ALL=C.UTF-8
			place="$1/Zürich 細胞 µ's"
			mkdir "$place"
			cp test-data/squares/image.tif "$place/Bild ä.tif"
			cp test-data/squares/labels.tif "$place/Masken é.tif"
			scripts/motion-layers() { "$JAVA" -Djava.awt.headless=true -cp "$CLASSES" org.motionlayers.command.CommandLine "$@"; }
			scripts/motion-layers predict image="$place/Bild ä.tif" labels="$place/Masken é.tif" observed=4 frames=2 predictor=still \
				output="$place/out" > "$1/log"
			mv "$place/out" "$1/expected"
			eval "$(sed -n 's/^.*Copy as command line: //p' "$1/log")" > "$1/again"
			for name in video.tif labels.tif flow.tif tracks.csv tracks.xml preview.png; do cmp "$1/expected/$name" "$place/out/$name"; done
			echo same
			""");
		final ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), folder.toString()).redirectErrorStream(true);
		builder.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
		builder.environment().put("CLASSES", System.getProperty("java.class.path"));
		// Java itself tells there of JAVA_TOOL_OPTIONS
		assertEquals("same\n", new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll(
			"(?m)^Picked up .*\\R", ""));
	}

	private static Module created(final String command, final Map<String, Object> inputs) {
		final Module module = context.service(ModuleService.class).createModule(info(command));
		inputs.forEach(module::setInput);
		return module;
	}

	/** Runs a command, then each of the three lines that it printed, and compares what they write. */
	private void runsAsPrinted(final String command, final Path output, final Map<String, Object> inputs) throws Exception {
		final Map<String, Object> all = new TreeMap<>(inputs);
		all.put("output", output.toFile());
		run(command, all);
		final Path expected = Files.move(output, folder.resolve("expected " + command));
		final JsonObject lines = record(expected).getAsJsonObject("copyas");
		IJ.runMacro(lines.get("macro").getAsString());
		same(expected, output, lines.get("macro").getAsString());
		groovy(lines.get("groovy").getAsString());
		same(expected, output, lines.get("groovy").getAsString());
		assertEquals(0, commandLine(lines.get("commandline").getAsString()), lines.get("commandline").getAsString());
		same(expected, output, lines.get("commandline").getAsString());
	}

	private static org.scijava.command.CommandInfo info(final String command) {
		return LegacyBridge.commands(context).stream().filter(i -> i.getName().equals(command)).findFirst().orElseThrow();
	}

	private static Module run(final String command, final Map<String, Object> inputs) throws Exception {
		final Module module = context.service(ModuleService.class).run(info(command), true, inputs).get();
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		return module;
	}

	private static void groovy(final String line) throws Exception {
		context.service(ScriptService.class).run("copied.groovy", "#@ CommandService commands\n" + line, true).get();
	}

	/** Lets bash take the line apart, as a terminal would, and gives our program the words. */
	private int commandLine(final String line) throws IOException {
		final Path script = Files.write(folder.resolve("line.sh"), ("printf '%s\\0' " + line).getBytes(StandardCharsets.UTF_8));
		final Process bash = new ProcessBuilder("bash", script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		final List<String> words = new ArrayList<>(Arrays.asList(text.split("\0", -1)));
		assertEquals("scripts/motion-layers", words.get(0), line);
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		try (Context headless = new Context(HeadlessServices.LIST)) {
			final int status = new CommandLine(headless, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8))
				.run(words.subList(1, words.size() - 1).toArray(String[]::new));
			assertEquals("", err.toString(StandardCharsets.UTF_8), line);
			return status;
		}
	}

	private static JsonObject record(final Path folder) throws IOException {
		return JsonParser.parseString(Files.readString(folder.resolve("run.json"))).getAsJsonObject();
	}

	/** Compares two folders file by file, records without their timings, and removes the second. */
	private static void same(final Path expected, final Path found, final String line) throws IOException {
		assertTrue(Files.isDirectory(found), "nothing was written by " + line);
		assertEquals(names(expected), names(found), line);
		for (final String name : names(expected)) if (!name.equals("run.json")) assertArrayEquals(Files.readAllBytes(expected.resolve(name)), Files
			.readAllBytes(found.resolve(name)), name + " by " + line);
		final JsonObject a = record(expected), b = record(found);
		a.remove("timings");
		b.remove("timings");
		assertEquals(a, b, line);
		try (Stream<Path> files = Files.walk(found)) {
			for (final Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
		}
	}
}
