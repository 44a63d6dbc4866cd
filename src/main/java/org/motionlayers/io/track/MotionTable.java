package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;

/**
 * Reads a motion out of a table of tracks: a row for every object and frame, with its label, its frame, and where it is. Columns as
 * {@link CsvTrackWriter} writes them; fewer will do: {@code label}, {@code t (frame)} against the reference frame or {@code frame}, and
 * {@code x (pixel)}, {@code y (pixel)}, in 3D {@code z (pixel)}; x, y, z in the image's unit or without one are read as well. Where the
 * displacement stands beside the position, it says all digits of it.
 * <p>
 * Frames that an object lacks lie on the line between those it has, and beyond the last it goes on as it did. Objects without rows move with
 * the background alone; rows of other labels are left out.
 */
public final class MotionTable {

	/** What tracks are said to be predicted by. */
	public static final String PREDICTOR = "tracks";

	private static final String[] AXES = { "x", "y", "z" };
	private static final int ABSENT = -1;
	/** Future frames; as many as can be predicted. */
	static final int MOST_FRAMES = 100_000;
	/** Positions are written with seven digits: their difference is known to this share of them, and to so many pixels at least. */
	private static final double PRECISION = 1e-6;

	private final MotionCells cells;
	private final Scene scene;
	private final int reference;
	private final int dimensions;
	private final int[] position = new int[AXES.length];
	private final double[] scale = { 1, 1, 1 };
	private final List<TreeMap<Integer, Integer>> rows = new ArrayList<>();
	private int frames;

	private MotionTable(final MotionCells cells, final Scene scene, final int reference) {
		this.cells = cells;
		this.scene = scene;
		this.reference = reference;
		this.dimensions = scene.shape().dimensions();
	}

	/**
	 * Reads a motion.
	 *
	 * @param cells the table
	 * @param scene the objects in the reference frame
	 * @param reference the number of the reference frame, for tables that say nothing but {@code frame}
	 * @return displacements of the objects of the scene, as many frames as the table tells
	 * @throws InputException where columns lack, numbers are none, an object has two rows for a frame, or position and displacement contradict
	 */
	public static Motion read(final MotionCells cells, final Scene scene, final int reference) {
		final MotionTable table = new MotionTable(cells, scene, reference);
		table.findPositions();
		table.index();
		return table.motion();
	}

	private int column(final String name) {
		final int exact = cells.columns().indexOf(name);
		return exact >= 0 ? exact : IntStream.range(0, cells.columns().size()).filter(c -> cells.columns().get(c).equalsIgnoreCase(name))
			.findFirst().orElse(ABSENT);
	}

	private InputException bad(final String what) {
		return new InputException("tracks=" + cells.source() + ": " + what);
	}

	private void findPositions() {
		for (int d = 0; d < dimensions; d++) {
			final int pixels = column(AXES[d] + " (pixel)"), units = column(AXES[d] + " (" + scene.calibration().unit() + ")");
			position[d] = pixels >= 0 ? pixels : units >= 0 ? units : column(AXES[d]);
			if (pixels < 0 && units >= 0) scale[d] = 1 / scene.calibration().pixelSize(d);
			if (position[d] < 0 && column(MotionColumns.centroid(d)) < 0) throw bad("the table has the columns " + String.join(", ", cells
				.columns()) + "; label, t (frame) or frame, and " + (dimensions == 3 ? "x (pixel), y (pixel), z (pixel)" : "x (pixel), y (pixel)") +
				" are needed.");
		}
	}

	/** Finds the rows of every object of the scene by their time against the reference frame. */
	private void index() {
		final int label = column("label"), time = column("t (frame)"), frame = column("frame");
		if (label < 0 || time < 0 && frame < 0) throw bad("the table has the columns " + String.join(", ", cells.columns()) +
			"; label, and t (frame) or frame, are needed.");
		for (int o = 0; o < scene.objects(); o++) rows.add(new TreeMap<>());
		for (int row = 0; row < cells.rows(); row++) {
			final int l = whole(row, label), t = time >= 0 ? whole(row, time) : whole(row, frame) - reference;
			if (t < 0 || !scene.has(l) || Double.isNaN(value(row, 0))) continue;
			if (t > MOST_FRAMES) throw bad("row " + (row + 2) + " is " + t + " frames after the reference frame; " + MOST_FRAMES + " are accepted.");
			if (rows.get(scene.indexOf(l)).put(t, row) != null) throw bad("label " + l + " has two rows for t = " + t + ".");
			frames = Math.max(frames, t);
		}
		if (frames == 0) throw bad("none of its " + cells.rows() + " rows tells where an object of the image is after the reference frame; " +
			"the labels there are " + labels() + ".");
	}

	private String labels() {
		final String all = IntStream.of(scene.labels()).limit(10).mapToObj(String::valueOf).reduce((a, b) -> a + ", " + b).orElse("none");
		return scene.objects() > 10 ? all + ", ..." : all;
	}

