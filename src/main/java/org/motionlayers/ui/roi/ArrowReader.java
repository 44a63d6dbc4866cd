package org.motionlayers.ui.roi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import ij.gui.Line;
import ij.gui.Roi;

import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * Arrows drawn on the reference frame as cues (instance flow; Motion Dreamer, Eq. 4): the object under an arrow's tail moves as the arrow
 * points. ImageJ's arrows and straight lines are arrows, from their first to their second end; regions with an area are left alone.
 */
public final class ArrowReader {

	private ArrowReader() {}

	/**
	 * Reads arrows from a .roi file or ROI set.
	 *
	 * @param source the file
	 * @param labels of the reference frame, x fastest, then y, z
	 * @param shape their size
	 * @param frames number of frames that an arrow spans: 1 where it is the displacement per frame
	 * @return displacement per frame by label
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it is damaged, holds no arrow, or an arrow begins outside every object
	 */
	public static Cues read(final Path source, final int[] labels, final Shape shape, final double frames) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		for (final EncodedRoi roi : RoiFile.read(source, Progress.NONE)) rois.add(roi.decode());
		return cues(source.toString(), rois, labels, shape, frames);
	}

	/**
	 * Turns regions into cues.
	 *
	 * @param source where they come from, for messages, such as "the overlay"
	 * @param rois arrows, lines, and others, which are left alone
	 * @param labels of the reference frame, x fastest, then y, z
	 * @param shape their size
	 * @param frames number of frames that an arrow spans: 1 where it is the displacement per frame
	 * @return displacement per frame by label, x, y, and in 3D z, which is 0
	 * @throws InputException where there is no arrow, an object has two, or one begins outside every object
	 */
	public static Cues cues(final String source, final List<Roi> rois, final int[] labels, final Shape shape, final double frames) {
		final SortedMap<Integer, double[]> velocities = new TreeMap<>();
		int number = 0;
		for (final Roi roi : rois) {
			if (!(roi instanceof Line line)) continue;
			final String name = "Arrow " + ++number + (roi.getName() == null ? "" : " ('" + roi.getName() + "')") + " of '" + source + "'";
			final int label = labelAtTail(name, line, labels, shape);
			final double[] velocity = new double[shape.dimensions()];
			velocity[0] = (line.x2d - line.x1d) / frames;
			velocity[1] = (line.y2d - line.y1d) / frames;
			if (velocities.put(label, velocity) != null) throw new InputException(name + " begins in object " + label +
				", which has an arrow already; an object takes one.");
		}
		if (velocities.isEmpty()) throw new InputException("'" + source + "' has no arrow among its " + rois.size() +
			" regions; draw arrows with ImageJ's arrow or straight line tool, each from inside an object.");
		return new Cues(velocities);
	}

	/** Coordinates of lines are those of the centres of pixels, as ImageJ has them. */
	private static int labelAtTail(final String name, final Line line, final int[] labels, final Shape shape) {
		final int x = (int) Math.rint(line.x1d), y = (int) Math.rint(line.y1d);
		final String place = String.format(Locale.ROOT, "(%.1f, %.1f)", line.x1d, line.y1d);
		if (x < 0 || y < 0 || x >= shape.width() || y >= shape.height()) throw new InputException(name + " begins at " + place +
			", outside the image of " + shape.space() + ".");
		final int slice = slice(line, shape);
		if (slice > shape.depth()) throw new InputException(name + " is in slice " + slice + "; the image has " + shape.depth() + ".");
		int label = 0;
		for (int z = Math.max(0, slice - 1); z < (slice > 0 ? slice : shape.depth()); z++) {
			final int here = labels[shape.index(x, y, z)];
			if (here != 0 && label != 0 && here != label) throw new InputException(name + " begins at " + place +
				" over several objects, one behind the other; bind it to a slice.");
			if (here != 0) label = here;
		}
		if (label == 0) throw new InputException(name + " begins at " + place +
			", where there is no object in the reference frame; draw it from inside an object.");
		return label;
	}

	/** @return the slice an arrow is bound to, from 1, or 0 where it is to none; in 2D there is nothing to be bound to */
	private static int slice(final Roi roi, final Shape shape) {
		if (shape.depth() == 1) return 0;
		return roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
	}
}
