package org.motionlayers.command;

import java.io.File;
import java.io.IOException;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.track.CtcWriter;
import org.motionlayers.io.track.CsvTrackWriter;
import org.motionlayers.io.track.TrackMateWriter;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.io.track.TrackWriter;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.roi.RoiZipWriter;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Labels and tracks for other programs. */
@Plugin(type = Command.class, name = "export", label = "Export Tracks and Labels...",
	menuPath = "Plugins>Motion Layers>Export Tracks and Labels...", headless = true,
	description = "Writes the objects of a label stack as labels, tracks and regions that other programs read.")
public class ExportTracks extends MotionCommand {

	@Parameter(label = "Label stack or image", persist = false,
		description = "A stack of labels, observed or predicted; or an image whose labels are given below.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation file or folder, title of an open label image, auto to segment here, or empty where the image holds labels.")
	private String labels = "";

	@Parameter(label = "Observed frames (0 = all)", min = "0", persist = false,
		description = "How many leading frames were observed, the rest being predicted; 0 for all, or for what the names of the slices say.")
	private int observed = 0;

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Cell Tracking Challenge folder", persist = false, description = "Write masks and res_track.txt too.")
	private boolean ctc = false;

	@Parameter(label = "ROI zip", persist = false, description = "Write the outlines as ImageJ ROIs too.")
	private boolean rois = false;

	@Parameter(label = "Output folder", persist = false, style = "directory",
		description = "Where labels.tif, tracks.csv and tracks.xml (TrackMate) go.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (output == null || output.getPath().isEmpty()) throw new InputException("output: a folder for labels and tracks is needed.");
		try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			final LabelledStack in = LabelledStack.of(image, labels, observed, Choice.of("slices", slices, SliceAxis.class), layers, progress);
			in.segmented().ifPresentOrElse(this::took, () -> in.remarks().forEach(log()::info));
			final TrackTable tracks = in.tracks();
			out.write("labels.tif", path -> in.series().write(path, progress));
			write(out, new CsvTrackWriter(), tracks, progress);
			write(out, new TrackMateWriter(), tracks, progress);
			if (ctc) write(out, new CtcWriter(), tracks, progress);
			if (rois) out.write("rois.zip", path -> RoiZipWriter.write(path, tracks::labels, tracks.frames(), tracks.shape(), progress));
			final RunRecord record = call().record().finding("objects", tracks.objects()).finding("frames", tracks.frames());
			in.record(record, progress);
			out.commit(record);
			log().info("Objects: " + tracks.objects() + ", frames: " + tracks.frames() + ". Written to " + out.folder() + ".");
		}
	}

	private static void write(final OutputFolder out, final TrackWriter writer, final TrackTable tracks, final Progress progress) {
		out.write(writer.fileName(), path -> writer.write(path, tracks, progress));
	}
}
