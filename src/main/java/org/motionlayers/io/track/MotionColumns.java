package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.scene.Motion;

/**
 * A motion as columns of a table of tracks, in all digits, so that what is composited of the table is what was composited of the motion:
 * the displacement of the centroid against the reference frame always; that of the layer where the border cuts an object, the angle where
 * one turns, and the displacement of the background where the camera moves.
 */
final class MotionColumns {

	/** The place of an object that the motion does not know. */
	static final int NONE = -1;

	/** Units are pixels. */
	private static final List<String> AXES = List.of("dx", "dy", "dz");

	/** What a column tells of an object at a time. */
	private interface Value {

		double at(int t, int object);
	}

	private final List<String> names = new ArrayList<>();
	private final List<Value> values = new ArrayList<>();

	/** @param motion whose columns are written */
	MotionColumns(final Motion motion) {
		final int dimensions = motion.dimensions();
		for (int d = 0; d < dimensions; d++) add(centroid(d), d, motion::displacement);
		if (cut(motion)) for (int d = 0; d < dimensions; d++) add(layer(d), d, motion::layerDisplacement);
		if (motion.rotates()) add(angle(), 0, (t, object, d) -> motion.angle(t, object));
		if (motion.cameraMoves()) for (int d = 0; d < dimensions; d++) add(camera(d), d, (t, object, dimension) -> motion.camera(t, dimension));
	}

	/** One of the displacements of a motion. */
	private interface Displacement {

		double at(int t, int object, int dimension);
	}

	private void add(final String name, final int dimension, final Displacement displacement) {
		names.add(name);
		values.add((t, object) -> displacement.at(t, object, dimension));
	}

	/** @return the column of the displacement of the centroid along a dimension */
	static String centroid(final int dimension) {
		return AXES.get(dimension) + " (pixel)";
	}

	/** @return the column of the displacement of the layer along a dimension */
	static String layer(final int dimension) {
		return "layer " + centroid(dimension);
	}

	/** @return the column of the angle, radians from x towards y */
	static String angle() {
		return "angle (radian)";
	}

	/** @return the column of the displacement of the background along a dimension */
	static String camera(final int dimension) {
		return "camera " + centroid(dimension);
	}

	/** @return the columns that the motion needs */
	List<String> names() {
		return List.copyOf(names);
	}

	/**
	 * @param column its place among the names
	 * @param t frame against the reference frame
	 * @param object its place in the motion, or {@link #NONE}
	 * @return the cell; empty before the reference frame
	 */
	String cell(final int column, final int t, final int object) {
		return t < 0 || object == NONE ? "" : Decimals.exact(values.get(column).at(t, object));
	}

	/** @return whether a layer moves otherwise than its centroid */
	private static boolean cut(final Motion motion) {
		return IntStream.rangeClosed(1, motion.frames()).anyMatch(t -> IntStream.range(0, motion.objects()).anyMatch(o -> IntStream.range(0, motion
			.dimensions()).anyMatch(d -> motion.displacement(t, o, d) != motion.layerDisplacement(t, o, d))));
	}
}
