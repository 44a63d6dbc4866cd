package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.LabelStacks;
import org.motionlayers.io.track.ObjectList;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.ui.Windows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A segmentation of any format as a label stack. */
@Plugin(type = Command.class, name = "import", label = "Import Segmentation...", menuPath = "Plugins>Motion Layers>Import Segmentation...",
	headless = true, description = "Reads a segmentation of any known format for an image and makes it a label stack.")
public class ImportSegmentation extends MotionCommand {

	@Parameter(label = "Image", persist = false, description = "The image that the segmentation belongs to.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, style = "both", description = "Segmentation file or folder, or auto to segment here.")
	private File labels = new File("");

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where labels.tif and objects.csv go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels")
	private ImagePlus labelimage;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (labels == null || labels.getPath().isEmpty()) throw new InputException(
			"labels: a segmentation file or folder is needed, or auto to segment here.");
		final ImageInput in = ImageInput.of("image", image, Choice.of("slices", slices, SliceAxis.class));
		in.remarks().forEach(log()::info);
		final LabelInput given = LabelInput.of(labels.getPath(), Optional.empty(), in.movie(), layers, progress);
		final FrameSeries stack = LabelStacks.of(in.movie().title() + "-labels", given.segmentation(), in.movie().calibration());
		final String objects = ObjectList.csv(given.segmentation(), progress);
		if (output != null && !output.getPath().isEmpty()) write(in, given, stack, objects, progress);
		labelimage = new FrameSeries(stack.movie(), stack.labels(), stack.info() + "\n" + objects).image();
		Windows.showInMacro(labelimage);
	}

	private void write(final ImageInput in, final LabelInput given, final FrameSeries stack, final String objects, final Progress progress)
		throws IOException
	{
		try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			out.write("labels.tif", path -> stack.write(path, progress));
			out.write("objects.csv", path -> Files.writeString(path, objects));
			final RunRecord record = call().record();
			InputRecord.image(record, in, progress);
			InputRecord.labels(record, given, progress);
			out.commit(record.finding("objects", objects.lines().count() - 1));
			log().info("Written to " + out.folder() + ".");
		}
	}
}
