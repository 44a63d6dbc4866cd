package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.PredictionOptions;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.DreamerPredictor;
import org.motionlayers.dreamer.DreamerSettings;
import org.motionlayers.dreamer.Render;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.ui.Windows;
import org.motionlayers.ui.roi.DrawnArrows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Motion Dreamer: arrows on a few objects in, the motion of all out, as frames, labels and several possible futures. */
@Plugin(type = Command.class, name = "dream", label = "Predict Motion with Diffusion...",
	menuPath = "Plugins>Motion Layers>Predict Motion with Diffusion...", headless = true,
	description = "Reasons the motion of all objects from arrows on a few by a diffusion model, and composites the future frames.")
public class PredictWithDiffusion extends MotionCommand {

	@Parameter(label = "Image", persist = false, description = "One frame or a time-lapse, 2D or 3D, any channels.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation file or folder, title of an open label image, auto to segment here, or empty for the open label image.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "How many leading frames may be looked at; the last of them is the reference frame.")
	private int observed = 0;

	@Parameter(label = "Future frames", min = "1", persist = false, description = "How many frames to predict.")
	private int frames = 8;

	@Parameter(label = "Arrows (label:dx,dy in px)", required = false, persist = false,
		description = "Objects whose motion you know: 12:3.5,-1;17:0,2, a CSV file with label, dx, dy, or ImageJ arrows in a .roi or .zip file; empty for those drawn on the image, if any.")
	private String arrows = "";

	@Parameter(label = "An arrow spans", choices = { "frame", "prediction" }, persist = false,
		description = "Whether an arrow is the mean displacement per frame, or that over the whole prediction.")
	private String spans = "frame";

	@Parameter(label = "Model", required = false, persist = false,
		description = "Folder or name of a trained model; empty for the shipped one of the space.")
	private String model = DreamerSettings.DEFAULT.model();

	@Parameter(label = "Space", choices = { "auto", "objects", "grid" }, persist = false,
		description = "What the model reasons in: objects, a token for every object; grid, flow and masks on a grid of pixels; auto, what the model says.")
	private String space = DreamerSettings.AUTO;

	@Parameter(label = "Sampling steps", min = "2", max = "1000", persist = false,
		description = "How many calls of the network it takes from noise to a motion.")
	private int steps = Drawing.DEFAULT.steps();

	@Parameter(label = "Sampler", choices = { "ddim", "ddpm", "dpmpp" }, persist = false,
		description = "The way from noise to a motion: DDIM, DDPM or DPM-Solver++.")
	private String sampler = "ddim";

	@Parameter(label = "Typical of (samples)", min = "1", max = "64", persist = false,
		description = "Of so many sampled motions the one nearest to all others is composited.")
	private int samples = DreamerSettings.DEFAULT.samples();

	@Parameter(label = "Futures (0 = none)", min = "0", persist = false,
		description = "How many possible futures to draw besides: 2 to 16 are shown side by side; with an output folder also quantiles.csv, probability.tif and fan.png.")
	private int futures = 0;

	@Parameter(label = "Render", choices = { "layers", "decoder", "both" }, persist = false,
		description = "What makes the frames: layers, moved and composited, sharp at any size; decoder, a network draws them (stage II, 2D); both.")
	private String render = "layers";

	@Parameter(label = "Decoder", required = false, persist = false,
		description = "Folder or name of a trained video decoder for render=decoder and both; empty for the shipped one.")
	private String decoder = "";

	@Parameter(label = "Background", persist = false, choices = { "auto", "temporal", "noise", "harmonic", "constant" },
		description = "What fills the pixels behind the objects; any Inpainter plugin that is installed can be named.")
	private String background = InpaintingService.DEFAULT;

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

	@Parameter(type = ItemIO.OUTPUT, label = "Futures side by side")
	private ImagePlus futureimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Drawn frames")
	private ImagePlus drawnimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted frames")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Predicted labels")
	private ImagePlus videolabels;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final boolean front = Choice.of("keep", keep, Keep.class) == Keep.OBSERVED;
		final DecoderInput stageTwo = new DecoderInput(Render.of(render), decoder, DreamerSettings.drawing(sampler, steps), seed);
		final PredictionOptions options = options(stageTwo);
		try (PredictionOutput out = PredictionOutput.open(output, overwrite, layers)) {
			final SegmentedInput in = SegmentedInput.of(image, labels, Choice.of("slices", slices, SliceAxis.class), layers, progress);
			took(in);
			final int arrowFrames = Choice.of("spans", spans, ArrowInput.Span.class).frames(frames);
			final PredictionOptions asked = options.withDepth(DepthInput.of(depth, in.image().movie())).withCues(scene -> cues(in.plus(), scene,
				arrowFrames));
			final PredictionJob.Done done = new PredictionJob(layers, asked, futures, new PredictionOutput.Wishes(front, false, false),
				stageTwo::draw).run(in, out, this::call, log(), progress);
			show(done, progress);
		}
	}

	/** What is asked for, checked before any file is read; that there is a model and an engine, too. */
	private PredictionOptions options(final DecoderInput stageTwo) {
		if (futures < 0 || futures > Findings.MOST_FUTURES) throw new InputException("futures=" + futures +
			": the number of futures to draw is needed, 0 to " + Findings.MOST_FUTURES + ".");
		final boolean shown = futures == 0 || futures > 1 && futures <= Findings.MOST_SIDE_BY_SIDE;
		if (!shown) Findings.check(futures, output);
		Choice.of("spans", spans, ArrowInput.Span.class);
		Choice.of("slices", slices, SliceAxis.class);
		final DreamerSettings settings = DreamerSettings.of(model, space, steps, sampler, samples);
		final PredictionOptions options = PredictionOptions.of(frames).withObserved(observed).withPredictor(DreamerPredictor.NAME).withBackground(
			background).withSeed(seed).withSettings(settings.map());
		settings.folder();
		stageTwo.folder();
		NetworkEngine.require();
		return options;
	}

	/** Arrows are those of the parameter, else those drawn, else none. */
	private Cues cues(final ImagePlus drawnOn, final Scene scene, final int arrowFrames) {
		if (!arrows.isBlank() || !DrawnArrows.areOn(drawnOn)) return ArrowInput.of(arrows, scene, arrowFrames);
		final Cues cues = DrawnArrows.of(drawnOn, scene.labelImage(), scene.shape(), arrowFrames);
		// in words, so that the call can be run again where they are not drawn
		resolved("arrows", ArrowInput.text(cues));
		resolved("spans", "frame");
		return cues;
	}

	private void show(final PredictionJob.Done done, final Progress progress) {
		futureimage = done.findings().montage().map(FrameSeries::image).orElse(null);
		drawnimage = done.drawn().map(FrameSeries::image).orElse(null);
		video = Render.of(render).layers() ? done.stacks().video() : null;
		videolabels = done.stacks().labels();
		for (final ImagePlus shown : new ImagePlus[] { futureimage, drawnimage }) Optional.ofNullable(shown).ifPresent(Windows::showInMacro);
		if (Render.of(render).layers()) done.stacks().show(false, false, progress);
		else Windows.showInMacro(videolabels);
	}
}
