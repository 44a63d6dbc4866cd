package org.motionlayers.io;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a table as RFC 4180 has it, ended by a line feed. */
public final class CsvLine {

	private CsvLine() {}

	/** @return the cells, in quotes where they hold a comma, a quote or a line break */
	public static String of(final List<String> cells) {
		return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String cell) {
		final boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
