package org.motionlayers.gallery;

import java.awt.Window;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.text.TextWindow;

import org.motionlayers.command.AboutMotionLayers;
import org.motionlayers.command.CompositeLayers;
import org.motionlayers.command.DecomposeLayers;
import org.motionlayers.command.EvaluatePrediction;
import org.motionlayers.command.ExportTracks;
import org.motionlayers.command.ImportSegmentation;
import org.motionlayers.command.OpenSample;
import org.motionlayers.command.PredictMotion;
import org.motionlayers.command.PredictWithArrows;
import org.motionlayers.command.PredictWithDiffusion;
import org.motionlayers.command.ScorePredictors;
import org.motionlayers.command.SimulateScenes;
import org.motionlayers.scene.Motion;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;
import org.scijava.Context;
import org.scijava.module.Module;

/** Takes the pictures of the guide from ImageJ's real windows; needs a display, such as Xvfb's. One method a page of the guide. */
public final class Gallery {

	private static final int OBSERVED = 10;

	/** Seed of a collision in which one ball hits another, and that a third. */
	private static final long COLLISION = 5;

	/** Frames that are dreamed. */
	private static final int DREAMED = 8;

	/** Where an arrow begins on the real frame, and how far it goes, pixels. */
	private static final double[] REAL_ARROW = { 77.5, 55, 3, 26 };

	private final Desk desk;

	private Gallery(final Desk desk) {
		this.desk = desk;
	}

	/** @param args the folder of the pictures; a folder of real movies, if there is one: real/NAME/image.tif and labels.tif */
	public static void main(final String... args) throws Exception {
		new ImageJ(ImageJ.STANDALONE);
		try (Context context = new Context()) {
			final Gallery gallery = new Gallery(new Desk(context, Path.of(args[0])));
			gallery.sample();
			gallery.simulate();
			gallery.dream(args.length > 1 ? Path.of(args[1]) : Path.of(""));
			new LatentGallery(gallery.desk).all();
			gallery.predict();
			gallery.arrows();
			gallery.layers();
			gallery.importing();
			gallery.export();
			gallery.evaluate();
			gallery.scorecard();
			gallery.about();
		}
		catch (final Exception exc) {
			exc.printStackTrace();
			System.exit(1); // windows would keep the program alive
		}
		System.exit(0);
	}

	private Module cells() throws Exception {
		return desk.run(OpenSample.class, "sample", "cells", "frames", 16, "size", 192, "seed", 3);
	}

	private void sample() throws Exception {
		final Window[] windows = new Window[6];
		int n = 0;
		for (final String name : new String[] { "squares", "cells", "collisions" }) {
			final Module made = desk.run(OpenSample.class, "sample", name, "frames", 16, "size", 128, "seed", 3);
			for (final String output : new String[] { "image", "labelimage" }) {
				final ImagePlus image = Desk.image(made, output);
				desk.zoom(image, 1);
				image.setSlice(5);
				windows[n++] = image.getWindow();
			}
		}
		desk.shoot("sample", windows);
		desk.clear();
	}

	private void predict() throws Exception {
		final ImagePlus image = Desk.image(cells(), "image");
		final Module ran = desk.run(PredictMotion.class, "image", image, "labels", "", "observed", OBSERVED, "frames", 8, "keep", "observed");
		final ImagePlus video = Desk.image(ran, "video"), labels = Desk.image(ran, "videolabels");
		for (final ImagePlus stack : new ImagePlus[] { video, labels }) {
			desk.zoom(stack, 2);
			stack.setSlice(OBSERVED + 5);
		}
		desk.shoot("predict", video.getWindow(), labels.getWindow());
		desk.shoot("predict-table", Desk.window("Tracks of"));
		desk.shoot("predict-plots", Desk.window("Displacement of"), Desk.window("Speed of"));
		desk.clear();
	}

