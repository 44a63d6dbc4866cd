package org.motionlayers.segmentation.labkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.segmentation.document.JsonDocument;
import org.motionlayers.segmentation.document.JsonInput;

/** A JSON labeling as it is: an interval, and for every name the positions marked with it, x, y(, z)(, t). */
final class Labeling {

	/** x, y, z, time, and one to spare for the message. */
	private static final int MAX_AXES = 5;

	private int[] min = new int[0];
	private int[] max = new int[0];
	private final Map<String, Positions> labels = new LinkedHashMap<>();
	private final List<Double> sizes = new ArrayList<>();
	private final List<String> units = new ArrayList<>();

	/** Positions one after the other, each of as many numbers. */
	static final class Positions {

		private int[] values = new int[16];
		private int size;
		private int axes;

		private void add(final JsonInput in, final int[] position) {
			if (size == 0) axes = position.length;
			if (position.length != axes || axes == 0) throw in.refuse("a position has " + position.length + " numbers, others have " + axes);
			if (values.length - size < axes) values = Arrays.copyOf(values, 2 * values.length);
			System.arraycopy(position, 0, values, size, axes);
			size += axes;
		}

		/** @return number of positions */
		int count() {
			return axes == 0 ? 0 : size / axes;
		}

		/** @return numbers of a position */
		int axes() {
			return axes;
		}

		/** @return a number of a position */
		int get(final int position, final int axis) {
			return values[position * axes + axis];
		}
	}

	/**
	 * Reads a file.
	 *
	 * @param source the file
	 * @param format what it should be, for messages
	 * @param progress told how many bytes were read
	 * @return what it says
	 * @throws IOException where it cannot be read
	 */
	static Labeling read(final Path source, final String format, final Progress progress) throws IOException {
		final Labeling labeling = new Labeling();
		JsonDocument.read(source, format, progress, in -> in.object(name -> labeling.field(in, name)));
		return labeling;
	}

	private void field(final JsonInput in, final String name) throws IOException {
		switch (name) {
			case "interval" -> in.object(side -> {
				switch (side) {
					case "min" -> min = in.integers(MAX_AXES);
					case "max" -> max = in.integers(MAX_AXES);
					default -> in.skip();
				}
			});
			case "labels" -> in.object(label -> {
				final Positions positions = labels.computeIfAbsent(label, l -> new Positions());
				in.array(i -> positions.add(in, in.integers(MAX_AXES)));
			});
			case "pixelSizes" -> in.array(i -> pixelSize(in));
			default -> in.skip();
		}
	}

	private void pixelSize(final JsonInput in) throws IOException {
		sizes.add(1.0);
		units.add("");
		in.object(field -> {
			switch (field) {
				case "size" -> sizes.set(sizes.size() - 1, in.number());
				case "unit" -> units.set(units.size() - 1, in.text());
				default -> in.skip();
			}
		});
	}

	/** @return first position along every axis */
	int[] min() {
		return min;
	}

	/** @return last position along every axis, inclusive */
	int[] max() {
		return max;
	}

	/** @return positions by name, in the order of the file */
	Map<String, Positions> labels() {
		return labels;
	}

	/** @return pixel size along x, y and z where it is given and positive */
	Calibration calibration() {
		if (sizes.size() < 2 || !sizes.stream().allMatch(s -> s > 0 && !s.isInfinite())) return Calibration.NONE;
		final String unit = units.get(0).isEmpty() ? Calibration.NONE.unit() : units.get(0);
		return new Calibration(sizes.get(0), sizes.get(1), sizes.size() > 2 ? sizes.get(2) : 1, unit, Calibration.NONE.frameInterval(),
			Calibration.NONE.timeUnit());
	}
}
