package org.motionlayers.command;

import java.io.File;

import ij.ImagePlus;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.LabelStacks;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.Sample;
import org.motionlayers.ui.Windows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Something to try things out on: a small movie with its true labels, made on the spot. */
@Plugin(type = Command.class, name = "sample", label = "Open Sample", menuPath = "Plugins>Motion Layers>Open Sample", headless = true,
	description = "Makes a small movie and its true labels to try things out on.")
public class OpenSample extends MotionCommand {

	@Parameter(label = "Sample", choices = { "squares", "cells", "collisions" }, persist = false,
		description = "Moving Squares of the MeloMotion paper, cells that crawl, or bodies that collide.")
	private String sample = "cells";

	@Parameter(label = "Frames", min = "2", max = "1000", persist = false, description = "How many frames to make.")
	private int frames = 16;

	@Parameter(label = "Size (px)", min = "32", max = "2048", persist = false, description = "Width and height of the frames.")
	private int size = 128;

	@Parameter(label = "Seed", persist = false, description = "Of all that is random: the same seed gives the same movie.")
	private long seed = 1;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where image.tif and labels.tif go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels")
	private ImagePlus labelimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Image")
	private ImagePlus image;

	@Override
	protected void execute(final Progress progress) {
		final Sample.Made made = Choice.of("sample", sample, Sample.class).make(size, frames, seed);
		final FrameSeries movie = new FrameSeries(made.movie(), (t, c) -> "", "");
		final FrameSeries labels = LabelStacks.of(made.movie().title() + "-labels", made.labels(), made.movie().calibration());
		if (output != null && !output.getPath().isEmpty()) try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			out.write("image.tif", path -> movie.write(path, progress));
			out.write("labels.tif", path -> labels.write(path, progress));
			out.commit(call().record().seed(seed));
			log().info("Written to " + out.folder() + ".");
		}
		labelimage = labels.image();
		image = movie.image();
		Windows.showInMacro(labelimage);
		Windows.showInMacro(image);
	}
}
