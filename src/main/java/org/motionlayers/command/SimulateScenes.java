package org.motionlayers.command;

import java.io.File;

import ij.ImagePlus;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.ui.Windows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Scenes to learn from or to measure by: movies whose labels, flow, depth and tracks are known exactly. */
@Plugin(type = Command.class, name = "simulate", label = "Simulate Scenes...", menuPath = "Plugins>Motion Layers>Simulate Scenes...",
	headless = true, description = "Makes movies of moving objects whose labels, flow, depth and tracks are known exactly.")
public class SimulateScenes extends MotionCommand {

	/** The most scenes of one call. */
	private static final int MOST_SCENES = 100_000;

	@Parameter(label = "Scene", choices = { "collisions", "dominoes", "traffic", "cells", "streams", "captions", "motions", "clouds" },
		persist = false, description = "Bodies that collide, a row of dominoes, traffic that brakes, cells that crawl, cells that stream together," +
			" shapes that do what a caption says, cells of one of eight classes of motion, or drifting clouds.")
	private String scene = "collisions";

	@Parameter(label = "Size (px)", min = "32", max = "2048", persist = false, description = "Width and height of the frames.")
	private int size = 64;

	@Parameter(label = "Frames", min = "2", max = "1000", persist = false, description = "How many frames a scene has.")
	private int frames = 16;

	@Parameter(label = "Objects (0 = usual)", min = "0", max = "1000", persist = false,
		description = "How many objects a scene has; 0 for 5 bodies, 6 dominoes, 12 vehicles, 12 cells, 3 to 8 shapes, or 5 to 12 cells" +
			" of a class of motion; clouds have none.")
	private int objects = 0;

	@Parameter(label = "Pushed", min = "0", persist = false,
		description = "How many bodies or dominoes move in the first frame; the others rest until they are hit.")
	private int pushed = 1;

	@Parameter(label = "Restitution", min = "0", max = "1", stepSize = "0.1", persist = false,
		description = "Part of the speed kept in a contact of bodies or dominoes, 0 to 1: 1 is elastic.")
	private double restitution = 1;

	@Parameter(label = "Camera (px per frame)", min = "0", max = "8", stepSize = "0.5", persist = false,
		description = "Largest speed of the camera along an axis; it keeps its velocity within a scene.")
	private double camera = 0;

	@Parameter(label = "Number of scenes", min = "1", persist = false,
		description = "How many scenes to make, each of the next seed; more than one need an output folder.")
	private int count = 1;

	@Parameter(label = "Seed", persist = false, description = "Of all that is random in the first scene: the same seed gives the same scene.")
	private long seed = 1;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where every scene gets a folder 1, 2, ... with stacks, tracks and truth; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Depth")
	private ImagePlus depthimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Flow")
	private ImagePlus flowimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels")
	private ImagePlus labelimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Image")
	private ImagePlus image;

	@Override
	protected void execute(final Progress progress) {
		final Scenario scenario = Choice.of("scene", scene, Scenario.class);
		final ScenarioOptions options = new ScenarioOptions(size, frames, objects, pushed, restitution, camera);
		final boolean files = output != null && !output.getPath().isEmpty();
		if (count < 1 || count > MOST_SCENES) throw new InputException("count=" + count + ": the number of scenes is needed, 1 to " + MOST_SCENES +
			".");
		if (count > 1 && !files) throw new InputException("count=" + count + ": an output folder is needed for more than one scene.");
		if (files) write(scenario, options, progress);
		if (count == 1) show(scenario.sample(options, seed));
	}

	private void write(final Scenario scenario, final ScenarioOptions options, final Progress progress) {
		try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			long contacts = 0;
			for (int k = 0; k < count; k++) {
				progress.update(k, count, "simulating " + scene);
				final BodySample made = scenario.sample(options, seed + k);
				contacts += made.contacts().size();
				out.write(Integer.toString(k + 1), path -> SimulatedFiles.write(made, path, progress));
			}
			out.commit(call().record().seed(seed).finding("scenes", count).finding("contacts", contacts));
			log().info("Made " + count + (count == 1 ? " scene" : " scenes") + " of " + scene + ". Written to " + out.folder() + ".");
		}
	}

	private void show(final BodySample made) {
		final SimulatedStacks stacks = SimulatedStacks.of(made);
		depthimage = stacks.depth().image();
		flowimage = stacks.flow().image();
		labelimage = stacks.labels().image();
		image = stacks.image().image();
		for (final ImagePlus shown : new ImagePlus[] { depthimage, flowimage, labelimage, image }) Windows.showInMacro(shown);
	}
}