	private int whole(final int row, final int column) {
		final double value = cells.number(row, column);
		if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) throw bad((Double.isNaN(value) ? "nothing" : value) +
			" in row " + (row + 2) + ", column '" + cells.columns().get(column) + "'; a whole number is needed.");
		return (int) value;
	}

	/** @return the position of a row along a dimension, else its displacement; NaN where it has none */
	private double value(final int row, final int d) {
		return position[d] >= 0 ? finite(row, position[d]) * scale[d] : finite(row, column(MotionColumns.centroid(d)));
	}

	private double finite(final int row, final int column) {
		final double value = cells.number(row, column);
		if (Double.isInfinite(value)) throw bad(value + " in row " + (row + 2) + ", column '" + cells.columns().get(column) +
			"'; a finite number is needed.");
		return value;
	}

	private Motion motion() {
		final int objects = scene.objects();
		final double[] centroids = new double[frames * objects * dimensions], layers = new double[centroids.length];
		final double[] angles = new double[column(MotionColumns.angle()) < 0 ? 0 : frames * objects];
		final double[] camera = new double[column(MotionColumns.camera(0)) < 0 ? 0 : frames * dimensions];
		for (int d = 0; d < dimensions && camera.length > 0; d++) put(camera(d), camera, d, dimensions);
		for (int o = 0; o < objects; o++) {
			if (angles.length > 0) put(GapFill.of(known(o, column(MotionColumns.angle()))), angles, o, objects);
			for (int d = 0; d < dimensions; d++) {
				final boolean still = rows.get(o).isEmpty();
				final double[] background = camera.length > 0 && still ? camera(d) : new double[frames + 1];
				final double[] centroid = still ? background : GapFill.of(displacements(o, d));
				put(centroid, centroids, o * dimensions + d, objects * dimensions);
				put(still ? background : layer(o, d, centroid), layers, o * dimensions + d, objects * dimensions);
			}
		}
		return new Motion(scene.labels(), frames, dimensions, centroids, angles, camera, new Motion.Provenance(PREDICTOR, 0, Map.of("source",
			cells.source()))).withLayerDisplacements(layers);
	}

	private void put(final double[] series, final double[] all, final int offset, final int step) {
		for (int t = 1; t <= frames; t++) all[(t - 1) * step + offset] = series[t];
	}

	private double[] camera(final int d) {
		final double[] series = GapFill.unknown(frames);
		final int column = column(MotionColumns.camera(d));
		for (final TreeMap<Integer, Integer> object : rows) object.forEach((t, row) -> {
			final double value = column < 0 ? 0 : finite(row, column);
			if (t > 0 && !Double.isNaN(value)) series[t] = value;
		});
		return GapFill.of(series);
	}

	/** @return what a column says of an object at every time, NaN where it says nothing */
	private double[] known(final int o, final int column) {
		final double[] series = GapFill.unknown(frames);
		if (column >= 0) rows.get(o).forEach((t, row) -> {
			if (t > 0) series[t] = finite(row, column);
		});
		return series;
	}

	private double[] displacements(final int o, final int d) {
		final double[] told = known(o, column(MotionColumns.centroid(d)));
		if (position[d] < 0) return told;
		final Integer first = rows.get(o).get(0);
		final double start = first == null ? scene.layers().get(o).centroid(d) : value(first, d);
		final double[] series = GapFill.unknown(frames);
		rows.get(o).forEach((t, row) -> {
			if (t > 0) series[t] = displacement(o, t, value(row, d), start, told[t]);
		});
		return series;
	}

	/** The displacement as told, where positions do not contradict it; else that of the positions, of which halves are taken for exact. */
	private double displacement(final int o, final int t, final double now, final double start, final double told) {
		final double seen = now - start;
		final double precision = PRECISION * (1 + Math.abs(now) + Math.abs(start));
		if (Double.isNaN(seen)) return told;
		if (Double.isNaN(told)) {
			final double half = Math.rint(2 * seen) / 2;
			return Math.abs(seen - half) <= precision ? half : seen;
		}
		if (Math.abs(seen - told) > precision) throw bad("the rows of label " + scene.layers().get(o).label() + " contradict themselves: at t = " +
			t + " it moved by " + Decimals.text(seen) + " after its positions, and by " + Decimals.text(told) +
			" after its displacement in pixels; remove the columns that are not to count.");
		return told;
	}

	/** @return where the pixels go: as the centroid, unless the table tells otherwise */
	private double[] layer(final int o, final int d, final double[] centroid) {
		final double[] series = known(o, column(MotionColumns.layer(d)));
		boolean told = false;
		for (int t = 1; t <= frames; t++) told |= !Double.isNaN(series[t]);
		return told ? GapFill.of(series) : centroid;
	}
}
