package org.motionlayers.io.track;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.measure.ResultsTable;

import org.motionlayers.scene.InputException;

/** A table of numbers that a motion is read from: a file, a results table of ImageJ, or rows in memory. */
public interface MotionCells {

	/** @return the file or title, for messages */
	String source();

	/** @return names of the columns */
	List<String> columns();

	/** @return number of rows, without the header */
	int rows();

	/** @return a cell; NaN where it is empty */
	double number(int row, int column);

	/**
	 * Reads a table of comma-separated values, whole.
	 *
	 * @param file the table, its first row the names of its columns
	 * @return its cells; one that is no number throws {@link InputException} when it is asked for
	 * @throws IOException where it cannot be read
	 */
	static MotionCells of(final Path file) throws IOException {
		final List<List<String>> rows = Csv.read(file);
		if (rows.isEmpty()) throw new InputException("tracks=" + file + ": the table is empty; a row of column names is needed.");
		return new MotionCells() {

			@Override
			public String source() {
				return file.toString();
			}

			@Override
			public List<String> columns() {
				return rows.get(0);
			}

			@Override
			public int rows() {
				return rows.size() - 1;
			}

			@Override
			public double number(final int row, final int column) {
				final List<String> cells = rows.get(row + 1);
				final String cell = column < cells.size() ? cells.get(column) : "";
				try {
					return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
				}
				catch (final NumberFormatException exc) {
					throw new InputException("tracks=" + file + ": '" + cell + "' in row " + (row + 2) + ", column '" + columns().get(column) +
						"', is not a number.", exc);
				}
			}
		};
	}

	/** @return the cells of a results table; text counts as empty */
	static MotionCells of(final String title, final ResultsTable table) {
		final String[] headings = table.getHeadings();
		return new MotionCells() {

			@Override
			public String source() {
				return title;
			}

			@Override
			public List<String> columns() {
				return Arrays.asList(headings);
			}

			@Override
			public int rows() {
				return table.size();
			}

			@Override
			public double number(final int row, final int column) {
				final int index = table.getColumnIndex(headings[column]);
				return index < 0 || !table.columnExists(index) ? Double.NaN : table.getValueAsDouble(index, row);
			}
		};
	}

	/**
	 * @param source for messages
	 * @param columns names
	 * @param rows one array of as many numbers a row
	 * @return cells in memory
	 */
	static MotionCells of(final String source, final List<String> columns, final List<double[]> rows) {
		return new MotionCells() {

			@Override
			public String source() {
				return source;
			}

			@Override
			public List<String> columns() {
				return columns;
			}

			@Override
			public int rows() {
				return rows.size();
			}

			@Override
			public double number(final int row, final int column) {
				return rows.get(row)[column];
			}
		};
	}
}
