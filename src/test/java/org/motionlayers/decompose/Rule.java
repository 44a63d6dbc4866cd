package org.motionlayers.decompose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.scene.Shape;

/** The images and masks of scripts/make_decompose_fixtures.py, and the tables that it wrote. */
final class Rule {

	private static final Path FOLDER = Path.of("src/test/resources/decompose");
	private static final int[] IDS = { 0, 0, 0, 5, 70000, 0, 2147483647, 12, 0, 16777217, 3 };

	private Rule() {}

	static int[] labels(final Shape shape) {
		final int[] labels = new int[shape.pixels()];
		for (int p = 0; p < labels.length; p++) labels[p] = IDS[(x(p, shape) / 3 * 31 + y(p, shape) / 4 * 17 + z(p, shape) / 2 * 7) % IDS.length];
		return labels;
	}

	static double image(final Shape shape, final int p, final int channel) {
		final int x = x(p, shape), y = y(p, shape), z = z(p, shape);
		return (x * 37 + y * 101 + z * 53 + x * y + 1000 * channel) % 65536;
	}

	static double smooth(final Shape shape, final int p) {
		final int x = x(p, shape), y = y(p, shape), z = z(p, shape);
		return 1000 + 40.0 * x - 25.0 * y + 60.0 * z + 300 * Math.sin(x / 3.0) * Math.cos(y / 4.0 + z);
	}

	/** @return the rows of a table without its header */
	static List<double[]> table(final String name) {
		try (Stream<String> lines = Files.lines(FOLDER.resolve(name))) {
			return lines.skip(1).map(line -> Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toList();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	static int x(final int p, final Shape shape) {
		return p % shape.width();
	}

	static int y(final int p, final Shape shape) {
		return p / shape.width() % shape.height();
	}

	static int z(final int p, final Shape shape) {
		return p / shape.planeSize();
	}
}
