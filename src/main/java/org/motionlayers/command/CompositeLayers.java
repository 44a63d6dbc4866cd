package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.edit.Edit;
import org.motionlayers.scene.edit.EditParser;
import org.motionlayers.scene.edit.LayeredMotion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** "What if": layers, edited or not, composited along tracks that are already known. Nothing is predicted. */
@Plugin(type = Command.class, name = "composite", label = "Composite Layers...", menuPath = "Plugins>Motion Layers>Composite Layers...",
	headless = true, description = "Composites edited layers along tracks that are already known, without predicting again.")
public class CompositeLayers extends MotionCommand {

	@Parameter(label = "Image", persist = false,
		description = "A layer stack, edited or not; predicted frames; or an image whose labels are given, which is taken apart first.")
	private ImagePlus image;

	@Parameter(label = "Tracks", persist = false, required = false,
		description = "Table of tracks (CSV), TrackMate XML, a folder that predict wrote, the title of an open table, or empty for what the image remembers.")
	private String tracks = "";

	@Parameter(label = "Edits", persist = false, required = false,
		description = "What changes, in px and labels: move 12 by 5,-3; move 12 like 7; freeze 4; delete 7; clone 12 by 30,40; front 3; back 3; depth 3 to 2.5.")
	private String edits = "";

	@Parameter(label = "Outlines", persist = false, required = false,
		description = "Moved, deleted or copied outlines: a .roi or .zip file, manager for the ROI Manager, none, or empty for the overlay of the layer stack.")
	private String rois = "";

	@Parameter(label = "Future frames (0 = all that the tracks tell)", min = "0", persist = false, description = "How many frames to composite.")
	private int frames = 0;

	@Parameter(label = "Overlap", choices = { "over", "sum" }, persist = false,
		description = "Where layers meet: over, the nearest hides the others; sum, values are added.")
	private String overlap = "over";

	@Parameter(label = "Keep", choices = { "predicted", "observed" }, persist = false,
		description = "Future frames alone, or the edited reference frame in front of them.")
	private String keep = "predicted";

	@Parameter(label = "Labels", persist = false, required = false,
		description = "For an image that is not taken apart yet: segmentation file or folder, title of an open label image, auto, or empty for the open label image.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "For an image that is not taken apart yet: how many leading frames may be looked at; the last of them is the reference frame.")
	private int observed = 0;

	@Parameter(label = "Background", persist = false, choices = { "auto", "temporal", "noise", "harmonic", "constant" },
		description = "For an image that is not taken apart yet: what fills the pixels behind the objects.")
	private String background = InpaintingService.DEFAULT;

	@Parameter(label = "Depth image", required = false, persist = false, style = "open",
		description = "For an image that is not taken apart yet: distance from the viewer at every pixel, for who hides whom.")
	private File depth = new File("");

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Seed", persist = false, description = "Of the background's random choices: the same seed gives the same bytes.")
	private long seed = 0;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where video, labels, flow, tracks and record go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Cell Tracking Challenge folder", persist = false, description = "Write masks and res_track.txt too.")
	private boolean ctc = false;

	@Parameter(label = "Show table", persist = false, description = "Show a table of every object in every frame; without a desktop nothing is shown.")
	private boolean table = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Composited frames")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Composited labels")
	private ImagePlus videolabels;

	@Parameter
	private MotionLayersService service;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final boolean front = Choice.of("keep", keep, Keep.class) == Keep.OBSERVED;
		final Mode mode = Choice.of("overlap", overlap, Mode.class);
		final List<Edit> written = EditParser.parse(edits);
		final PredictionOptions options = PredictionOptions.of(1).withObserved(observed).withBackground(background).withSeed(seed);
		final SceneInput.Wishes wishes = new SceneInput.Wishes(labels, options, depth, Choice.of("slices", slices, SliceAxis.class));
		try (PredictionOutput out = PredictionOutput.open(output, overwrite, service)) {
			final SceneInput in = SceneInput.of(image, wishes, service, progress);
			took(in, image);
			final List<Edit> all = all(OutlineInput.of(rois, image, in), written);
			final LayeredMotion edited = new LayeredMotion(in.scene(), MotionInput.of(tracks, in, frames, progress)).edited(all);
			final Prediction prediction = Recomposition.of(edited, service.composite(edited.scene(), edited.motion(), mode));
			out.write(prediction, Findings.of(prediction, progress), in.image(), in.labels(), new PredictionOutput.Wishes(front, ctc, false), call(), progress);
			final PredictionStacks stacks = PredictionStacks.of(prediction, front);
			video = stacks.video();
			videolabels = stacks.labels();
			stacks.draw(progress).ifPresent(log()::info);
			stacks.show(table, false, progress).ifPresent(log()::info);
			log().info(Summary.of(prediction, all, out.folder()));
		}
	}

	/** Outlines first; the call can be run again by their edits, wherever they lie then. */
	private List<Edit> all(final List<Edit> outlines, final List<Edit> written) {
		if (outlines.isEmpty()) return written;
		final List<Edit> all = new ArrayList<>(outlines);
		all.addAll(written);
		resolved("edits", all.stream().map(Edit::toString).collect(Collectors.joining("; ")));
		resolved("rois", OutlineInput.NONE);
		return all;
	}
}
