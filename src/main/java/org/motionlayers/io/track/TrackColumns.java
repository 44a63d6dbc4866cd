package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.scene.Calibration;

/**
 * The columns of a table of tracks, one row an object and frame. Frames count from 0 as in the image; t is 0 at the reference frame.
 * Displacement is against the reference frame, speed against the frame before. Calibrated columns are there where the image is calibrated.
 * What is not known is empty.
 */
final class TrackColumns {

	/** Which units of length and time are there where the image is calibrated. */
	enum Units {
		/** Pixels and frames, then the units of the image, and at the end the motion in all its digits. */
		BOTH,
		/** The units of the image alone. */
		CALIBRATED
	}

	/** The text of a cell. */
	private interface Cell {

		String of(int object, int frame);
	}

	private static final List<String> AXES = List.of("x", "y", "z");

	private final TrackTable tracks;
	private final List<String> names = new ArrayList<>();
	private final List<Cell> cells = new ArrayList<>();

	/**
	 * @param tracks what there is to tell
	 * @param units which units are wanted
	 */
	TrackColumns(final TrackTable tracks, final Units units) {
		this.tracks = tracks;
		final Calibration c = tracks.calibration();
		final boolean pixels = units == Units.BOTH || !c.isSpatial(), perFrame = units == Units.BOTH || !c.isSpatial() && !c.isTemporal();
		add("label", (o, f) -> String.valueOf(tracks.object(o).label()));
		if (units == Units.BOTH || IntStream.range(0, tracks.objects()).anyMatch(o -> !tracks.object(o).name().isEmpty())) add("name", (o, f) -> tracks
			.object(o).name());
		add("frame", (o, f) -> String.valueOf(f));
		add("t (frame)", (o, f) -> String.valueOf(tracks.time(f)));
		if (c.isTemporal()) add("t (" + c.timeUnit() + ")", (o, f) -> Decimals.text(tracks.time(f) * c.frameInterval()));
		add("kind", (o, f) -> tracks.predicted(f) ? "predicted" : "observed");
		if (pixels) positions(Calibration.NONE, "pixel");
		if (c.isSpatial()) positions(c, c.unit());
		final int reference = tracks.observed() - 1;
		if (pixels) add("displacement (pixel)", (o, f) -> Decimals.text(distance(o, f, reference, Calibration.NONE)));
		if (c.isSpatial()) add("displacement (" + c.unit() + ")", (o, f) -> Decimals.text(distance(o, f, reference, c)));
		if (perFrame) speed(Calibration.NONE, "pixel/frame");
		if (c.isSpatial() || c.isTemporal()) speed(c, c.unit() + "/" + c.timeUnit());
		add("pixels seen", (o, f) -> String.valueOf(tracks.pixels(f, o)));
		add("visible fraction", (o, f) -> Decimals.text(tracks.visibleFraction(f, o)));
		add("in frame", (o, f) -> String.valueOf(tracks.inFrame(f, o)));
		if (units == Units.BOTH) motion(new MotionColumns(tracks.motion()));
	}

	private void add(final String name, final Cell cell) {
		names.add(name);
		cells.add(cell);
	}

	private void motion(final MotionColumns motion) {
		final List<String> columns = motion.names();
		for (int i = 0; i < columns.size(); i++) {
			final int column = i;
			add(columns.get(i), (o, f) -> motion.cell(column, tracks.time(f), tracks.inScene(o) ? o : MotionColumns.NONE));
		}
	}

	private void positions(final Calibration unit, final String unitName) {
		for (int d = 0; d < tracks.shape().dimensions(); d++) {
			final int dimension = d;
			add(AXES.get(d) + " (" + unitName + ")", (o, f) -> Decimals.text(tracks.position(f, o, dimension) * unit.pixelSize(dimension)));
		}
	}

	private void speed(final Calibration unit, final String unitName) {
		add("speed (" + unitName + ")", (o, f) -> f == 0 ? "" : Decimals.text(distance(o, f, f - 1, unit) / unit.frameInterval()));
	}

	/** @return how far an object is in frame f from where it is in another, in units of a calibration; NaN where either is not known */
	private double distance(final int o, final int f, final int other, final Calibration unit) {
		if (other < 0) return Double.NaN; // a stack of predicted frames alone has no reference frame
		double sum = 0;
		for (int d = 0; d < tracks.shape().dimensions(); d++) {
			final double step = (tracks.position(f, o, d) - tracks.position(other, o, d)) * unit.pixelSize(d);
			sum += step * step;
		}
		return Math.sqrt(sum);
	}

	/** @return the names of the columns, with their units */
	List<String> names() {
		return List.copyOf(names);
	}

	/** @return whether there is a row for an object in a frame: it was seen, or is predicted */
	boolean hasRow(final int o, final int f) {
		return tracks.predicted(f) && tracks.inScene(o) || tracks.present(f, o);
	}

	/** @return the cells of a row */
	List<String> row(final int o, final int f) {
		return cells.stream().map(cell -> cell.of(o, f)).toList();
	}
}
