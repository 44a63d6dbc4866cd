package org.motionlayers.command;

import java.io.File;
import java.io.IOException;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.PredictionOptions;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.io.layer.LayerStack;
import org.motionlayers.io.layer.ObjectTable;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.Windows;
import org.motionlayers.ui.roi.LayerOutlines;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Takes the reference frame apart into a stack of layers that can be edited and composited again. */
@Plugin(type = Command.class, name = "decompose", label = "Decompose into Layers...",
	menuPath = "Plugins>Motion Layers>Decompose into Layers...", headless = true,
	description = "Takes a segmented frame apart into a stack of layers, one an object, with outlines that can be moved.")
public class DecomposeLayers extends MotionCommand {

	@Parameter(label = "Image", persist = false,
		description = "One frame or a time-lapse, 2D or 3D, any channels; or predicted frames, whose reference frame is then taken apart.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation file or folder, title of an open label image, auto to segment here, or empty for the open label image.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "How many leading frames may be looked at; the last of them is taken apart, the others show what its objects hide.")
	private int observed = 0;

	@Parameter(label = "Background", persist = false, choices = { "auto", "temporal", "noise", "harmonic", "constant" },
		description = "What fills the pixels behind the objects; any Inpainter plugin that is installed can be named.")
	private String background = InpaintingService.DEFAULT;

	@Parameter(label = "Depth image", required = false, persist = false, style = "open",
		description = "Distance from the viewer at every pixel, for who hides whom; without it smaller objects lie in front.")
	private File depth = new File("");

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Seed", persist = false, description = "Of all random choices: the same seed gives the same bytes.")
	private long seed = 0;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where layers, labels, outlines, the table of objects and the record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Show table", persist = false, description = "Show a table of the objects; without a desktop nothing is shown.")
	private boolean table = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Layers")
	private ImagePlus layers;

	@Parameter
	private MotionLayersService service;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final PredictionOptions options = PredictionOptions.of(1).withObserved(observed).withBackground(background).withSeed(seed);
		final SceneInput.Wishes wishes = new SceneInput.Wishes(labels, options, depth, Choice.of("slices", slices, SliceAxis.class));
		try (LayerOutput out = LayerOutput.open(output, overwrite)) {
			final SceneInput in = SceneInput.of(image, wishes, service, progress);
			took(in, image);
			out.write(in, call().record().seed(seed), progress);
			layers = LayerStack.of(in.scene(), in.reference()).image();
			LayerOutlines.draw(in.scene(), layers);
			if (in.motion().isPresent()) Remembered.of(image).ifPresent(prediction -> Remembered.remember(layers, prediction));
			Windows.showInMacro(layers);
			if (table && Windows.canShow()) new ObjectTable(in.scene()).resultsTable().show("Objects of " + layers.getTitle());
			log().info(Summary.of(in, out.folder()));
		}
	}
}
