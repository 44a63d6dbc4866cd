package org.motionlayers.io.track;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;

/** Reads back where the predicted objects of a {@code tracks.csv} are; columns may come in any order and among others. */
public final class CsvTrackReader {

	private static final String[] AXES = { "x (pixel)", "y (pixel)", "z (pixel)" };

	private CsvTrackReader() {}

	/**
	 * Reads the predicted positions.
	 *
	 * @param file with the columns label, t (frame), x (pixel), y (pixel) and in 3D z (pixel); t is 0 at the reference frame
	 * @param dimensions 2 or 3
	 * @return by frame, the first being t = 1, and label: position, pixels
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it is no such table
	 */
	public static List<SortedMap<Integer, double[]>> read(final Path file, final int dimensions) throws IOException {
		final List<List<String>> lines = Csv.read(file);
		final List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
		final int label = column(file, header, "label"), time = column(file, header, "t (frame)");
		final int[] axes = new int[dimensions];
		for (int d = 0; d < dimensions; d++) axes[d] = column(file, header, AXES[d]);
		final List<SortedMap<Integer, double[]>> frames = new ArrayList<>();
		for (int row = 1; row < lines.size(); row++) {
			final List<String> cells = lines.get(row);
			final String where = "tracks=" + file + ", line " + (row + 1);
			if (cells.size() != header.size()) throw new InputException(where + " has " + cells.size() + " cells, the header " + header.size() +
				".");
			final int t = (int) number(cells.get(time), where);
			if (t < 1) continue;
			if (t > MotionTable.MOST_FRAMES) throw new InputException(where + ": frame " + t + "; frames up to " + MotionTable.MOST_FRAMES +
				" are accepted.");
			while (frames.size() < t) frames.add(new TreeMap<>());
			final double[] position = new double[dimensions];
			for (int d = 0; d < dimensions; d++) position[d] = number(cells.get(axes[d]), where);
			frames.get(t - 1).put((int) number(cells.get(label), where), position);
		}
		if (frames.isEmpty()) throw new InputException("tracks=" + file + ": no predicted position in it; t (frame) is 1 or more there.");
		return frames;
	}

	private static int column(final Path file, final List<String> header, final String name) {
		final int column = header.indexOf(name);
		if (column < 0) throw new InputException("tracks=" + file + ": there is no column '" + name + "' in '" + String.join(",", header) +
			"'; a table as predict writes it is needed.");
		return column;
	}

	private static double number(final String text, final String where) {
		try {
			final double value = Double.parseDouble(text.strip());
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException exc) {
			throw new InputException(where + ": '" + text + "' is not a number.", exc);
		}
		throw new InputException(where + ": " + text + " is not a finite number.");
	}
}