	private void arrows() throws Exception {
		final Module made = desk.run(OpenSample.class, "sample", "squares", "frames", 2, "size", 128, "seed", 8);
		final ImagePlus labels = Desk.image(made, "labelimage"), image = Desk.image(made, "image");
		final Overlay overlay = new Overlay();
		for (int label = 1; label <= 2; label++) {
			final double[] centre = centre(labels, label);
			final Arrow arrow = new Arrow(centre[0], centre[1], centre[0] + 30, centre[1] + (label == 1 ? 30 : -40));
			arrow.setStrokeWidth(2);
			overlay.add(arrow);
		}
		image.setOverlay(overlay);
		image.setSlice(2);
		desk.zoom(image, 2);
		final Module ran = desk.run(PredictWithArrows.class, "image", image, "labels", "", "frames", 8, "predictor", "arrows", "spans", "prediction",
			"table", false, "plots", false);
		final ImagePlus video = Desk.image(ran, "video");
		desk.zoom(video, 2);
		video.setSlice(8);
		desk.shoot("arrows", image.getWindow(), video.getWindow());
		desk.clear();
	}

	/** @return the centre of a label in the last plane */
	private static double[] centre(final ImagePlus labels, final int label) {
		double x = 0, y = 0;
		int n = 0;
		for (int v = 0; v < labels.getHeight(); v++) for (int u = 0; u < labels.getWidth(); u++) {
			if (labels.getStack().getProcessor(labels.getStackSize()).get(u, v) != label) continue;
			x += u;
			y += v;
			n++;
		}
		return new double[] { x / n, y / n };
	}

	private void simulate() throws Exception {
		final Module made = desk.run(SimulateScenes.class, "scene", "collisions", "frames", 16, "seed", COLLISION);
		desk.shoot("simulate", desk.windows(made, 3, 5, "image", "labelimage", "flowimage", "depthimage"));
		desk.clear();
	}

	/** An arrow on the one ball that is pushed; what is on the way of it is hit. Then the same on a real frame, where there is one. */
	private void dream(final Path data) throws Exception {
		final BodySample truth = Scenario.COLLISIONS.sample(ScenarioOptions.DEFAULT, COLLISION);
		final Module made = desk.run(SimulateScenes.class, "scene", "collisions", "frames", 16, "seed", COLLISION);
		final ImagePlus image = Desk.image(made, "image");
		for (final String other : new String[] { "flowimage", "depthimage" }) Desk.image(made, other).close();
		final Motion motion = truth.motion(0);
		int pushed = 0;
		for (int i = 0; i < truth.objects(); i++) if (motion.displacement(1, i, 0) != 0 || motion.displacement(1, i, 1) != 0) pushed = i;
		dream("dream", image, Desk.image(made, "labelimage").getTitle(), 1, new double[] { truth.position(0, pushed, 0), truth.position(0, pushed, 1),
			motion.displacement(DREAMED, pushed, 0), motion.displacement(DREAMED, pushed, 1) }, 3);
		final Path real = data.resolve("nuclei_hela_h2b");
		if (data.toString().isEmpty() || !Files.isDirectory(real)) {
			System.out.println("gallery: dream-real.png is skipped, for real movies are not here");
			return;
		}
		final ImagePlus frame = IJ.openImage(real.resolve("image.tif").toString());
		frame.show();
		dream("dream-real", frame, real.resolve("labels.tif").toString(), 1, REAL_ARROW, 2);
	}

	private void dream(final String name, final ImagePlus image, final String labels, final int observed, final double[] arrow, final int zoom)
		throws Exception
	{
		final Arrow drawn = new Arrow(arrow[0], arrow[1], arrow[0] + arrow[2], arrow[1] + arrow[3]);
		drawn.setStrokeWidth(1);
		drawn.setHeadSize(4);
		image.setOverlay(new Overlay(drawn));
		image.setSlice(1);
		desk.zoom(image, zoom);
		final Module ran = desk.run(PredictWithDiffusion.class, "image", image, "labels", labels, "observed", observed, "frames", DREAMED, "spans",
			"prediction", "futures", 4, "seed", 1);
		final ImagePlus video = Desk.image(ran, "video"), futures = Desk.image(ran, "futureimage");
		for (final ImagePlus stack : new ImagePlus[] { video, futures }) {
			desk.zoom(stack, stack == video ? zoom : Math.max(0, zoom - 1));
			stack.setPosition(1, 1, DREAMED);
		}
		desk.shoot(name, image.getWindow(), video.getWindow(), futures.getWindow());
		desk.clear();
	}

