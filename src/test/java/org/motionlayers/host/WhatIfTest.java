package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.command.CompositeLayers;
import org.motionlayers.command.DecomposeLayers;
import org.motionlayers.command.PredictMotion;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Decompose, edit, composite: at rest nothing changes by a bit, and every edit does what it says, in scripts, macros and on the overlay. */
class WhatIfTest {

	private static final Context CONTEXT = new Context();
	private static final String IMAGE = "test-data/squares/image.tif";
	private static final String LABELS = "test-data/squares/labels.tif";
	private static final int FRAMES = 6;
	private static final String[] EXACT = { "video.tif", "labels.tif", "flow.tif" };

	@TempDir
	static Path shared;

	@TempDir
	Path folder;

	@BeforeAll
	static void predictOnce() throws Exception {
		LegacyBridge.install(CONTEXT);
		run(PredictMotion.class, "image", IMAGE, "labels", LABELS, "observed", 4, "frames", FRAMES, "predictor", "velocity", "output", shared
			.resolve("predicted").toFile());
		run(DecomposeLayers.class, "image", IMAGE, "labels", LABELS, "observed", 4, "output", shared.resolve("layers").toFile());
	}

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	/** Images of a macro in batch mode outlive it, and those of other tests may be taken for labels. */
	@BeforeEach
	@AfterEach
	void closeImages() {
		OpenWindows.closeAll();
	}

