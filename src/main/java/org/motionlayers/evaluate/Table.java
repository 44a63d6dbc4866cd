package org.motionlayers.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

import org.motionlayers.io.CsvLine;

/**
 * Rows of results under named columns, to be written as a file or shown in a window.
 *
 * @param columns their names, with units
 * @param rows as many cells as columns: texts, whole numbers, or doubles, of which NaN means that there is none
 */
public record Table(List<String> columns, List<List<Object>> rows) {

	private static final MathContext DIGITS = new MathContext(7);

	/** Copies, and checks that every row has a cell for every column. */
	public Table {
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
		for (final List<Object> row : rows) if (row.size() != columns.size()) throw new IllegalArgumentException("A row of " + row.size() +
			" cells does not fit " + columns.size() + " columns.");
	}

	/** @return the table as RFC 4180 in lines that end in \n: numbers with seven digits, nothing where there is none */
	public String csv() {
		return line(columns) + rows.stream().map(Table::line).collect(Collectors.joining());
	}

	private static String line(final List<?> cells) {
		return CsvLine.of(cells.stream().map(Table::text).toList());
	}

	private static String text(final Object cell) {
		if (!(cell instanceof final Double number)) return cell.toString();
		if (number.isNaN()) return "";
		if (number.isInfinite()) return number.toString();
		final String plain = new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
		return plain.length() <= 16 ? plain : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toString();
	}
}
