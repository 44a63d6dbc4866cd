package org.motionlayers.io.track;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.scijava.plugin.Plugin;

/**
 * A result folder of the Cell Tracking Challenge: a 16-bit mask image a frame, observed frames first, and res_track.txt with a line
 * "label begin end parent" a track. Objects seen only in part or not at all in the end are as they are seen.
 */
@Plugin(type = TrackWriter.class, name = "ctc")
public final class CtcWriter implements TrackWriter {

	/** Frames up to which file names have three digits; four beyond. */
	private static final int THREE_DIGITS = 1000;

	@Override
	public String fileName() {
		return "01_RES";
	}

	@Override
	public boolean isDefault() {
		return false;
	}

	@Override
	public void write(final Path path, final TrackTable tracks, final Progress progress) throws IOException {
		write(path, "mask", "res_track.txt", tracks, progress);
	}

	/**
	 * Writes masks and tracks under other names, such as those of a ground truth: "man_track", "man_track.txt".
	 *
	 * @param folder is made
	 * @param prefix of the mask files
	 * @param trackFile name of the track file
	 * @param tracks what there is to tell
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public static void write(final Path folder, final String prefix, final String trackFile, final TrackTable tracks,
		final Progress progress) throws IOException
	{
		final CtcSegments segments = new CtcSegments(tracks);
		Files.createDirectories(folder);
		final String name = prefix + (tracks.frames() > THREE_DIGITS ? "%04d.tif" : "%03d.tif");
		for (int f = 0; f < tracks.frames(); f++) {
			progress.update(f, tracks.frames(), "writing " + folder.getFileName());
			mask(segments, tracks, f).write(folder.resolve(String.format(java.util.Locale.ROOT, name, f)), Progress.NONE);
		}
		try (Writer out = Files.newBufferedWriter(folder.resolve(trackFile))) {
			final List<CtcSegments.Segment> sorted = segments.all().stream().sorted(java.util.Comparator.comparingInt(CtcSegments.Segment::label))
				.toList();
			for (final CtcSegments.Segment s : sorted) out.write(s.label() + " " + s.begin() + " " + s.end() + " " + s.parent() + "\n");
		}
	}

	private static FrameSeries mask(final CtcSegments segments, final TrackTable tracks, final int f) {
		final int[] labels = tracks.labels(f);
		final short[] values = new short[labels.length];
		final Map<Integer, Short> known = new HashMap<>();
		int last = 0;
		short value = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] != last) {
				last = labels[i];
				value = last == 0 ? 0 : known.computeIfAbsent(last, l -> value(segments, tracks, l, f));
			}
			values[i] = value;
		}
		final Shape shape = tracks.shape();
		final Display display = new Display(Display.Mode.GRAYSCALE, List.of(new Display.Channel(0, LabelColors.SIZE - 1, LabelColors.lut())));
		final Frame frame = new Frame(PixelType.UINT16, shape, values);
		return new FrameSeries(new Movie("mask", PixelType.UINT16, shape, 1, tracks.calibration(), display, t -> frame), (t, c) -> null, "");
	}

	/** @return the pixel value of a label; 0 for labels of frames without identities, which belong to no track */
	private static short value(final CtcSegments segments, final TrackTable tracks, final int label, final int f) {
		final int object = tracks.indexOf(label);
		return object < 0 ? 0 : (short) segments.value(object, f);
	}
}
