package org.motionlayers.ui;

import java.util.List;

import ij.measure.ResultsTable;

/** Rows under named columns as a table of ImageJ. */
public final class TableWindow {

	/** Decimals shown; the table itself holds every digit. */
	private static final int SHOWN = 3;

	private TableWindow() {}

	/**
	 * Makes the table without a window.
	 *
	 * @param columns names
	 * @param rows as many cells as columns: numbers, of which NaN leaves the cell empty, or texts
	 */
	static ResultsTable table(final List<String> columns, final List<List<Object>> rows) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(SHOWN);
		for (final List<Object> row : rows) {
			table.incrementCounter();
			for (int c = 0; c < columns.size(); c++) {
				if (row.get(c) instanceof final Number number && !Double.isNaN(number.doubleValue())) table.addValue(columns.get(c), number
					.doubleValue());
				else table.addValue(columns.get(c), row.get(c) instanceof Number ? "" : row.get(c).toString());
			}
		}
		return table;
	}

	/** Shows the table in a window of this title. */
	public static void show(final String title, final List<String> columns, final List<List<Object>> rows) {
		table(columns, rows).show(title);
	}
}