	private void layers() throws Exception {
		final ImagePlus image = Desk.image(cells(), "image");
		final Module made = desk.run(DecomposeLayers.class, "image", image, "labels", "", "observed", OBSERVED);
		final ImagePlus layers = Desk.image(made, "layers");
		desk.zoom(layers, 2);
		layers.setSlice(4);
		final Window table = Desk.window("Objects of");
		desk.shoot("decompose", layers.getWindow(), table);
		final Module ran = desk.run(PredictMotion.class, "image", image, "labels", "", "observed", OBSERVED, "frames", 8, "table", false, "plots",
			false);
		final ImagePlus video = Desk.image(ran, "video");
		final Roi first = layers.getOverlay().get(0), second = layers.getOverlay().get(1);
		final String edits = "delete " + label(first) + "; clone " + label(second) + " by 40,20";
		final ImagePlus whatIf = Desk.image(desk.run(CompositeLayers.class, "image", video, "edits", edits), "video");
		for (final ImagePlus stack : new ImagePlus[] { video, whatIf }) {
			desk.zoom(stack, 2);
			stack.setSlice(4);
		}
		desk.shoot("composite", video.getWindow(), whatIf.getWindow());
		desk.clear();
	}

	private static int label(final Roi roi) {
		return Integer.parseInt(roi.getName().replaceAll("\\D", ""));
	}

	private void importing() throws Exception {
		final Module made = cells();
		final ImagePlus image = Desk.image(made, "image");
		final File rois = File.createTempFile("gallery", "");
		rois.delete();
		desk.run(ExportTracks.class, "image", Desk.image(made, "labelimage"), "rois", true, "output", rois);
		Desk.image(made, "labelimage").close();
		final ImagePlus labels = Desk.image(desk.run(ImportSegmentation.class, "image", image, "labels", new File(rois, "rois.zip")), "labelimage");
		for (final ImagePlus stack : new ImagePlus[] { image, labels }) desk.zoom(stack, 2);
		desk.shoot("import", image.getWindow(), labels.getWindow());
		desk.clear();
	}

	private void export() throws Exception {
		final ImagePlus labels = Desk.image(cells(), "labelimage");
		final File folder = File.createTempFile("gallery", "");
		folder.delete();
		desk.run(ExportTracks.class, "image", labels, "output", folder);
		desk.zoom(labels, 2);
		IJ.open(new File(folder, "tracks.csv").toString());
		desk.shoot("export", labels.getWindow(), Desk.window("tracks.csv"));
		desk.clear();
	}

	private void evaluate() throws Exception {
		final Module made = cells();
		final Module ran = desk.run(PredictMotion.class, "image", Desk.image(made, "image"), "labels", "", "observed", OBSERVED, "frames", 6, "table",
			false, "plots", false);
		desk.run(EvaluatePrediction.class, "image", Desk.image(ran, "video"), "truth", Desk.image(made, "image").getTitle(), "truthlabels", Desk
			.image(made, "labelimage").getTitle());
		desk.shoot("evaluate", Desk.window("Evaluation of"), Desk.window("position error"));
		desk.clear();
	}

	private void scorecard() throws Exception {
		final File folder = File.createTempFile("gallery", "");
		folder.delete();
		desk.run(ScorePredictors.class, "image", Desk.image(cells(), "image"), "labels", "", "output", folder);
		desk.shoot("scorecard", Desk.window("Scorecard of"));
		desk.clear();
	}

	private void about() throws Exception {
		final String text = (String) desk.run(AboutMotionLayers.class).getOutput("text");
		desk.shoot("about", new TextWindow("About Motion Layers", text, 760, 560));
		desk.clear();
	}
}
