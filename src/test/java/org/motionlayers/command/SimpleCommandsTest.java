package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.host.LegacyBridge;
import org.motionlayers.io.image.Images;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Open Sample, Import Segmentation, Export Tracks and Labels, About: run as the host runs them. */
class SimpleCommandsTest {

	private static final Context CONTEXT = new Context();
	private static final String IMAGE = "test-data/squares/image.tif";
	private static final String LABELS = "test-data/squares/labels.tif";

	@TempDir
	Path folder;

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	private static Module run(final String command, final Map<String, Object> inputs) throws Exception {
		return CONTEXT.service(ModuleService.class).run(LegacyBridge.commands(CONTEXT).stream().filter(i -> i.getName().equals(command))
			.findFirst().orElseThrow(), true, inputs).get();
	}

	private static Module done(final String command, final Map<String, Object> inputs) throws Exception {
		final Module module = run(command, inputs);
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		return module;
	}

	private static void refused(final String reason, final String command, final Map<String, Object> inputs) throws Exception {
		final Cancelable module = (Cancelable) run(command, inputs);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().startsWith(reason), module.getCancelReason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "squares", "cells", "collisions" })
	void aSampleComesWithItsLabels(final String sample) throws Exception {
		final Path output = folder.resolve(sample);
		final Module module = done("sample", Map.of("sample", sample, "size", 96, "frames", 5, "seed", 3, "output", output.toFile()));
		final ImagePlus image = (ImagePlus) module.getOutput("image"), labels = (ImagePlus) module.getOutput("labelimage");
		assertEquals(List.of(96, 96, 5), List.of(image.getWidth(), image.getHeight(), image.getNFrames()));
		assertEquals(List.of(96, 96, 5), List.of(labels.getWidth(), labels.getHeight(), labels.getNFrames()));
		assertEquals(image.getTitle() + "-labels", labels.getTitle());
		assertArrayEquals((short[]) labels.getStack().getPixels(5), (short[]) IJ.openImage(output.resolve("labels.tif").toString()).getStack()
			.getPixels(5));
		assertEquals(image.getBitDepth(), IJ.openImage(output.resolve("image.tif").toString()).getBitDepth());
		final Module again = done("sample", Map.of("sample", sample, "size", 96, "frames", 5, "seed", 3));
		assertArrayEquals((short[]) labels.getStack().getPixels(3), (short[]) ((ImagePlus) again.getOutput("labelimage")).getStack().getPixels(3));
	}

	@Test
	void aSampleCanBePredicted() throws Exception {
		final Path output = folder.resolve("cells");
		done("sample", Map.of("output", output.toFile()));
		final Module module = done("predict", Map.of("image", output.resolve("image.tif").toString(), "labels", output.resolve("labels.tif")
			.toString(), "observed", 8, "frames", 4));
		assertEquals(4, ((ImagePlus) module.getOutput("video")).getNFrames());
	}

	@Test
	void aSampleThatCannotBeMadeIsRefused() throws Exception {
		refused("sample=dogs: one of squares, cells, collisions is needed.", "sample", Map.of("sample", "dogs"));
		refused("frames=1: the number of frames is needed, 2 to 1000.", "sample", Map.of("frames", 1));
		refused("size=31: the width and height in pixels is needed, 32 to 2048.", "sample", Map.of("size", 31));
	}

	@Test
	void aSegmentationBecomesACalibratedStackInDistinctColours() throws Exception {
		final ImagePlus image = IJ.openImage(IMAGE);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("um");
		image.getCalibration().frameInterval = 2;
		image.getCalibration().setTimeUnit("min");
		final Path output = folder.resolve("import");
		final Module module = done("import", Map.of("image", image, "labels", LABELS, "output", output.toFile()));
		final ImagePlus labels = (ImagePlus) module.getOutput("labelimage");
		assertEquals(List.of(0.5, 2.0), List.of(labels.getCalibration().pixelWidth, labels.getCalibration().frameInterval));
		assertEquals("min", labels.getCalibration().getTimeUnit());
		assertEquals(LabelColors.lut()[2] & 0xffffff, labels.getProcessor().getLut().getRGB(2) & 0xffffff);
		final ImageStack truth = IJ.openImage(LABELS).getStack();
		for (int n = 1; n <= truth.getSize(); n++) for (int i = 0; i < 128 * 128; i++) assertEquals(truth.getProcessor(n).get(i), labels.getStack()
			.getProcessor(n).get(i));
		assertTrue(String.valueOf(labels.getProperty("Info")).contains("1,,,,,0,15,"), String.valueOf(labels.getProperty("Info")));
		final List<String> objects = Files.readAllLines(output.resolve("objects.csv"));
		assertEquals("label,name,class,score,parents,first frame,last frame,pixels", objects.get(0));
		assertEquals(4, objects.size());
	}

	@Test
	void whatTheFileSaidOfObjectsIsKept() throws Exception {
		final Path outlines = Files.writeString(folder.resolve("cells.geojson"), """
			{"type": "FeatureCollection", "features": [{"type": "Feature",
			"geometry": {"type": "Polygon", "coordinates": [[[10, 10], [20, 10], [20, 20], [10, 20], [10, 10]]]},
			"properties": {"objectType": "cell", "name": "left, first", "classification": {"name": "Tumor"}}}]}
			""");
		final Path output = folder.resolve("import");
		final Module module = done("import", Map.of("image", IJ.createImage("still", "8-bit black", 64, 48, 1), "labels", outlines.toFile(),
			"output", output.toFile()));
		assertEquals("1,\"left, first\",Tumor,,,0,0,100", Files.readAllLines(output.resolve("objects.csv")).get(1));
		assertEquals(1, ((ImagePlus) module.getOutput("labelimage")).getProcessor().get(15, 15));
	}

	@Test
	void importNeedsASegmentation() throws Exception {
		refused("labels: a segmentation file or folder is needed", "import", Map.of("image", IMAGE));
		refused("labels=nowhere.zip: no such file or folder", "import", Map.of("image", IMAGE, "labels", "nowhere.zip"));
	}

	@Test
	void labelsAndTracksForOtherPrograms() throws Exception {
		final Path output = folder.resolve("export");
		done("export", Map.of("image", LABELS, "ctc", true, "rois", true, "output", output.toFile()));
		for (final String name : List.of("labels.tif", "tracks.csv", "tracks.xml", "rois.zip", "01_RES/res_track.txt", "01_RES/mask015.tif",
			"run.json")) assertTrue(Files.size(output.resolve(name)) > 0, name);
		assertEquals(List.of("1 0 15 0", "2 0 15 0", "3 0 15 0"), Files.readAllLines(output.resolve("01_RES/res_track.txt")));
		final List<String> rows = Files.readAllLines(output.resolve("tracks.csv"));
		assertEquals(1 + 3 * 16, rows.size());
		assertTrue(rows.get(1).startsWith("1,,0,-15,observed,"), rows.get(1));
		final Path again = folder.resolve("again");
		done("export", Map.of("image", IMAGE, "labels", output.resolve("tracks.xml").toString(), "output", again.toFile()));
		assertEquals(1 + 3 * 16, Files.readAllLines(again.resolve("tracks.csv")).size());
	}

	@Test
	void predictedFramesAreToldFromObservedOnes() throws Exception {
		final Path predicted = folder.resolve("predicted"), both = folder.resolve("both");
		done("predict", Map.of("image", IMAGE, "labels", LABELS, "observed", 4, "frames", 3, "output", predicted.toFile()));
		final Module module = done("predict", Map.of("image", IMAGE, "labels", LABELS, "observed", 4, "frames", 3, "keep", "observed", "output",
			both.toFile()));
		assertEquals(Map.of("predicted", 9), kinds(Map.of("image", predicted.resolve("labels.tif").toString())));
		assertEquals(Map.of("observed", 12, "predicted", 9), kinds(Map.of("image", both.resolve("labels.tif").toString())));
		assertEquals(Map.of("observed", 12, "predicted", 9), kinds(Map.of("image", module.getOutput("videolabels"))));
		assertEquals(Map.of("observed", 15, "predicted", 33), kinds(Map.of("image", LABELS, "observed", 5)));
	}

	/** Exports, and counts the rows of tracks.csv by what they say of their frame; positions must be those of the labels. */
	private Map<String, Integer> kinds(final Map<String, Object> inputs) throws Exception {
		final Map<String, Object> all = new TreeMap<>(inputs);
		all.put("output", folder.resolve("kinds").toFile());
		all.put("overwrite", true);
		done("export", all);
		final Map<String, Integer> kinds = new TreeMap<>();
		for (final String row : Files.readAllLines(folder.resolve("kinds/tracks.csv"))) if (!row.startsWith("label")) kinds.merge(row.split(
			",")[4], 1, Integer::sum);
		return kinds;
	}

	@Test
	void aPredictionThatAnImageRemembersIsExportedWhole() throws Exception {
		final MotionLayersService layers = CONTEXT.service(MotionLayersService.class);
		final Movie movie = Images.open(Path.of(IMAGE));
		final Prediction prediction = layers.predict(movie, layers.segmentation(movie, LABELS, Progress.NONE), PredictionOptions.of(3)
			.withObserved(4), Progress.NONE);
		final ImagePlus image = VideoStacks.image(prediction.video()).image();
		Remembered.remember(image, prediction);
		assertEquals(Map.of("observed", 12, "predicted", 9), kinds(Map.of("image", image)));
		assertEquals(7, IJ.openImage(folder.resolve("kinds/labels.tif").toString()).getNFrames());
	}

	@Test
	void exportRefusesWhatHoldsNoLabels() throws Exception {
		refused("output: a folder for labels and tracks is needed.", "export", Map.of("image", LABELS));
		refused("labels: no segmentation was given", "export", Map.of("image", IMAGE, "output", folder.resolve("no").toFile()));
		refused("observed=17: the labels have 16 frames", "export", Map.of("image", LABELS, "observed", 17, "output", folder.resolve("no")
			.toFile()));
		assertFalse(Files.exists(folder.resolve("no")));
	}

	@Test
	void aVolumeIsExportedToo() throws Exception {
		final ImageStack stack = new ImageStack(8, 6);
		for (int n = 0; n < 3 * 2; n++) {
			final ShortProcessor plane = new ShortProcessor(8, 6);
			for (int x = 1; x < 4; x++) for (int y = 1; y < 4; y++) plane.set(x + n / 3, y, n % 3 == 2 ? 0 : 300);
			stack.addSlice(plane);
		}
		final ImagePlus volume = new ImagePlus("volume", stack);
		volume.setDimensions(1, 3, 2);
		done("export", Map.of("image", volume, "output", folder.resolve("volume").toFile(), "ctc", true));
		final List<String> rows = Files.readAllLines(folder.resolve("volume/tracks.csv"));
		assertTrue(rows.get(1).startsWith("300,,0,-1,observed,2,2,0.5,"), rows.get(1));
		assertTrue(rows.get(2).startsWith("300,,1,0,observed,3,2,0.5,"), rows.get(2));
	}

	@Test
	void aboutTellsVersionsAndPapers() throws Exception {
		final String text = (String) done("about", Map.of()).getOutput("text");
		for (final String part : List.of(IJ.getVersion(), System.getProperty("java.version"), "MeloMotion", "Motion Dreamer", "LaMD", "BSD 2-clause",
			"Bio-Formats  not found", "DJL          found", "forum.image.sc")) assertTrue(text.contains(part), part + " in " + text);
	}
}
