package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.command.SimulateScenes;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.script.ScriptService;

/** Every task of latent motion diffusion by the shipped models, from scripts in their real engines and from a macro. */
class LatentScriptsTest {

	private static final long SCENE = 1_000_000_100L;

	private static Context context;

	@TempDir
	static Path folder;

	private static File clip;

	@BeforeAll
	static void start() throws Exception {
		System.setProperty("python.cachedir.skip", "true");
		System.setProperty(ModelPlaces.PROPERTY, Path.of("models").toAbsolutePath().toString());
		context = new Context();
		LegacyBridge.install(context);
		context.service(ScriptService.class).addAlias(ImagePlus.class); // as imagej-legacy does
		context.service(CommandService.class).run(SimulateScenes.class, true, "scene", "captions", "frames", 16, "seed", SCENE, "output", folder.resolve(
			"scene").toFile()).get();
		clip = folder.resolve("scene/1/image.tif").toFile();
		assertTrue(clip.isFile());
	}

	@AfterAll
	static void stop() {
		System.clearProperty(ModelPlaces.PROPERTY);
		context.close();
	}

	private static Module script(final String name, final Map<String, Object> more) throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", clip, "steps", 4, "seed", 3L));
		inputs.putAll(more);
		return context.service(ScriptService.class).run(new File("scripts/" + name), true, inputs).get();
	}

	private static String sentence() {
		return new CaptionedShapes(CaptionOptions.DEFAULT).sample(SCENE).scene().facts().get(CaptionedShapes.CAPTION);
	}

	@Test
	void groovyJythonAndMacroGenerateTheSameBytes() throws Exception {
		for (final Map<String, Object> asked : List.<Map<String, Object>>of(Map.of("text", sentence()), Map.of("motionclass", "divergence"), Map
			.of())) {
			final Path groovy = folder.resolve("groovy" + asked.keySet()), jython = folder.resolve("jython" + asked.keySet()), macro = folder.resolve(
				"macro" + asked.keySet());
			final Map<String, Object> both = new HashMap<>(asked);
			both.put("output", groovy.toFile());
			final ImagePlus video = assertInstanceOf(ImagePlus.class, script("generate.groovy", both).getOutput("video"));
			assertEquals(16, video.getNFrames());
			both.put("output", jython.toFile());
			assertInstanceOf(ImagePlus.class, script("generate.py", both).getOutput("video"));
			final StringBuilder options = new StringBuilder("image=[" + clip + "] observed=1 steps=4 seed=3 output=[" + macro + "]");
			asked.forEach((name, value) -> options.append(' ').append(name).append("=[").append(value).append(']'));
			IJ.runMacro("setBatchMode(true); run(\"Generate Video...\", \"" + options + "\");");
			final byte[] bytes = Files.readAllBytes(groovy.resolve("generated/generated.tif"));
			assertArrayEquals(bytes, Files.readAllBytes(jython.resolve("generated.tif")), "Jython " + asked);
			assertArrayEquals(bytes, Files.readAllBytes(macro.resolve("generated.tif")), "macro " + asked);
		}
	}

	@Test
	void motionIsTransferredAndEncodedFromAScript() throws Exception {
		final Module ran = script("generate.groovy", Map.of("motion", clip.toString(), "output", folder.resolve("moved").toFile()));
		final ImagePlus moved = assertInstanceOf(ImagePlus.class, ran.getOutput("moved")), latent = assertInstanceOf(ImagePlus.class, ran.getOutput(
			"latent"));
		assertEquals(16, moved.getNFrames());
		assertEquals("16 x 16 x 3", latent.getWidth() + " x " + latent.getHeight() + " x " + latent.getNChannels());
		assertTrue(Files.exists(folder.resolve("moved/moved/moved.tif")) && Files.exists(folder.resolve("moved/latent/latent.tif")));
	}
}
