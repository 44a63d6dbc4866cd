package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.command.PredictMotion;
import org.motionlayers.command.PredictWithArrows;
import org.motionlayers.scene.LabelColors;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;

/** What a prediction looks like in ImageJ: overlay, remembered arrows, preview; and what macros do with it. */
class PredictionResultsTest {

	private static final Context CONTEXT = new Context();
	private static final String LABELS = "test-data/squares/labels.tif";

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

	/** Images of a macro in batch mode outlive it. */
	@AfterEach
	void closeImages() {
		OpenWindows.closeAll();
	}

	private static Module run(final Class<? extends org.scijava.command.Command> command, final Object... inputs) throws Exception {
		final Module ran = CONTEXT.service(CommandService.class).run(command, true, inputs).get();
		assertFalse(((Cancelable) ran).isCanceled(), ((Cancelable) ran).getCancelReason());
		return ran;
	}

	private static ImagePlus image() {
		return IJ.openImage("test-data/squares/image.tif");
	}

	private static List<Roi> outlines(final ImagePlus image, final int frame) {
		return Arrays.stream(image.getOverlay().toArray()).filter(roi -> roi.isArea() && roi.getPosition() == frame).toList();
	}

	@Test
	void theOverlayOutlinesEveryObjectInEveryFrame() throws Exception {
		final Module ran = run(PredictMotion.class, "image", image(), "labels", LABELS, "observed", 4, "frames", 3, "keep", "observed");
		final ImagePlus video = (ImagePlus) ran.getOutput("video"), labels = (ImagePlus) ran.getOutput("videolabels");
		for (int t = 1; t <= 7; t++) {
			final List<Roi> rois = outlines(video, t);
			assertEquals(List.of("1", "2", "3"), rois.stream().map(Roi::getName).toList(), "frame " + t);
			for (final Roi roi : rois) {
				assertEquals(0xff000000 | LabelColors.rgb(Integer.parseInt(roi.getName())), roi.getStrokeColor().getRGB());
				int pixels = 0;
				for (int y = 0; y < 128; y++) for (int x = 0; x < 128; x++) {
					final boolean inside = roi.contains(x, y), labelled = labels.getStack().getProcessor(t).get(x, y) == Integer.parseInt(roi
						.getName());
					assertEquals(labelled, inside, "pixel " + x + ", " + y + " of frame " + t);
					if (inside) pixels++;
				}
				assertTrue(pixels > 0);
			}
		}
	}

	@Test
	void aPathGoesThroughTheCentroids() throws Exception {
		final Module ran = run(PredictMotion.class, "image", image(), "labels", LABELS, "observed", 4, "frames", 3, "predictor", "velocity");
		final Roi path = Arrays.stream(((ImagePlus) ran.getOutput("video")).getOverlay().toArray()).filter(roi -> "path 1".equals(roi
			.getName())).findFirst().orElseThrow();
		// square 1 goes right and down by 4 pixels a frame; its truth is in test-data/README.md's seed: centroids 12, 16, ...
		assertEquals(7, path.getFloatPolygon().npoints);
		for (int i = 0; i < 7; i++) assertEquals(12 + 4 * i, path.getFloatPolygon().xpoints[i], 1e-4, "x of frame " + i);
		assertEquals(0, path.getPosition(), "shown in all frames");
	}

	@Test
	void drawnArrowsAreTakenFromOverlayAndSelection() throws Exception {
		final ImagePlus drawn = image(), plain = image();
		drawn.setOverlay(new Overlay(new Arrow(24, 36, 29, 38)));
		drawn.setRoi(new Arrow(39, 76, 36, 76));
		final Path arrows = folder.resolve("arrows"), text = folder.resolve("text");
		run(PredictWithArrows.class, "image", drawn, "labels", LABELS, "observed", 4, "frames", 3, "predictor", "arrows", "output", arrows
			.toFile());
		run(PredictMotion.class, "image", plain, "labels", LABELS, "observed", 4, "frames", 3, "predictor", "arrows", "arrows", "1:5,2;2:-3,0",
			"output", text.toFile());
		for (final String name : new String[] { "video.tif", "labels.tif", "tracks.csv" }) assertArrayEquals(Files.readAllBytes(text.resolve(
			name)), Files.readAllBytes(arrows.resolve(name)), name);
		assertTrue(Files.readString(arrows.resolve("run.json")).contains("arrows=1:5.0,2.0;2:-3.0,0.0"), "the copied call says the arrows");
	}

