package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The main job: from an image and its labels to the future frames. */
@Plugin(type = Command.class, name = "predict", label = "Predict Motion...", menuPath = "Plugins>Motion Layers>Predict Motion...",
	headless = true, description = "Predicts how every segmented object moves and composites the future frames.")
public class PredictMotion extends MotionCommand {

	@Parameter(label = "Image", persist = false, description = "One frame or a time-lapse, 2D or 3D, any channels.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation file or folder, title of an open label image, auto to segment here, or empty for the other open image.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "How many leading frames may be looked at; the last of them is the reference frame.")
	private int observed = 0;

	@Parameter(label = "Future frames", min = "1", persist = false, description = "How many frames to predict.")
	private int frames = 10;

	@Parameter(label = "Predictor", persist = false, choices = { "perobject", "hierarchical", "velocity", "kalman", "still", "arrows" },
		description = "What predicts the motion; any MotionPredictor plugin that is installed can be named.")
	private String predictor = PredictorService.DEFAULT;

	@Parameter(label = "Arrows (label:dx,dy in px per frame)", required = false, persist = false,
		description = "Objects whose velocity you know: 12:3.5,-1;17:0,2, or a CSV file with label, dx, dy, or ImageJ arrows in a .roi or .zip file.")
	private String arrows = "";

	@Parameter(label = "Background", persist = false, choices = { "auto", "temporal", "noise", "harmonic", "constant" },
		description = "What fills the pixels behind the objects; any Inpainter plugin that is installed can be named.")
	private String background = InpaintingService.DEFAULT;

	@Parameter(label = "Overlap", choices = { "over", "sum" }, persist = false,
		description = "Where layers meet: over, the nearest hides the others; sum, values are added.")
	private String overlap = "over";

	@Parameter(label = "Depth image", required = false, persist = false, style = "open",
		description = "Distance from the viewer at every pixel, for who hides whom; without it smaller objects lie in front.")
	private File depth = new File("");

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Keep", choices = { "predicted", "observed" }, persist = false,
		description = "Predicted frames alone, or the observed frames in front of them.")
	private String keep = "predicted";

	@Parameter(label = "Seed", persist = false, description = "Of all random choices: the same seed gives the same bytes.")
	private long seed = 0;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where video, labels, flow, tracks and record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Cell Tracking Challenge folder", persist = false, description = "Write masks and res_track.txt too.")
	private boolean ctc = false;

	@Parameter(label = "ROI zip", persist = false, description = "Write the outlines as ImageJ ROIs too.")
	private boolean rois = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted frames")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted labels")
	private ImagePlus videolabels;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final ImageInput in = ImageInput.of("image", image, Choice.of("slices", slices, SliceAxis.class));
		in.remarks().forEach(log()::info);
		final boolean front = Choice.of("keep", keep, Keep.class) == Keep.OBSERVED;
		final PredictionOptions options = options(in);
		try (PredictionOutput out = PredictionOutput.open(output, overwrite, context())) {
			final LabelInput given = LabelInput.of(labels, image, in.movie(), layers, progress);
			final Prediction prediction = layers.predict(in.movie(), given.segmentation(), options, progress);
			out.write(prediction, in, given, new PredictionOutput.Wishes(front, ctc, rois), call(), progress);
			video = front ? VideoStacks.image(prediction.observed(), prediction.video()).image() : VideoStacks.image(prediction.video()).image();
			videolabels = front ? VideoStacks.labels(prediction.labels(), prediction.video()).image() : VideoStacks.labels(prediction.video())
				.image();
			log().info(Summary.of(prediction, out.folder()));
		}
	}

	private PredictionOptions options(final ImageInput in) throws IOException {
		final Optional<Frame> depthImage = depth == null || depth.getPath().isEmpty() ? Optional.empty() : Optional.of(DepthInput.of(depth
			.toPath(), in.movie()));
		return PredictionOptions.of(frames).withObserved(observed).withPredictor(predictor).withCues(scene -> ArrowInput.of(arrows, scene))
			.withBackground(background).withMode(Choice.of("overlap", overlap, Mode.class)).withDepth(depthImage).withSeed(seed);
	}

	/** What the stacks begin with. */
	private enum Keep {
		/** The first predicted frame. */
		PREDICTED,
		/** The first observed frame. */
		OBSERVED
	}
}