	private static Module run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		final Module ran = CONTEXT.service(CommandService.class).run(command, true, inputs).get();
		assertFalse(((Cancelable) ran).isCanceled(), ((Cancelable) ran).getCancelReason());
		return ran;
	}

	private static String tracks() {
		return shared.resolve("predicted").toString();
	}

	private static String layers() {
		return shared.resolve("layers/layers.tif").toString();
	}

	private static void sameFiles(final Path expected, final Path actual, final String... names) throws Exception {
		for (final String name : names) assertArrayEquals(Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(actual.resolve(name)),
			name);
	}

	/** @return the labels of predicted frame t (from 1) of a folder or image, x fastest */
	private static int[] labels(final ImagePlus labels, final int t) {
		final ImageProcessor plane = labels.getStack().getProcessor(t);
		final int[] values = new int[plane.getPixelCount()];
		Arrays.setAll(values, i -> (int) plane.getf(i));
		return values;
	}

	private static ImagePlus predictedLabels() {
		return IJ.openImage(shared.resolve("predicted/labels.tif").toString());
	}

	private static void samePixels(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getStackSize(), actual.getStackSize());
		for (int n = 1; n <= expected.getStackSize(); n++) assertTrue(java.util.Objects.deepEquals(expected.getStack().getPixels(n), actual
			.getStack().getPixels(n)), "plane " + n);
	}

	@Test
	void withoutEditsTheFilesGiveWhatWasPredicted() throws Exception {
		for (final String tracks : new String[] { tracks(), tracks() + "/tracks.csv", tracks() + "/tracks.xml" }) {
			final Path output = folder.resolve("from-" + Path.of(tracks).getFileName());
			run(CompositeLayers.class, "image", layers(), "tracks", tracks, "output", output.toFile());
			sameFiles(shared.resolve("predicted"), output, EXACT);
		}
		final Path fromImage = folder.resolve("image");
		run(CompositeLayers.class, "image", IMAGE, "labels", LABELS, "observed", 4, "tracks", tracks(), "output", fromImage.toFile());
		sameFiles(shared.resolve("predicted"), fromImage, EXACT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nuclei_hela_h2b 3", "cars_parking_rgb 5", "droplet_3dt 4" })
	void withoutEditsRealMoviesGiveWhatWasPredicted(final String set) throws Exception {
		final Path data = Path.of("../shared/data", set.split(" ")[0]);
		Assumptions.assumeTrue(Files.isDirectory(data));
		final int observed = Integer.parseInt(set.split(" ")[1]);
		final String image = data.resolve("image.tif").toString(), labels = data.resolve("labels.tif").toString();
		run(PredictMotion.class, "image", image, "labels", labels, "observed", observed, "frames", 4, "predictor", "hierarchical", "output", folder
			.resolve("predicted").toFile());
		final Module decomposed = run(DecomposeLayers.class, "image", image, "labels", labels, "observed", observed, "output", folder.resolve(
			"layers").toFile());
		run(CompositeLayers.class, "image", folder.resolve("layers/layers.tif").toString(), "tracks", folder.resolve("predicted").toString(),
			"output", folder.resolve("files").toFile());
		sameFiles(folder.resolve("predicted"), folder.resolve("files"), EXACT);
		run(CompositeLayers.class, "image", decomposed.getOutput("layers"), "tracks", folder.resolve("predicted").toString(), "output", folder
			.resolve("open").toFile());
		sameFiles(folder.resolve("predicted"), folder.resolve("open"), EXACT);
		// at rest, the reference frame is what it was, bit for bit
		final ImagePlus rest = (ImagePlus) run(CompositeLayers.class, "image", decomposed.getOutput("layers"), "keep", "observed").getOutput(
			"video");
		final ImagePlus movie = IJ.openImage(image);
		final int planes = movie.getStackSize() / (movie.getNFrames() > 1 ? movie.getNFrames() : movie.getNSlices());
		for (int n = 1; n <= planes; n++) assertTrue(java.util.Objects.deepEquals(movie.getStack().getPixels((observed - 1) * planes + n), rest
			.getStack().getPixels(n)), "plane " + n);
	}

	@Test
	void aPredictedVideoRemembersItsMotionThroughDecomposition() throws Exception {
		final ImagePlus video = (ImagePlus) run(PredictMotion.class, "image", IMAGE, "labels", LABELS, "observed", 4, "frames", FRAMES,
			"predictor", "velocity").getOutput("video");
		samePixels(video, (ImagePlus) run(CompositeLayers.class, "image", video).getOutput("video"));
		final ImagePlus layers = (ImagePlus) run(DecomposeLayers.class, "image", video).getOutput("layers");
		samePixels(video, (ImagePlus) run(CompositeLayers.class, "image", layers).getOutput("video"));
		final Module fewer = run(CompositeLayers.class, "image", layers, "frames", 2, "keep", "observed");
		assertEquals(3, ((ImagePlus) fewer.getOutput("video")).getNFrames());
		assertEquals("t observed", ((ImagePlus) fewer.getOutput("video")).getStack().getSliceLabel(1));
	}

	@Test
	void decomposeShowsAndWritesTheScene() throws Exception {
		final ImagePlus layers = (ImagePlus) run(DecomposeLayers.class, "image", IMAGE, "labels", LABELS, "observed", 4).getOutput("layers");
		assertEquals("image-layers", layers.getTitle());
		assertArrayEquals(new int[] { 128, 128, 1, 1, 4 }, layers.getDimensions());
		assertEquals(3, layers.getOverlay().size());
		for (int o = 0; o < 3; o++) {
			assertEquals(layers.getStack().getSliceLabel(o + 2), "label " + layers.getOverlay().get(o).getName());
			assertEquals(o + 2, layers.getOverlay().get(o).getPosition());
		}
		try (Stream<Path> files = Files.list(shared.resolve("layers"))) {
			assertEquals(List.of("labels.tif", "layers.tif", "objects.csv", "rois.zip", "run.json"), files.map(f -> f.getFileName().toString()).sorted()
				.toList());
		}
		assertEquals(3, IJ.openImage(layers()).getOverlay().size());
		assertEquals(4, Files.readAllLines(shared.resolve("layers/objects.csv")).size());
		final int[] expected = labels(IJ.openImage(LABELS), 4);
		assertArrayEquals(expected, labels(IJ.openImage(shared.resolve("layers/labels.tif").toString()), 1));
	}

	/** Composites with edits by a script and by a macro, which must write the same, and gives the labels. */
	private ImagePlus edited(final String edits) throws Exception {
		final Path script = folder.resolve("script"), macro = folder.resolve("macro");
		run(CompositeLayers.class, "image", layers(), "tracks", tracks(), "edits", edits, "output", script.toFile(), "overwrite", true);
		IJ.runMacro("run(\"Composite Layers...\", \"image=[" + layers() + "] tracks=[" + tracks() + "] edits=[" + edits + "] overwrite=true output=[" +
			macro + "]\");");
		sameFiles(script, macro, "video.tif", "labels.tif", "flow.tif", "tracks.csv", "tracks.xml", "preview.png");
		assertTrue(Files.readString(script.resolve("run.json")).contains("\"edits\": \"" + edits), edits);
		return IJ.openImage(script.resolve("labels.tif").toString());
	}

	/** @return whether a pixel holds a label in the labels of a frame that lie displaced */
	private static boolean isAt(final int[] labels, final int pixel, final int dx, final int dy, final int label) {
		final int x = pixel % 128 - dx, y = pixel / 128 - dy;
		return x >= 0 && y >= 0 && x < 128 && y < 128 && labels[y * 128 + x] == label;
	}

	@Test
	void everyEditDoesWhatItSays() throws Exception {
		final ImagePlus before = predictedLabels();
		final int[] names = Arrays.stream(labels(before, 1)).filter(l -> l != 0).distinct().sorted().toArray();
		assertEquals(3, names.length, "the squares do not hide one another at first");
		final int a = names[0], b = names[1], c = names[2];
		final int[] reference = labels(IJ.openImage(LABELS), 4);
		final ImagePlus moved = edited("move " + a + " by 9,-4; front " + a), deleted = edited("delete " + b), frozen = edited("freeze " + c +
			"; front " + c), cloned = edited("clone " + a + " by -7,12; front 4"), inFront = edited("front " + a);
		for (int t = 1; t <= FRAMES; t++) {
			final int[] was = labels(before, t), move = labels(moved, t), gone = labels(deleted, t), ice = labels(frozen, t), more = labels(cloned,
				t);
			final int[] whole = labels(inFront, t);
			for (int p = 0; p < was.length; p++) {
				assertEquals(isAt(whole, p, 9, -4, a), move[p] == a, "moved, pixel " + p + " of frame " + t);
				assertTrue(gone[p] != b && (was[p] == b || gone[p] == was[p]), "deleted");
				assertEquals(reference[p] == c, ice[p] == c, "frozen");
				assertEquals(isAt(whole, p, -7, 12, a), more[p] == 4, "cloned");
			}
		}
	}

	private static ImagePlus open() {
		return IJ.openImage(layers());
	}

	private static void shift(final Roi roi, final int dx, final int dy) {
		roi.setLocation(roi.getBounds().x + dx, roi.getBounds().y + dy);
	}

	private ImagePlus video(final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("tracks", tracks()));
		all.addAll(Arrays.asList(inputs));
		return (ImagePlus) run(CompositeLayers.class, all.toArray()).getOutput("video");
	}

	@Test
	void outlinesOfTheOverlayAreEdits() throws Exception {
		final ImagePlus layers = open();
		final Overlay overlay = layers.getOverlay();
		final String moved = overlay.get(0).getName(), deleted = overlay.get(1).getName(), copied = overlay.get(2).getName();
		shift(overlay.get(0), 5, -3);
		final Roi copy = (Roi) overlay.get(2).clone();
		copy.setName(copied + "-1");
		shift(copy, -20, 6);
		overlay.add(copy);
		overlay.remove(overlay.get(1));
		final ImagePlus expected = video("image", layers(), "edits", "clone " + copied + " by -20,6; move " + moved + " by 5,-3; delete " +
			deleted);
		samePixels(expected, video("image", layers, "output", folder.resolve("said").toFile()));
		// the copied call says what was done to the outlines, so that it runs without them
		final String record = Files.readString(folder.resolve("said/run.json"));
		assertTrue(record.contains("\"edits\": \"clone " + copied + " by -20,6; move " + moved + " by 5,-3; delete " + deleted + "\""), record);
		assertTrue(record.contains("\"rois\": \"none\""), record);
		// the same from a file that ImageJ saved, and from a set of the ROI Manager
		final Path saved = folder.resolve("saved.tif");
		assertTrue(new FileSaver(layers).saveAsTiffStack(saved.toString()));
		samePixels(expected, video("image", saved.toString()));
		final Path zip = folder.resolve("rois.zip");
		try (java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
			int n = 0;
			for (final Roi roi : overlay.toArray()) {
				out.putNextEntry(new java.util.zip.ZipEntry(n++ + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(roi));
			}
		}
		samePixels(expected, video("image", layers(), "rois", zip.toString()));
		samePixels(video("image", layers()), video("image", layers, "rois", "none"));
		// at rest the set that decompose wrote changes nothing
		samePixels(video("image", layers()), video("image", layers(), "rois", shared.resolve("layers/rois.zip").toString()));
	}

	@Test
	void aMacroDeletesAnOutlineOfTheStackThatItDecomposed() throws Exception {
		final String name = open().getOverlay().get(0).getName();
		final Path output = folder.resolve("macro"), expected = folder.resolve("script");
		IJ.runMacro("setBatchMode(true); run(\"Decompose into Layers...\", \"image=" + IMAGE + " labels=" + LABELS + " observed=4\");" +
			" selectImage(\"image-layers\"); Overlay.removeSelection(0); run(\"Composite Layers...\", \"tracks=[" + tracks() + "] output=[" + output +
			"]\");");
		run(CompositeLayers.class, "image", layers(), "tracks", tracks(), "edits", "delete " + name, "output", expected.toFile());
		sameFiles(expected, output, EXACT);
	}

	@Test
	void paintedLayersAreCompositedAsTheyAre() throws Exception {
		final ImagePlus layers = open();
		final Roi outline = layers.getOverlay().get(0);
		final ImageProcessor plane = layers.getStack().getProcessor(2);
		final int x = outline.getBounds().x + 2, y = outline.getBounds().y + 3;
		plane.set(x, y, 0xff203040);
		layers.getStack().deleteSlice(4);
		layers.setStack(layers.getStack());
		layers.getOverlay().remove(layers.getOverlay().get(2));
		final Module ran = run(CompositeLayers.class, "image", layers, "keep", "observed", "rois", "none");
		final ImagePlus rest = (ImagePlus) ran.getOutput("video");
		assertEquals(0xff203040, rest.getStack().getProcessor(1).get(x, y));
		assertEquals(2, Arrays.stream(labels((ImagePlus) ran.getOutput("videolabels"), 1)).filter(l -> l != 0).distinct().count());
	}

	@Test
	void aResultsTableTellsTheTracks() throws Exception {
		final String name = open().getOverlay().get(0).getName();
		final Path output = folder.resolve("table"), expected = folder.resolve("expected");
		final int[] reference = labels(IJ.openImage(LABELS), 4);
		double sx = 0, sy = 0;
		int n = 0;
		for (int p = 0; p < reference.length; p++) if (reference[p] == Integer.parseInt(name)) {
			sx += p % 128;
			sy += p / 128;
			n++;
		}
		final ResultsTable table = new ResultsTable();
		table.addRow();
		table.addValue("label", Integer.parseInt(name));
		table.addValue("t (frame)", 1);
		table.addValue("x (pixel)", sx / n + 6);
		table.addValue("y (pixel)", sy / n - 2);
		Analyzer.setResultsTable(table);
		IJ.runMacro("run(\"Composite Layers...\", \"image=[" + layers() + "] tracks=Results output=[" + output + "]\");");
		run(CompositeLayers.class, "image", layers(), "edits", "move " + name + " by 6,-2", "output", expected.toFile());
		sameFiles(expected, output, "video.tif", "labels.tif");
	}

	@Test
	void allMayBeDeleted() throws Exception {
		final StringBuilder edits = new StringBuilder();
		for (final Roi roi : open().getOverlay().toArray()) edits.append("delete ").append(roi.getName()).append("; ");
		final Path output = folder.resolve("empty");
		run(CompositeLayers.class, "image", layers(), "tracks", tracks(), "edits", edits.toString(), "output", output.toFile(), "ctc", true);
		final ImagePlus video = IJ.openImage(output.resolve("video.tif").toString());
		assertArrayEquals((int[]) open().getStack().getPixels(1), (int[]) video.getStack().getPixels(FRAMES));
	}

	private String refused(final Class<? extends Command> command, final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(Arrays.asList(inputs));
		all.addAll(List.of("output", folder.resolve("no").toFile()));
		final Module ran = CONTEXT.service(CommandService.class).run(command, true, all.toArray()).get();
		assertTrue(((Cancelable) ran).isCanceled(), "not refused");
		assertFalse(Files.exists(folder.resolve("no")));
		final String reason = ((Cancelable) ran).getCancelReason();
		assertEquals(1, reason.lines().count(), reason);
		return reason;
	}

	@Test
	void whatIsWrongIsToldInOneLine() throws Exception {
		final Class<CompositeLayers> composite = CompositeLayers.class;
		assertEquals("image: no image was given; open one, or name a file.", refused(composite, "image", new ImagePlus()));
		assertEquals("image: no image was given; open one, or name a file.", refused(DecomposeLayers.class, "image", new ImagePlus()));
		assertTrue(refused(composite, "image", layers(), "edits", "move 99 by 1,1").startsWith(
			"edits: 'move 99 by 1,1': no object has label 99; there are "));
		assertTrue(refused(composite, "image", layers(), "edits", "jump").startsWith("edits: 'jump' is not one of these forms: move 12 by 5,-3;"));
		assertEquals("tracks=nowhere.csv: no such file or folder, and no open table of that title; a table of tracks, TrackMate XML or a folder " +
			"that predict wrote is needed.", refused(composite, "image", layers(), "tracks", "nowhere.csv"));
		assertTrue(refused(composite, "image", layers(), "tracks", "scripts").contains("holds no tracks.csv"));
		assertTrue(refused(composite, "image", layers(), "tracks", shared.resolve("layers/objects.csv").toString()).contains(
			"label, and t (frame) or frame, are needed."));
		assertEquals("frames=99: " + tracks() + " tells 6 future frames; 1 to 6 can be composited, 0 for all.", refused(composite, "image",
			layers(), "tracks", tracks(), "frames", 99));
		assertEquals("frames=-1: the number of future frames is needed, 0 for all that the tracks tell.", refused(composite, "image", layers(),
			"frames", -1));
		assertEquals("rois=nowhere.zip: no such file; a .roi or .zip file, manager, none, or nothing for the overlay of a layer stack is accepted.",
			refused(composite, "image", layers(), "rois", "nowhere.zip"));
		assertTrue(refused(composite, "image", layers(), "rois", "manager").startsWith("rois=manager: the ROI Manager is not open"));
		assertTrue(refused(composite, "image", layers(), "rois", LABELS).length() > 0);
		assertTrue(refused(composite, "image", layers(), "labels", LABELS).startsWith("labels=" + LABELS + ": the image is a layer stack"));
		assertEquals("keep=all: one of predicted, observed is needed.", refused(composite, "image", layers(), "keep", "all"));
		assertEquals("overlap=under: one of over, sum is needed.", refused(composite, "image", layers(), "overlap", "under"));
		assertTrue(refused(composite, "image", IMAGE).startsWith("labels: no segmentation was given"));
		assertTrue(refused(DecomposeLayers.class, "image", IMAGE, "labels", LABELS, "observed", 99).startsWith("observed=99: image 'image' has 16"));
		assertTrue(refused(DecomposeLayers.class, "image", IMAGE, "labels", LABELS, "background", "blue").contains("blue"));
		assertTrue(refused(DecomposeLayers.class, "image", IMAGE, "labels", LABELS, "depth", new File("nowhere.tif")).contains("nowhere.tif"));
	}
}
