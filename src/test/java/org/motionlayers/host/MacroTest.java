package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.command.PredictMotion;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** A macro, run by ImageJ's own interpreter, does what a script does, byte for byte. */
class MacroTest {

	private static final Context CONTEXT = new Context();

	@TempDir
	Path folder;

	@BeforeAll
	static void install() {
		LegacyBridge.install(CONTEXT);
	}

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	@Test
	void macroAndScriptWriteTheSameBytes() throws Exception {
		final Path macro = folder.resolve("macro"), script = folder.resolve("script");
		IJ.runMacro("run(\"Predict Motion...\", \"image=test-data/squares/image.tif labels=test-data/squares/labels.tif observed=4 frames=3 output=[" +
			macro + "]\");");
		final Module ran = CONTEXT.service(ModuleService.class).run(CONTEXT.service(org.scijava.command.CommandService.class).getCommand(
			PredictMotion.class), true, "image", "test-data/squares/image.tif", "labels", "test-data/squares/labels.tif", "observed", 4, "frames", 3,
			"output", script.toFile()).get();
		assertTrue(!((Cancelable) ran).isCanceled(), ((Cancelable) ran).getCancelReason());
		for (final String name : new String[] { "video.tif", "labels.tif", "flow.tif", "tracks.csv", "preview.png" }) assertArrayEquals(Files
			.readAllBytes(script.resolve(name)), Files.readAllBytes(macro.resolve(name)), name);
	}

	@Test
	void openImagesAreTakenByTitle() throws Exception {
		final Path output = folder.resolve("titles");
		IJ.runMacro("setBatchMode(true); open(\"test-data/squares/image.tif\"); rename(\"my movie\"); open(\"test-data/squares/labels.tif\");" +
			" rename(\"my labels\"); run(\"Predict Motion...\", \"image=[my movie] labels=[my labels] observed=4 frames=2 output=[" + output + "]\");");
		assertTrue(Files.exists(output.resolve("video.tif")), String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
	}

	@Test
	void theOnlyOtherOpenImageIsTheLabels() throws Exception {
		final Path output = folder.resolve("pair");
		IJ.runMacro("setBatchMode(true); open(\"test-data/squares/labels.tif\"); open(\"test-data/squares/image.tif\");" +
			" run(\"Predict Motion...\", \"observed=4 frames=2 output=[" + output + "]\");");
		assertTrue(Files.exists(output.resolve("video.tif")), String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
	}

	@Test
	void theEmptyImageThatAHeadlessHostPassesForNoneIsRefused() throws Exception {
		final Module ran = CONTEXT.service(ModuleService.class).run(CONTEXT.service(org.scijava.command.CommandService.class).getCommand(
			PredictMotion.class), true, "image", new ij.ImagePlus(), "labels", "auto").get();
		assertEquals("image: no image was given; open one, or name a file.", ((Cancelable) ran).getCancelReason());
	}

	@Test
	void whatIsWrongIsTheReasonOfTheCancel() {
		IJ.runMacro("run(\"Predict Motion...\", \"image=test-data/squares/image.tif labels=auto frames=-1\");");
		final Cancelable ran = (Cancelable) LegacyBridge.lastModule();
		assertTrue(ran.isCanceled());
		assertEquals("frames=-1: the number of future frames is needed, 1 to 100000.", ran.getCancelReason());
	}
}
