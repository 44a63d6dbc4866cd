package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Latent motion diffusion: the motion of a clip on the first frame of another, or motions between those of two clips. */
@Plugin(type = Command.class, name = "transfer", label = "Transfer Motion...", menuPath = "Plugins>Motion Layers>Transfer Motion...", headless = true,
	description = "Moves a frame as a clip moves, or in steps from the motion of one clip to that of another, by latent motion diffusion.")
public class TransferMotion extends MotionCommand {

	/** The most clips of one call. */
	private static final int MOST = 16;

	@Parameter(label = "Image", persist = false, description = "What is moved: one frame or a time-lapse of one plane, any size, channels and pixel type.")
	private ImagePlus image;

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false, description = "The last of so many leading frames is moved.")
	private int observed = 1;

	@Parameter(label = "Motion", persist = false,
		description = "The clip whose motion is taken: a file or the title of an open image; empty for the image itself, which is then reconstructed.")
	private String motion = "";

	@Parameter(label = "Towards", required = false, persist = false,
		description = "A second clip: motions go evenly from the first to this one; empty for the first alone.")
	private String towards = "";

	@Parameter(label = "Clips between", min = "2", max = "16", persist = false,
		description = "With a second clip, how many motions from the one to the other, both included; they are shown side by side.")
	private int between = 5;

	@Parameter(label = "Autoencoder", required = false, persist = false,
		description = "Folder or name of a trained autoencoder of clips; empty for the shipped one.")
	private String autoencoder = "";

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where the clips and the record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Moved frames")
	private ImagePlus video;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (between < 2 || between > MOST) throw new InputException("between=" + between + ": the number of motions is needed, 2 to " + MOST + ".");
		final SliceAxis axis = Choice.of("slices", slices, SliceAxis.class);
		try (ClipOutput out = ClipOutput.open(output, overwrite, log())) {
			final ImageInput in = took(image, axis);
			NetworkEngine.require();
			try (LatentVideo lamd = LatentVideo.open(LatentSettings.autoencoderFolder(autoencoder))) {
				final ClipInput frame = ClipInput.frame(in.movie(), observed, lamd.options());
				final List<String> remarks = new ArrayList<>(frame.remarks(false));
				final ClipInput first = ClipInput.clip("motion", motion.isBlank() ? in.movie() : NamedInput.image("motion", motion, axis).movie(), lamd
					.options());
				remarks.addAll(first.remarks(true));
				final List<VideoClip> clips = new ArrayList<>();
				if (towards.isBlank()) clips.add(lamd.transfer(first.clip(), frame.frame()));
				else {
					final ClipInput last = ClipInput.clip("towards", NamedInput.image("towards", towards, axis).movie(), lamd.options());
					remarks.addAll(last.remarks(true));
					clips.addAll(lamd.interpolate(first.clip(), last.clip(), frame.frame(), between));
				}
				out.remark(remarks.stream().distinct().toList());
				final FrameSeries series = new FrameSeries(frame.out(clips, in.movie().title() + ", moved", true), (t, c) -> t == 0 ? "t observed" : "t+" + t +
					" moved", "Moved as '" + first.movie().title() + "' moves, by latent motion diffusion.");
				video = out.write("moved.tif", series, in, call(), 0, progress);
			}
		}
	}
}