	@Test
	void anArrowMaySpanTheWholePrediction() throws Exception {
		final Path whole = folder.resolve("whole"), each = folder.resolve("each");
		run(PredictWithArrows.class, "image", image(), "labels", LABELS, "observed", 4, "frames", 4, "arrows", "1:20,8", "spans", "prediction",
			"predictor", "arrows", "output", whole.toFile());
		run(PredictWithArrows.class, "image", image(), "labels", LABELS, "observed", 4, "frames", 4, "arrows", "1:5,2", "predictor", "arrows",
			"output", each.toFile());
		assertArrayEquals(Files.readAllBytes(each.resolve("video.tif")), Files.readAllBytes(whole.resolve("video.tif")));
	}

	@Test
	void noArrowAnywhereIsToldInOneLine() throws Exception {
		final Module ran = CONTEXT.service(CommandService.class).run(PredictWithArrows.class, true, "image", image(), "labels", LABELS, "observed",
			4).get();
		final String reason = ((Cancelable) ran).getCancelReason();
		assertTrue(reason.startsWith("arrows: none is drawn on 'image.tif' or in the ROI Manager; draw arrows"), reason);
	}

	@Test
	void aMacroDrawsArrowsAndGoesOnWithTheResult() {
		final String result = IJ.runMacro("setBatchMode(true); open(\"test-data/squares/labels.tif\"); open(\"test-data/squares/image.tif\");" +
			" makeArrow(24, 36, 44, 44); Overlay.addSelection;" +
			" run(\"Predict Motion with Arrows...\", \"observed=4 frames=4 spans=prediction predictor=arrows\");" +
			" selectImage(\"image-predicted\"); return \"\" + nImages + \" \" + nSlices + \" \" + Overlay.size;");
		assertEquals("4 4 15", result, String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
	}

	@Test
	void aMacroThatLeavesOutOneFileRuns() throws Exception {
		final Path output = folder.resolve("all but depth");
		IJ.runMacro("run(\"Predict Motion...\", \"image=test-data/squares/image.tif labels=" + LABELS + " observed=4 frames=2 predictor=velocity" +
			" arrows=[] spans=frame background=auto overlap=over slices=auto keep=predicted seed=0 output=[" + output + "] overwrite=false" +
			" ctc=false rois=false table=false plots=false preview=false\");");
		assertTrue(Files.exists(output.resolve("run.json")), String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
	}

	@Test
	void theLabelsAreFoundThoughTheyAreActive() throws Exception {
		final Path output = folder.resolve("swapped");
		IJ.runMacro("setBatchMode(true); open(\"test-data/squares/image.tif\"); open(\"test-data/squares/labels.tif\");" +
			" run(\"Predict Motion...\", \"observed=4 frames=2 output=[" + output + "]\");");
		assertTrue(Files.exists(output.resolve("run.json")), String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
		assertTrue(Files.readString(output.resolve("run.json")).contains("squares/labels.tif"));
	}

	@Test
	void aSecondPredictionIsNotTakenForLabels() throws Exception {
		final Path output = folder.resolve("again");
		IJ.runMacro("setBatchMode(true); open(\"test-data/squares/labels.tif\"); open(\"test-data/squares/image.tif\");" +
			" run(\"Predict Motion...\", \"image=image.tif observed=4 frames=2\"); run(\"Predict Motion...\", \"image=image.tif observed=4 frames=2 output=[" +
			output + "]\");");
		assertTrue(Files.exists(output.resolve("run.json")), String.valueOf(((Cancelable) LegacyBridge.lastModule()).getCancelReason()));
	}

	@Test
	void thePreviewDrawsPathsAndLeavesNoTrace() throws Exception {
		final CommandModule module = new CommandModule(CONTEXT.service(CommandService.class).getCommand(PredictMotion.class));
		CONTEXT.inject(module.getCommand());
		final ImagePlus image = image();
		final Overlay own = new Overlay(new Roi(1, 2, 3, 4));
		image.setOverlay(own);
		module.setInput("image", image);
		module.setInput("labels", LABELS);
		module.setInput("observed", 4);
		module.preview();
		assertSame(own, image.getOverlay(), "not asked for");
		module.setInput("preview", true);
		module.preview();
		for (int i = 0; image.getOverlay() == own && i < 1000; i++) Thread.sleep(10);
		assertEquals(1 + 3 + 3, image.getOverlay().size(), "its own region, three outlines, three paths");
		assertNotNull(image.getOverlay().get("path 2"));
		module.cancel();
		assertSame(own, image.getOverlay());
		assertEquals(1, own.size());
		assertFalse(image.changes, "a preview is no change");
	}

	@Test
	void theCommandItselfTakesThePreviewAway() throws Exception {
		final CommandModule module = new CommandModule(CONTEXT.service(CommandService.class).getCommand(PredictMotion.class));
		CONTEXT.inject(module.getCommand());
		final ImagePlus image = image();
		module.setInput("image", image);
		module.setInput("labels", LABELS);
		module.setInput("observed", 4);
		module.setInput("frames", 2);
		module.setInput("preview", true);
		module.preview();
		module.run();
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertNull(image.getOverlay());
	}
}
