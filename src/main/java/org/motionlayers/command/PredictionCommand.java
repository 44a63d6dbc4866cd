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
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.DreamerSettings;
import org.motionlayers.io.StackFormat;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.scijava.ItemIO;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/** What commands share that go from an image and its labels to future frames: all but where the arrows come from. */
public abstract class PredictionCommand extends MotionCommand implements Previewable {

	@Parameter(label = "Image", persist = false, description = "One frame or a time-lapse, 2D or 3D, any channels.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation file or folder, title of an open label image, auto to segment here, or empty for the open label image.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "How many leading frames may be looked at; the last of them is the reference frame.")
	private int observed = 0;

	@Parameter(label = "Future frames", min = "1", persist = false, description = "How many frames to predict.")
	private int frames = 10;

	@Parameter(label = "Predictor", persist = false, choices = { "hierarchical", "perobject", "velocity", "kalman", "still", "arrows",
		"dreamer", "lamd" },
		description = "What predicts the motion; any MotionPredictor plugin that is installed can be named.")
	private String predictor = PredictorService.DEFAULT;

	@Parameter(label = "Model", required = false, persist = false,
		description = "Folder or name of a trained model for predictor=dreamer; empty for the shipped one.")
	private String model = DreamerSettings.DEFAULT.model();

	@Parameter(label = "Space", choices = { "auto", "objects", "grid" }, persist = false,
		description = "What predictor=dreamer reasons in: objects, a token for every object; grid, flow and masks on a grid of pixels; auto, what the model says.")
	private String space = DreamerSettings.AUTO;

	@Parameter(label = "Sampling steps", min = "2", max = "1000", persist = false,
		description = "How many calls of the network predictor=dreamer takes from noise to a motion.")
	private int steps = Drawing.DEFAULT.steps();

	@Parameter(label = "Sampler", choices = { "ddim", "ddpm", "dpmpp" }, persist = false,
		description = "The way of predictor=dreamer from noise to a motion: DDIM, DDPM or DPM-Solver++.")
	private String sampler = "ddim";

	@Parameter(label = "Arrows (label:dx,dy in px)", required = false, persist = false,
		description = "Objects whose motion you know: 12:3.5,-1;17:0,2, or a CSV file with label, dx, dy, or ImageJ arrows in a .roi or .zip file; empty for none, or for those drawn where the command takes them.")
	private String arrows = "";

	@Parameter(label = "An arrow spans", choices = { "frame", "prediction" }, persist = false,
		description = "Whether an arrow is the displacement per frame, or over the whole prediction.")
	private String spans = "frame";

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

	@Parameter(label = "Stacks are written as", choices = { "tif", "bigtiff", "zarr" }, persist = false,
		description = "Of the files in the output folder: tif, for ImageJ; bigtiff, for other programs beyond 4 GB; zarr, OME-Zarr 0.4 with the labels inside.")
	private String stacks = "tif";

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Cell Tracking Challenge folder", persist = false, description = "Write masks and res_track.txt too.")
	private boolean ctc = false;

	@Parameter(label = "ROI zip", persist = false, description = "Write the outlines as ImageJ ROIs too.")
	private boolean rois = false;

	@Parameter(label = "Sampled futures (0 = none)", min = "0", persist = false,
		description = "How many possible futures to draw for quantiles.csv, probability.tif and fan.png in the output folder.")
	private int futures = 0;

	@Parameter(label = "Show table", persist = false, description = "Show a table of every object in every frame; without a desktop nothing is shown.")
	private boolean table = true;

	@Parameter(label = "Show plots", persist = false, description = "Plot displacement and speed over time; without a desktop nothing is shown.")
	private boolean plots = true;

	@Parameter(label = "Preview paths", persist = false, description = "Draw the predicted paths over the image while this dialog is open.")
	private boolean preview = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted frames")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted labels")
	private ImagePlus videolabels;

	@Parameter
	private MotionLayersService layers;

	private final MotionPreview previews = new MotionPreview();

	/**
	 * Turns the parameter arrows into cues.
	 *
	 * @param text the parameter
	 * @param image that the command was given
	 * @param scene the objects
	 * @param arrowFrames number of frames that an arrow spans
	 * @return the arrows, pixels per frame
	 */
	protected abstract Cues cues(String text, ImagePlus image, Scene scene, int arrowFrames);

	@Override
	protected final void execute(final Progress progress) throws IOException {
		previews.stop();
		final boolean front = Choice.of("keep", keep, Keep.class) == Keep.OBSERVED;
		perform(options(), new PredictionOutput.Wishes(front, ctc, rois, Choice.of("stacks", stacks, StackFormat.class)), progress);
	}

	/**
	 * The whole job, from the image to files and stacks, or a part of it.
	 *
	 * @param options what is asked for, checked
	 * @param wishes what is written
	 * @param progress is told and asked
	 * @throws IOException where a file cannot be read or written
	 */
	void perform(final PredictionOptions options, final PredictionOutput.Wishes wishes, final Progress progress) throws IOException {
		try (PredictionOutput out = PredictionOutput.open(output, overwrite, layers)) {
			final SegmentedInput in = input(progress);
			took(in);
			final PredictionStacks made = new PredictionJob(layers, completed(options, in), futures, wishes).run(in, out, this::call, log(), progress)
				.stacks();
			video = made.video();
			videolabels = made.labels();
			made.show(table, plots, progress).ifPresent(log()::info);
		}
	}

	/** @return the stages */
	final MotionLayersService layers() {
		return layers;
	}

	/** @return where files go, as the user gave it */
	final File output() {
		return output;
	}

	/** @return how many futures are asked for */
	final int futures() {
		return futures;
	}

	/** @return image and labels, as they were given */
	final SegmentedInput input(final Progress progress) throws IOException {
		return SegmentedInput.of(image, labels, Choice.of("slices", slices, SliceAxis.class), layers, progress);
	}

	/** What is asked for, checked before any file is read. */
	private PredictionOptions options() {
		Findings.check(futures, output);
		Choice.of("spans", spans, ArrowInput.Span.class);
		Choice.of("slices", slices, SliceAxis.class);
		return PredictionOptions.of(frames).withObserved(observed).withPredictor(predictor).withBackground(background).withMode(Choice.of(
			"overlap", overlap, Mode.class)).withSeed(seed).withSettings(ReasonerInput.settings(predictor, model, space, steps, sampler));
	}

	/** The same with arrows and depth, which belong to the image. */
	final PredictionOptions completed(final PredictionOptions options, final SegmentedInput in) throws IOException {
		final Optional<Frame> depthImage = DepthInput.of(depth, in.image().movie());
		final int arrowFrames = Choice.of("spans", spans, ArrowInput.Span.class).frames(frames);
		return options.withCues(scene -> cues(arrows, in.plus(), scene, arrowFrames)).withDepth(depthImage);
	}

	/** Draws the paths over the image, in the background, where the user wants it; called at every change of the dialog. */
	@Override
	public void preview() {
		previews.stop();
		if (preview && image != null && image.getWidth() > 0) previews.start(image, this::predictOnly, status());
	}

	private Prediction predictOnly(final Progress progress) throws IOException {
		final SegmentedInput in = input(progress);
		return layers.predict(in.image().movie(), in.labels().segmentation(), completed(options(), in), progress);
	}

	/** Takes the preview away. */
	@Override
	public void cancel() {
		previews.stop();
	}
}
