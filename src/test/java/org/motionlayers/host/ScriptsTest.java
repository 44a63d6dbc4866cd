package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
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
			4, "frames", 3, "predictor", "perobject", "output", output.toFile())).get();
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
}
