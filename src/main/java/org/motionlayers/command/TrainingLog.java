package org.motionlayers.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.io.CsvLine;

/**
 * Loss, gradient and rate of every step, kept as training.csv while the training goes on. A training that is resumed goes on with the table:
 * steps that are made again replace those that were lost.
 */
final class TrainingLog implements AutoCloseable {

	/** Name of the table. */
	static final String FILE = "training.csv";

	private static final String HEADER = CsvLine.of(List.of("step", "loss", "gradient norm", "rate"));

	private final Path file;
	private final List<double[]> rows = new ArrayList<>();
	private Writer out;

	/** @param folder of the model; the table need not be there */
	TrainingLog(final Path folder) {
		this.file = folder.resolve(FILE);
	}

	/** Adds a step. */
	void add(final long step, final double loss, final double gradientNorm, final double rate) {
		try {
			if (out == null) open(step);
			final double[] row = { step, loss, gradientNorm, rate };
			rows.add(row);
			out.write(line(row));
			// a checkpoint must not know of steps that the table does not
			out.flush();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(file + " cannot be written (" + exc.getMessage() + ").", exc);
		}
	}

	/** Keeps what an earlier part of the training wrote before this step; whenever the program ends, these lines are there. */
	private void open(final long step) throws IOException {
		recall(step);
		final Path beside = file.resolveSibling(FILE + ".part");
		try (Writer kept = Files.newBufferedWriter(beside)) {
			kept.write(HEADER);
			for (final double[] row : rows) kept.write(line(row));
		}
		Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
		out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
	}

	/**
	 * Reads the whole table where no step was made, because a training that is resumed had made all of them.
	 *
	 * @throws IOException where it cannot be read
	 */
	void complete() throws IOException {
		if (out == null) recall(Long.MAX_VALUE);
	}

	private void recall(final long step) throws IOException {
		rows.clear();
		if (Files.exists(file)) for (final String line : Files.readAllLines(file)) {
			final String[] cells = line.split(",");
			// a line that was cut off when a program was stopped, and the header, have no four numbers
			if (cells.length != 4 || !cells[0].matches("\\d+") || Long.parseLong(cells[0]) >= step) continue;
			rows.add(new double[] { Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(
				cells[3]) });
		}
	}

	private static String line(final double[] row) {
		return CsvLine.of(List.of(Long.toString((long) row[0]), Double.toString(row[1]), Double.toString(row[2]), Double.toString(row[3])));
	}

	/** @return number of steps in the table */
	int steps() {
		return rows.size();
	}

	/**
	 * The loss over the steps, few enough to draw.
	 *
	 * @param points how many at most
	 * @return steps, and the mean loss of as many steps up to each
	 */
	double[][] curve(final int points) {
		final int each = Math.max(1, (rows.size() + points - 1) / points), n = rows.size() / each;
		final double[][] curve = new double[2][n];
		for (int k = 0; k < n; k++) {
			curve[0][k] = rows.get((k + 1) * each - 1)[0];
			for (int i = k * each; i < (k + 1) * each; i++) curve[1][k] += rows.get(i)[1] / each;
		}
		return curve;
	}

	/** @return the mean loss over a part of the steps at the end; NaN where there are none */
	double lastLoss(final double part) {
		final int from = (int) Math.floor((1 - part) * rows.size());
		return rows.subList(from, rows.size()).stream().mapToDouble(row -> row[1]).average().orElse(Double.NaN);
	}

	@Override
	public void close() throws IOException {
		if (out != null) out.close();
	}
}
