package org.motionlayers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Prints line coverage by package out of JaCoCo's CSV report; run by {@code mvn verify}. */
public final class CoverageSummary {

	private CoverageSummary() {}

	/**
	 * @param args the path of jacoco.csv
	 * @throws IOException where it cannot be read
	 */
	public static void main(final String... args) throws IOException {
		final Path csv = Path.of(args[0]);
		if (!Files.exists(csv)) return;
		final Map<String, long[]> lines = new TreeMap<>();
		for (final String row : Files.readAllLines(csv)) {
			final String[] cells = row.split(",");
			if (cells[0].equals("GROUP")) continue;
			for (final String name : new String[] { cells[1], "~ all" }) {
				final long[] sums = lines.computeIfAbsent(name, k -> new long[2]);
				sums[0] += Long.parseLong(cells[7]);
				sums[1] += Long.parseLong(cells[8]);
			}
		}
		System.out.println("Line coverage:");
		lines.forEach((name, sums) -> System.out.printf("  %-45s %5.1f %% of %d%n", name, 100.0 * sums[1] / Math.max(1, sums[0] + sums[1]),
			sums[0] + sums[1]));
	}
}
