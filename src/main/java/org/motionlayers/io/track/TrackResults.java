package org.motionlayers.io.track;

import java.util.List;

import ij.measure.ResultsTable;

/** Tracks as a table of ImageJ: a row per object and frame, in the units of the image. */
public final class TrackResults {

	/** Decimals shown where a column holds fractions; the table itself holds every digit. */
	private static final int SHOWN = 3;

	private TrackResults() {}

	/**
	 * Makes the table.
	 *
	 * @param tracks what there is to tell
	 * @return the table, not shown; numbers are numbers, what is not known is empty
	 */
	public static ResultsTable of(final TrackTable tracks) {
		final TrackColumns columns = new TrackColumns(tracks, TrackColumns.Units.CALIBRATED);
		final List<String> names = columns.names();
		final ResultsTable table = new ResultsTable();
		table.setPrecision(SHOWN);
		for (int o = 0; o < tracks.objects(); o++) for (int f = 0; f < tracks.frames(); f++) {
			if (!columns.hasRow(o, f)) continue;
			table.incrementCounter();
			final List<String> cells = columns.row(o, f);
			for (int c = 0; c < cells.size(); c++) put(table, names.get(c), cells.get(c));
		}
		return table;
	}

	private static void put(final ResultsTable table, final String name, final String cell) {
		try {
			table.addValue(name, Double.parseDouble(cell));
		}
		catch (final NumberFormatException exc) {
			table.addValue(name, cell);
		}
	}
}
