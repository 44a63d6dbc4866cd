package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.PredictionOptions;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.lamd.LatentMotionPredictor;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.Windows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Latent motion diffusion: one frame in, clips out that begin with it, of any motion, of a class, or of what a sentence says. */
@Plugin(type = Command.class, name = "generate", label = "Generate Video...", menuPath = "Plugins>Motion Layers>Generate Video...", headless = true,
	description = "Generates clips that begin with a frame, by latent motion diffusion: of any motion, of a class, or of what a sentence says.")
public class GenerateVideo extends MotionCommand {

	/** The most clips of one call. */
	private static final int MOST = 64;

	@Parameter(label = "Image", persist = false, description = "One frame or a time-lapse of one plane, any size, channels and pixel type.")
	private ImagePlus image;

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false, description = "The last of so many leading frames begins the clips.")
	private int observed = 0;

	@Parameter(label = "Class of motion", required = false, persist = false,
		description = "directed, confined, brownian, rotation, divergence, convergence, drift or still, where the model knows them; empty for any motion.")
	private String motionclass = "";

	@Parameter(label = "Text", required = false, persist = false,
		description = "A sentence that says what moves how, such as: the large red disc moves left; empty for any motion.")
	private String text = "";

	@Parameter(label = "Futures", min = "1", max = "64", persist = false, description = "How many clips are drawn; several are shown side by side.")
	private int futures = 1;

	@Parameter(label = "Guidance", min = "0", max = "100", persist = false,
		description = "How strictly class or text is followed, or without both the frame: 1 as the model has learned it, more is stricter.")
	private double guidance = 1;

	@Parameter(label = "Sampling steps", min = "2", max = "1000", persist = false,
		description = "How many calls of the network it takes from noise to a motion.")
	private int steps = LatentSettings.STEPS;

	@Parameter(label = "Sampler", choices = { "ddim", "ddpm", "dpmpp" }, persist = false,
		description = "The way from noise to a motion: DDIM, DDPM or DPM-Solver++.")
	private String sampler = "ddim";

	@Parameter(label = "Show the sampling process", persist = false,
		description = "Instead of futures, the first one as it comes out of noise: five moments of the sampling side by side.")
	private boolean process = false;

	@Parameter(label = "Render", choices = { "frames", "layers", "both" }, persist = false,
		description = "frames, as the network draws them; layers, every object is followed through the generated clip and its layer moved, sharp at any size, with labels and tracks; both.")
	private String render = "frames";

	@Parameter(label = "Labels", persist = false, required = false,
		description = "For render=layers and both: segmentation file or folder, title of an open label image, auto to segment here, or empty for the open label image.")
	private String labels = "";

	@Parameter(label = "Model", required = false, persist = false,
		description = "Folder or name of a trained generator; empty for the shipped one of class, text or any motion.")
	private String model = "";

	@Parameter(label = "Autoencoder", required = false, persist = false,
		description = "Folder or name of the autoencoder that the generator was trained with; empty for the shipped one.")
	private String autoencoder = "";

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Seed", persist = false, description = "Of all random choices: the same seed gives the same bytes.")
	private long seed = 0;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where the clips and the record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Generated clips")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels of the moved layers")
	private ImagePlus videolabels;

	@Parameter(type = ItemIO.OUTPUT, label = "Generated frames beside the moved layers")
	private ImagePlus drawnimage;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (futures < 1 || futures > MOST) throw new InputException("futures=" + futures + ": the number of clips is needed, 1 to " + MOST + ".");
		final LatentSettings settings = LatentSettings.of(model, autoencoder, motionclass, text, sampler, steps, guidance);
		final SliceAxis axis = Choice.of("slices", slices, SliceAxis.class);
		final LatentRender rendered = Choice.of("render", render, LatentRender.class);
		settings.autoencoderFolder();
		settings.generatorFolder();
		if (rendered == LatentRender.FRAMES) frames(settings, axis, progress);
		else layers(settings, axis, rendered, progress);
	}

	private void frames(final LatentSettings settings, final SliceAxis axis, final Progress progress) throws IOException {
		try (ClipOutput out = ClipOutput.open(output, overwrite, log())) {
			final ImageInput in = took(image, axis);
			NetworkEngine.require();
			try (LatentVideo lamd = LatentVideo.open(settings.autoencoderFolder(), settings.generatorFolder())) {
				final ClipInput frame = ClipInput.frame(in.movie(), observed, lamd.options());
				out.remark(frame.remarks(false));
				final List<VideoClip> clips = process ? moments(lamd.process(frame.frame(), settings.order(1, seed), progress)) : lamd.futures(frame.frame(),
					settings.order(futures, seed), progress);
				final FrameSeries series = new FrameSeries(frame.out(clips, in.movie().title() + ", generated", !process), (t, c) -> t == 0 ? "t observed"
					: "t+" + t + " generated", "Generated by latent motion diffusion, seed " + seed + ".");
				video = out.write("generated.tif", series, in, call(), seed, progress);
			}
		}
	}

	private void layers(final LatentSettings settings, final SliceAxis axis, final LatentRender rendered, final Progress progress)
		throws IOException
	{
		if (futures > 1 || process) throw new InputException("render=" + render + ": layers are moved by one future; give futures=1 process=false, or" +
			" render=frames.");
		try (PredictionOutput out = PredictionOutput.open(output, overwrite, layers)) {
			final SegmentedInput in = SegmentedInput.of(image, labels, axis, layers, progress);
			took(in);
			NetworkEngine.require();
			final LatentLayers job = new LatentLayers(settings, seed);
			final PredictionJob.Done done = new PredictionJob(layers, PredictionOptions.of(job.frames()).withObserved(observed).withPredictor(
				LatentMotionPredictor.NAME).withSeed(seed).withSettings(settings.map()), 0, new PredictionOutput.Wishes(false, false, false),
				rendered == LatentRender.BOTH ? job : PredictionJob.Drawer.NONE).run(in, out, this::call, log(), progress);
			video = done.stacks().video();
			videolabels = done.stacks().labels();
			drawnimage = done.drawn().map(FrameSeries::image).orElse(null);
			if (drawnimage != null) Windows.showInMacro(drawnimage);
			done.stacks().show(false, false, progress);
		}
	}

	/** @return noise, three clips on the way, and the last one: as LaMD, Figure 10 */
	private static List<VideoClip> moments(final List<VideoClip> all) {
		final int last = all.size() - 1;
		return List.of(all.get(0), all.get(last / 4), all.get(last / 2), all.get(3 * last / 4), all.get(last));
	}
}
