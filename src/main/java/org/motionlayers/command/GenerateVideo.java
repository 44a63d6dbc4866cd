package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
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
	private int steps = 50;

	@Parameter(label = "Sampler", choices = { "ddim", "ddpm", "dpmpp" }, persist = false,
		description = "The way from noise to a motion: DDIM, DDPM or DPM-Solver++.")
	private String sampler = "ddim";

	@Parameter(label = "Show the sampling process", persist = false,
		description = "Instead of futures, the first one as it comes out of noise: five moments of the sampling side by side.")
	private boolean process = false;

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

	@Override
	protected void execute(final Progress progress) throws IOException {
		final MotionGenerator.Order order = order();
		final SliceAxis axis = Choice.of("slices", slices, SliceAxis.class);
		try (ClipOutput out = ClipOutput.open(output, overwrite, log())) {
			final ImageInput in = ImageInput.of("image", image, axis);
			resolved("image", in.path().map(path -> path.toAbsolutePath().toString()).orElse(image.getTitle()));
			NetworkEngine.require();
			try (LatentVideo lamd = LatentModels.open(autoencoder, model, order.prompt())) {
				final ClipInput frame = ClipInput.frame(in.movie(), observed, lamd.options());
				out.remark(frame.remarks(false));
				final List<VideoClip> clips = process ? moments(lamd.process(frame.frame(), order, progress)) : lamd.futures(frame.frame(), order, progress);
				final FrameSeries series = new FrameSeries(frame.out(clips, in.movie().title() + ", generated", !process), (t, c) -> t == 0 ? "t observed"
					: "t+" + t + " generated", "Generated by latent motion diffusion, seed " + seed + ".");
				video = out.write("generated.tif", series, in, call(), seed, progress);
			}
		}
	}

	/** What is asked for, checked before anything is read. */
	private MotionGenerator.Order order() {
		if (futures < 1 || futures > MOST) throw new InputException("futures=" + futures + ": the number of clips is needed, 1 to " + MOST + ".");
		final Prompt prompt = LatentModels.prompt(motionclass, text);
		try {
			return new MotionGenerator.Order(prompt, process ? 1 : futures, Drawing.of(sampler, steps), guidance, seed);
		}
		catch (final IllegalArgumentException e) {
			throw new InputException(e.getMessage(), e);
		}
	}

	/** @return noise, three clips on the way, and the last one: as LaMD, Figure 10 */
	private static List<VideoClip> moments(final List<VideoClip> all) {
		final int last = all.size() - 1;
		return List.of(all.get(0), all.get(last / 4), all.get(last / 2), all.get(3 * last / 4), all.get(last));
	}
}
