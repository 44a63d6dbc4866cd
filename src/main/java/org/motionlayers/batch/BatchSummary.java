package org.motionlayers.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

import org.motionlayers.io.CsvLine;

/** A table of what became of every job. */
final class BatchSummary {

	private BatchSummary() {}

	/** Writes the table beside its place, then moves it there. */
	static void write(final Path file, final List<Outcome> outcomes) throws IOException {
		final StringBuilder text = new StringBuilder(CsvLine.of(List.of("job", "state", "tries", "seconds", "message")));
		for (final Outcome outcome : outcomes) text.append(CsvLine.of(List.of(outcome.job(), outcome.state().name().toLowerCase(Locale.ROOT),
			Integer.toString(outcome.tries()), String.format(Locale.ROOT, "%.2f", outcome.seconds()), outcome.message())));
		Files.createDirectories(file.toAbsolutePath().getParent());
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		Files.writeString(part, text);
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
	}
}
