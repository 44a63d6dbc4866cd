package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.NetworkEngine;
import org.scijava.Cancelable;
import org.scijava.Context;

/** What the guide says is done as it stands there: every command line in a shell, every macro line by ImageJ's interpreter. */
class GuideTest {

	private static final Path GUIDE = Path.of("docs/guide");

	/** In an order in which each page finds what it needs. Reproducing a paper takes long and has a test of its own. */
	private static final List<String> PAGES = List.of("sample", "predict", "export", "import", "arrows", "decompose", "composite", "evaluate",
		"scorecard", "simulate", "train", "dream", "generate", "transfer", "encode", "trainlamd", "batch", "about", "scripting");

	/** The shipped models. */
	private static final Path MODELS = Path.of("models").toAbsolutePath();

	@TempDir
	Path folder;

	private static List<String> blocks(final String page, final String language) throws IOException {
		final List<String> blocks = new ArrayList<>();
		final Matcher matcher = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL).matcher(Files.readString(GUIDE.resolve(page + ".md")));
		while (matcher.find()) if (matcher.group(1).equals(language)) blocks.add(matcher.group(2));
		return blocks;
	}

	private void shell(final String script) throws Exception {
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder("bash", "-eu", "-c", script).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(
			log.toFile()).start();
		assertEquals(0, process.waitFor(), script + "\n" + Files.readString(log));
	}

	/** Puts the sample where the guide's lines look for files, and our classes behind scripts/motion-layers. */
	private void prepare() throws Exception {
		final Path script = Files.createDirectories(folder.resolve("scripts")).resolve("motion-layers");
		Files.writeString(script, "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -D" + ModelPlaces.PROPERTY + "='" + MODELS +
			"' -D" + NetworkEngine.THREADS_PROPERTY + "=1 -cp '" + absolute(System.getProperty(
			"java.class.path")) + "' org.motionlayers.command.CommandLine \"$@\"\n");
		script.toFile().setExecutable(true);
		shell("scripts/motion-layers sample sample=cells output=made; cp made/image.tif cells.tif; cp made/labels.tif cells-labels.tif;" +
			" cp made/labels.tif labels.tif; cp made/image.tif frame.tif");
	}

	private static String absolute(final String classPath) {
		final List<String> parts = new ArrayList<>();
		for (final String part : classPath.split(java.io.File.pathSeparator)) parts.add(Path.of(part).toAbsolutePath().toString());
		return String.join(java.io.File.pathSeparator, parts);
	}

	@Test
	void commandLinesRunAsTheyStandThere() throws Exception {
		prepare();
		int lines = 0;
		for (final String page : PAGES) {
			for (final String block : blocks(page, "sh")) for (final String line : block.split("\n")) {
				if (!line.startsWith("scripts/motion-layers")) continue;
				// the same call may stand on two pages
				shell("rm -rf \"$(printf '%s\\n' " + line.replaceAll("#.*", "") + " | sed -n 's/^output=//p')\"; " + line);
				lines++;
			}
			if (page.equals("export")) Files.copy(folder.resolve("out/export/tracks.xml"), folder.resolve("cells.xml"));
		}
		assertTrue(lines >= PAGES.size(), lines + " lines ran");
	}

	@Test
	void macroLinesRunAsTheyStandThere() throws Exception {
		prepare();
		shell("scripts/motion-layers predict image=cells.tif labels=cells-labels.tif observed=10 frames=8 output=out/cells;" +
			" scripts/motion-layers export image=labels.tif output=out/export; cp out/export/tracks.xml cells.xml");
		System.setProperty(ModelPlaces.PROPERTY, MODELS.toString());
		try (Context context = new Context()) {
			LegacyBridge.install(context);
			String macro = "setBatchMode(true); open(\"" + folder + "/cells-labels.tif\"); rename(\"cells-labels\");\n" +
				"open(\"" + folder + "/cells.tif\"); rename(\"cells\");\n";
			for (final String page : PAGES) for (final String block : blocks(page, "")) {
				if (!block.contains("run(\"")) continue;
				IJ.runMacro(macro + "selectImage(\"cells\");\n" + here(block));
				final Cancelable ran = (Cancelable) LegacyBridge.lastModule();
				assertFalse(ran.isCanceled(), block + "\n" + ran.getCancelReason());
				macro = "setBatchMode(true);\n";
			}
		}
		finally {
			System.clearProperty(ModelPlaces.PROPERTY);
			OpenWindows.closeAll();
		}
	}

	/** The same line with files in the test's folder, and outputs of its own. */
	private String here(final String line) {
		return line.replaceAll("=((?:cells|labels|cells-labels)\\.(?:tif|xml))", "=[" + folder + "/$1]").replace("tracks=out/cells", "tracks=[" +
			folder + "/out/cells]").replaceAll("output=out/(\\w+)", "output=[" + folder + "/macro/$1" + System.nanoTime() + "]");
	}
}
