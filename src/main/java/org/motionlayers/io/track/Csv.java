package org.motionlayers.io.track;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.io.CsvLine;
import org.motionlayers.scene.InputException;

/** Tables of comma-separated values, RFC 4180 in UTF-8. Semicolons and tabs are read too, as spreadsheets write them. */
public final class Csv {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private Csv() {}

	/** Writes one row; cells are quoted where they have to be. */
	public static void write(final Writer out, final List<String> cells) throws IOException {
		out.write(CsvLine.of(cells));
	}

	/** @return a number with seven significant digits and without exponent, or an empty text for NaN */
	public static String number(final double value) {
		return Decimals.text(value);
	}

	/**
	 * Reads a table whole.
	 *
	 * @param file the table
	 * @return its rows, the header first, without empty ones; cells without blanks at their ends
	 * @throws IOException where it cannot be read
	 * @throws InputException where it is no text
	 */
	public static List<List<String>> read(final Path file) throws IOException {
		try {
			final String text = Files.readString(file);
			return rows(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
		}
		catch (final MalformedInputException exc) {
			throw new InputException(file + " is not a text file; a table of comma-separated values is needed.", exc);
		}
	}

	private static List<List<String>> rows(final String text) {
		final char separator = separator(text);
		final List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i <= text.length(); i++) {
			final char c = i < text.length() ? text.charAt(i) : '\n';
			if (quoted && i < text.length()) {
				if (c != '"') cell.append(c);
				else if (i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
				else quoted = false;
			}
			else if (c == '"') quoted = true;
			else if (c == separator || c == '\n') {
				row.add(cell.toString().strip());
				cell.setLength(0);
				if (c == separator) continue;
				if (row.stream().anyMatch(s -> !s.isEmpty())) rows.add(row);
				row = new ArrayList<>();
			}
			else if (c != '\r') cell.append(c);
		}
		return rows;
	}

	/** The separator of the first line: the one there is most of. */
	private static char separator(final String text) {
		final int end = text.indexOf('\n');
		final String line = end < 0 ? text : text.substring(0, end);
		char best = ',';
		for (final char c : new char[] { ';', '\t' }) if (count(line, c) > count(line, best)) best = c;
		return best;
	}

	private static long count(final String line, final char c) {
		return line.chars().filter(d -> d == c).count();
	}
}
