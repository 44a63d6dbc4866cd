package org.motionlayers.io.layer;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.measure.ResultsTable;

import org.motionlayers.io.track.Csv;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;

/**
 * The objects of a scene as a table, one row each: label, name, score, category, centroid and size in the image's unit, bounding box in
 * pixels, depth, mean of every channel, whether the border may cut it. What is not known is empty.
 */
public final class ObjectTable {

	private static final List<String> AXES = List.of("x", "y", "z");

	private final Scene scene;
	private final int dimensions;

	/** @param scene the objects */
	public ObjectTable(final Scene scene) {
		this.scene = scene;
		this.dimensions = scene.shape().dimensions();
	}

	/** @return names of the columns, with units */
	public List<String> columns() {
		final String unit = scene.calibration().unit();
		final List<String> columns = new ArrayList<>(List.of("label", "name", "score", "category"));
		for (int d = 0; d < dimensions; d++) columns.add(AXES.get(d) + " (" + unit + ")");
		columns.add(dimensions == 3 ? "volume (" + unit + "^3)" : "area (" + unit + "^2)");
		for (final String side : List.of("box x", "box y", "box z").subList(0, dimensions)) columns.add(side + " (pixel)");
		for (final String side : List.of("box width", "box height", "box depth").subList(0, dimensions)) columns.add(side + " (pixel)");
		columns.add("depth");
		for (int c = 1; c <= scene.shape().channels(); c++) columns.add(scene.shape().channels() == 1 ? "mean" : "mean of channel " + c);
		columns.add("touches border");
		return columns;
	}

	/** @return the cells of an object by its place among the layers: text, numbers, truth values; null for what is not known */
	private List<Object> row(final int object) {
		final ObjectLayer layer = scene.layers().get(object);
		final Calibration c = scene.calibration();
		final List<Object> row = new ArrayList<>();
		row.add((double) layer.label());
		row.add(layer.object().name());
		row.add(layer.object().score());
		row.add(layer.object().category());
		double pixel = 1;
		for (int d = 0; d < dimensions; d++) {
			row.add(layer.centroid(d) * c.pixelSize(d));
			pixel *= c.pixelSize(d);
		}
		row.add(layer.area() * pixel);
		final Box box = layer.bounds();
		for (final int corner : dimensions == 3 ? new int[] { box.x(), box.y(), box.z(), box.width(), box.height(), box.depth() } : new int[] { box
			.x(), box.y(), box.width(), box.height() }) row.add((double) corner);
		row.add((double) layer.depth());
		for (int channel = 0; channel < layer.channels(); channel++) row.add(layer.meanValue(channel));
		row.add(String.valueOf(layer.touchesBorder()));
		return row;
	}

	/** @return a results table of ImageJ, not shown; columns of which nothing is known are left out */
	public ResultsTable resultsTable() {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setNaNEmptyCells(true);
		final List<String> columns = columns();
		final List<List<Object>> rows = IntStream.range(0, scene.objects()).mapToObj(this::row).toList();
		final int[] known = IntStream.range(0, columns.size()).filter(i -> rows.stream().anyMatch(row -> isKnown(row.get(i)))).toArray();
		for (final List<Object> row : rows) {
			table.addRow();
			for (final int i : known) {
				if (row.get(i) instanceof final Double number) table.addValue(columns.get(i), number);
				else table.addValue(columns.get(i), (String) row.get(i));
			}
		}
		return table;
	}

	private static boolean isKnown(final Object cell) {
		return cell instanceof final Double number ? !number.isNaN() : !((String) cell).isEmpty();
	}

	/**
	 * Writes comma-separated values, RFC 4180 in UTF-8.
	 *
	 * @param path is made, or replaced
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path) throws IOException {
		try (Writer out = Files.newBufferedWriter(path)) {
			Csv.write(out, columns());
			for (int o = 0; o < scene.objects(); o++) Csv.write(out, row(o).stream().map(cell -> cell instanceof final Double number ? Csv.number(
				number) : (String) cell).toList());
		}
	}
}
