package org.motionlayers.predict;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;

/** Reads arrows, one an object, out of a parameter's text or a table. Components are pixels per frame. */
public final class CueParser {

	private static final String FORM = "label:dx,dy or label:dx,dy,dz, separated by ';', such as 12:3.5,-1;17:0,2";
	private static final String[] COMPONENTS = { "dx", "dy", "dz" };
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final Scene scene;

	/** @param scene whose objects the arrows belong to */
	public CueParser(final Scene scene) {
		this.scene = scene;
	}

	/**
	 * Reads {@code 12:3.5,-1;17:0,2}: label:dx,dy[,dz] for every object, separated by semicolons.
	 *
	 * @param text as the user gave it; blank for no arrows
	 * @return the arrows
	 * @throws InputException where an entry is malformed, names no object or names one twice
	 */
	public Cues parse(final String text) {
		final SortedMap<Integer, double[]> velocities = new TreeMap<>();
		for (final String entry : text.split(";")) if (!entry.isBlank()) {
			final String[] sides = entry.split(":", -1);
			final String[] values = sides.length == 2 ? sides[1].split(",", -1) : new String[0];
			if (values.length < 2 || values.length > COMPONENTS.length) throw new InputException("arrows: '" + entry.strip() + "' is not " +
				FORM + ".");
			final double[] velocity = new double[values.length];
			for (int k = 0; k < values.length; k++) velocity[k] = number(values[k], "arrows: '" + entry.strip() + "'");
			put(velocities, label(sides[0], "arrows: '" + entry.strip() + "'"), velocity, "arrows");
		}
		return checked(velocities);
	}

	/**
	 * Reads a table with a header that names the columns label, dx, dy and, if wanted, dz, in any order and among others; separated by
	 * comma, semicolon or tab; blank lines and lines that begin with # are skipped.
	 *
	 * @param file the table
	 * @return the arrows
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it is not such a table, names no object of the scene or names one twice
	 */
	public Cues read(final Path file) throws IOException {
		final List<String> lines = lines(file);
		if (lines.isEmpty()) throw new InputException(file + " is empty; a table of arrows begins with the line label,dx,dy.");
		final String separator = lines.get(0).contains("\t") ? "\t" : lines.get(0).contains(";") ? ";" : ",";
		final Map<String, Integer> columns = columns(file, cells(lines.get(0), separator));
		final SortedMap<Integer, double[]> velocities = new TreeMap<>();
		for (final String line : lines.subList(1, lines.size())) {
			final List<String> cells = cells(line, separator);
			final String where = file + ", row '" + line.strip() + "'";
			final double[] velocity = new double[columns.size() - 1];
			for (int k = 0; k < velocity.length; k++) velocity[k] = number(cell(cells, columns.get(COMPONENTS[k]), where), where);
			put(velocities, label(cell(cells, columns.get("label"), where), where), velocity, file.toString());
		}
		return checked(velocities);
	}

	private static List<String> lines(final Path file) throws IOException {
		final List<String> lines = new ArrayList<>();
		try {
			for (final String line : Files.readAllLines(file)) {
				final String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
				if (!text.isBlank() && !text.stripLeading().startsWith("#")) lines.add(text);
			}
		}
		catch (final MalformedInputException exc) {
			throw new InputException(file + " is not a text file; a table of arrows begins with the line label,dx,dy.", exc);
		}
		return lines;
	}

	private static List<String> cells(final String line, final String separator) {
		final List<String> cells = new ArrayList<>();
		for (final String cell : line.split(separator, -1)) cells.add(cell.strip().replaceAll("^\"(.*)\"$", "$1").strip());
		return cells;
	}

	/** Where the columns are: label, dx, dy and, where there is one, dz. */
	private static Map<String, Integer> columns(final Path file, final List<String> header) {
		final Map<String, Integer> columns = new TreeMap<>();
		final List<String> names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
		columns.put("label", names.indexOf("label"));
		for (final String component : COMPONENTS) columns.put(component, names.indexOf(component));
		if (columns.get("dz") < 0) columns.remove("dz");
		if (columns.containsValue(-1)) throw new InputException(file + " has the columns " + String.join(", ", header) +
			"; a table of arrows has label, dx, dy and, in 3D, dz.");
		return columns;
	}

	private static String cell(final List<String> cells, final int column, final String where) {
		if (column >= cells.size()) throw new InputException(where + " has " + cells.size() + " cells; the header asks for more.");
		return cells.get(column);
	}

	private static int label(final String text, final String where) {
		try {
			return Integer.parseInt(text.strip());
		}
		catch (final NumberFormatException exc) {
			throw new InputException(where + ": '" + text.strip() + "' is not a label, a whole number.", exc);
		}
	}

	private static double number(final String text, final String where) {
		try {
			final double value = Double.parseDouble(text.strip());
			if (Double.isFinite(value)) return value;
			throw new InputException(where + ": " + text.strip() + " is not a finite number of pixels per frame.");
		}
		catch (final NumberFormatException exc) {
			throw new InputException(where + ": '" + text.strip() + "' is not a number of pixels per frame.", exc);
		}
	}

	private static void put(final SortedMap<Integer, double[]> velocities, final int label, final double[] velocity, final String where) {
		if (velocities.put(label, velocity) != null) throw new InputException(where + ": label " + label +
			" has two arrows; every object has one at most.");
	}

	private Cues checked(final SortedMap<Integer, double[]> velocities) {
		final Cues cues = new Cues(velocities);
		cues.check(scene);
		return cues;
	}
}
