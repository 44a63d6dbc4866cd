package org.motionlayers.evaluate.paper;

import java.util.List;

import org.motionlayers.scene.Frame;

/**
 * Rows of frames, such as the truth above the prediction.
 *
 * @param name of the file, without ending
 * @param columns what stands above each column, such as "t = 4"
 * @param rows one or more, of as many frames as there are columns
 */
public record FrameStrip(String name, List<String> columns, List<Row> rows) {

	/**
	 * One row.
	 *
	 * @param caption what the frames are
	 * @param frames RGB, 8 bit, all of one size
	 */
	public record Row(String caption, List<Frame> frames) {

		/** Copies the list. */
		public Row {
			frames = List.copyOf(frames);
		}
	}

	/** Copies the lists and checks that every row has a frame for every column. */
	public FrameStrip {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
		for (final Row row : rows) if (row.frames().size() != columns.size()) throw new IllegalArgumentException("Row '" + row.caption() +
			"' has " + row.frames().size() + " frames for " + columns.size() + " columns.");
	}
}
