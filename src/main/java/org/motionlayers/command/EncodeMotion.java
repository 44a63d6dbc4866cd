package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Latent motion diffusion: the motion of a clip as one small image. */
@Plugin(type = Command.class, name = "encode", label = "Encode Motion...", menuPath = "Plugins>Motion Layers>Encode Motion...", headless = true,
	description = "Reads the motion of a clip into one small image, its latent, by the autoencoder of latent motion diffusion.")
public class EncodeMotion extends MotionCommand {

	@Parameter(label = "Image", persist = false, description = "A clip of one plane, any size, channels and pixel type.")
	private ImagePlus image;

	@Parameter(label = "Autoencoder", required = false, persist = false,
		description = "Folder or name of a trained autoencoder of clips; empty for the shipped one.")
	private String autoencoder = "";

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where the latent and the record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Latent")
	private ImagePlus latent;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final SliceAxis axis = Choice.of("slices", slices, SliceAxis.class);
		try (ClipOutput out = ClipOutput.open(output, overwrite, log())) {
			final ImageInput in = took(image, axis);
			NetworkEngine.require();
			try (LatentVideo lamd = LatentVideo.open(LatentSettings.autoencoderFolder(autoencoder))) {
				final ClipInput clip = ClipInput.clip("image", in.movie(), lamd.options());
				out.remark(clip.remarks(true));
				final MotionLatent motion = lamd.encode(clip.clip());
				out.remark(List.of("Motion of " + lamd.options().frames() + " frames in " + motion.shape() + " numbers, " + String.format(java.util.Locale.ROOT,
					"%.2f", motion.divergence()) + " nats each."));
				latent = out.write("latent.tif", new FrameSeries(movie(in.movie().title(), motion), (t, c) -> t == 0 ? "mean" : "log variance",
					"Latent of motion: means in frame 1, logarithms of variances in frame 2."), in, call(), 0, progress);
			}
		}
	}

	/** @return two frames, means and logarithms of variances, a channel each of the latent's */
	private static Movie movie(final String title, final MotionLatent motion) {
		final LatentShape shape = motion.shape();
		final Shape size = new Shape(shape.w(), shape.h(), 1, shape.d());
		return Movie.of(title + ", latent", List.of(new Frame(PixelType.FLOAT32, size, motion.mean()), new Frame(PixelType.FLOAT32, size, motion
			.logVariance())));
	}
}
