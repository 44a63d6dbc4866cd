package org.motionlayers.zarr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.scene.Calibration;

/**
 * Which axis of an array is which, and what a step along it measures.
 *
 * @param places of t, c, z, y and x among the axes of the array, -1 for those that it lacks
 * @param scale a step along t, c, z, y and x
 * @param units of t, c, z, y and x as ImageJ has them, empty where unknown
 */
record OmeAxes(int[] places, double[] scale, String[] units) {

	/** All axes there are, in the order that the format wants. */
	static final List<String> ORDER = List.of("t", "c", "z", "y", "x");
	/** Places in {@link #ORDER}. */
	static final int T = 0, C = 1, Z = 2, Y = 3, X = 4;

	/**
	 * @param multiscale the metadata
	 * @param dataset of the array within it
	 * @param axes number of axes of the array
	 */
	static OmeAxes of(final Meta multiscale, final Meta dataset, final int axes) {
		final List<Meta> described = multiscale.objects("axes");
		final int count = described.isEmpty() ? axes : described.size();
		if (count != axes) throw multiscale.refuse(count + " axes are described, the array has " + axes);
		if (described.isEmpty() && axes != ORDER.size()) throw multiscale.refuse("no axes are described; then an array of t, c, z, y, x is read");
		final int[] places = new int[ORDER.size()];
		Arrays.fill(places, -1);
		final String[] units = new String[ORDER.size()];
		Arrays.fill(units, "");
		final List<String> names = new ArrayList<>();
		for (int a = 0; a < axes; a++) {
			final String name = described.isEmpty() ? ORDER.get(a) : described.get(a).text("name", "");
			names.add(name);
			final int axis = ORDER.indexOf(name);
			if (axis < 0 || places[axis] >= 0) throw multiscale.refuse("axes " + names + "; t, c, z, y and x are read, each once");
			places[axis] = a;
			if (!described.isEmpty()) units[axis] = OmeUnits.ofOme(described.get(a).text("unit", ""));
		}
		if (!names.equals(ORDER.stream().filter(names::contains).toList()) || places[Y] < 0 || places[X] < 0) throw multiscale.refuse("axes " +
			names + "; y and x, and before them t, c, z in this order are read");
		return new OmeAxes(places, scale(multiscale, dataset, places, axes), units);
	}

	private static double[] scale(final Meta multiscale, final Meta dataset, final int[] places, final int axes) {
		final double[] scale = new double[ORDER.size()];
		Arrays.fill(scale, 1);
		for (final Meta level : List.of(dataset, multiscale))
			for (final Meta step : level.objects("coordinateTransformations")) {
				if (!step.text("type", "").equals("scale")) continue; // where the image lies in the world changes nothing here
				final double[] numbers = step.numbers("scale");
				if (numbers.length != axes) throw step.refuse(numbers.length + " numbers for " + axes + " axes");
				for (int a = 0; a < scale.length; a++) if (places[a] >= 0) scale[a] *= numbers[places[a]];
			}
		for (int a = 0; a < scale.length; a++) if (!(Math.abs(scale[a]) > 0 && Double.isFinite(scale[a]))) scale[a] = 1;
		return scale;
	}

	/** @return the size of an array along t, c, z, y and x, 1 where it lacks the axis */
	int[] sizes(final int[] shape) {
		final int[] sizes = new int[ORDER.size()];
		for (int a = 0; a < sizes.length; a++) sizes[a] = places[a] < 0 ? 1 : shape[places[a]];
		return sizes;
	}

	/** @return values for t, c, z, y and x as values for the axes of the array */
	int[] ofArray(final int... values) {
		final int[] result = new int[(int) Arrays.stream(places).filter(p -> p >= 0).count()];
		for (int a = 0; a < values.length; a++) if (places[a] >= 0) result[places[a]] = values[a];
		return result;
	}

	/** @return what a step measures: "pixel" and "frame" where no unit is given */
	Calibration calibration() {
		final boolean spatial = !units[X].isEmpty() && !units[X].equals("pixel");
		final boolean temporal = !units[T].isEmpty();
		return new Calibration(Math.abs(scale[X]), Math.abs(scale[Y]), Math.abs(scale[Z]), spatial ? units[X] : Calibration.NONE.unit(), temporal
			? Math.abs(scale[T]) : 1, temporal ? units[T] : Calibration.NONE.timeUnit());
	}
}
