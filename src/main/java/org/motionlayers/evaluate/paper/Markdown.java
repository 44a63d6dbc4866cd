package org.motionlayers.evaluate.paper;

import java.util.Locale;

/** Writes Markdown: paragraphs and tables. */
public final class Markdown {

	private final StringBuilder text = new StringBuilder();

	/** Adds a heading; level 1 is the largest. */
	public Markdown heading(final int level, final String title) {
		text.append("#".repeat(level)).append(' ').append(title).append("\n\n");
		return this;
	}

	/** Adds a paragraph, formatted as {@link String#format} does. */
	public Markdown paragraph(final String format, final Object... values) {
		text.append(String.format(Locale.ROOT, format, values)).append("\n\n");
		return this;
	}

	/** Adds an image NAME.png that lies beside the text. */
	public Markdown image(final String title, final String name) {
		text.append("![").append(title).append("](").append(name).append(".png)\n\n");
		return this;
	}

	/** Begins a table. */
	public Markdown header(final Object... cells) {
		row(cells);
		text.append("|---".repeat(cells.length)).append("|\n");
		return this;
	}

	/** Adds a row to the table. */
	public Markdown row(final Object... cells) {
		for (final Object cell : cells) text.append("| ").append(cell).append(' ');
		text.append("|\n");
		return this;
	}

	/** Ends the table. */
	public Markdown end() {
		text.append('\n');
		return this;
	}

	/** @return a number with three significant digits, with an exponent where it is small or large */
	public static String number(final double value) {
		if (Double.isNaN(value)) return "-";
		final double size = Math.abs(value);
		if (value == 0 || size >= 0.001 && size < 10) return String.format(Locale.ROOT, "%.4f", value);
		return size >= 10 && size < 1e6 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1e", value);
	}

	/** @return the text */
	@Override
	public String toString() {
		return text.toString();
	}
}
