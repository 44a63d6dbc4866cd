package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import ij.measure.ResultsTable;

import org.motionlayers.io.track.MotionCells;
import org.motionlayers.io.track.MotionTable;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.edit.PathChoice;
import org.motionlayers.segmentation.trackmate.TrackMatePaths;

/** A motion that a command was given: a table of tracks in a file or window, TrackMate's tracks, what the image remembers, or none. */
final class MotionInput {

	private static final String TABLE = "tracks.csv";
	private static final String STILL = "still";
	/** The title of ImageJ's own table. */
	private static final String RESULTS = "Results";

	private MotionInput() {}

	/**
	 * Takes a motion in.
	 *
	 * @param tracks a table of tracks, TrackMate XML, a folder that predict wrote, the title of an open table; empty for what the image
	 *          remembers, and where it remembers nothing, no motion
	 * @param in the objects
	 * @param frames how many future frames; 0 for all that the motion tells
	 * @param progress is told and asked
	 * @return the motion of the objects
	 * @throws InputException where the tracks are none, or tell fewer frames
	 */
	static Motion of(final String tracks, final SceneInput in, final int frames, final Progress progress) throws IOException {
		if (frames < 0) throw new InputException("frames=" + frames + ": the number of future frames is needed, 0 for all that the tracks tell.");
		final Scene scene = in.scene();
		if (tracks.isBlank() && in.motion().isEmpty()) return Motion.constant(scene.labels(), Math.max(1, frames), scene.shape().dimensions(),
			new double[scene.objects() * scene.shape().dimensions()], new double[0], new Motion.Provenance(STILL, 0, Map.of()));
		final Motion motion = tracks.isBlank() ? in.motion().get() : read(tracks.strip(), in, progress);
		if (frames > motion.frames()) throw new InputException("frames=" + frames + ": " + (tracks.isBlank() ? "the motion that the image remembers"
			: tracks) + " tells " + motion.frames() + " future frames; 1 to " + motion.frames() + " can be composited, 0 for all.");
		return PathChoice.of(motion, scene.labels(), frames == 0 ? motion.frames() : frames);
	}

	private static Motion read(final String tracks, final SceneInput in, final Progress progress) throws IOException {
		if (PathToImage.isFile(tracks)) return MotionTable.read(cells(Path.of(tracks), in, progress), in.scene(), in.reference());
		final ResultsTable table = table(tracks);
		if (table == null) throw new InputException("tracks=" + tracks + ": no such file or folder, and no open table of that title; a table of " +
			"tracks, TrackMate XML or a folder that predict wrote is needed.");
		return MotionTable.read(MotionCells.of(tracks, table), in.scene(), in.reference());
	}

	/** @return an open table; "Results" has no window in a macro without a desktop */
	private static ResultsTable table(final String title) {
		final ResultsTable open = ResultsTable.getResultsTable(title);
		return open == null && title.equals(RESULTS) && ResultsTable.getResultsTable().size() > 0 ? ResultsTable.getResultsTable() : open;
	}

	private static MotionCells cells(final Path path, final SceneInput in, final Progress progress) throws IOException {
		final Path file = Files.isDirectory(path) ? path.resolve(TABLE) : path;
		if (!Files.isRegularFile(file)) throw new InputException("tracks=" + path + ": the folder holds no " + TABLE + ", which predict writes.");
		if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml")) return MotionCells.of(file);
		return MotionCells.of(file.toString(), TrackMatePaths.COLUMNS, TrackMatePaths.read(file, in.scene(), in.reference(), progress));
	}
}
