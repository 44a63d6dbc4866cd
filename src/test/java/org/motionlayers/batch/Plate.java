package org.motionlayers.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.motionlayers.command.CommandWork;
import org.motionlayers.io.Digests;
import org.motionlayers.io.RunRecord;
import org.motionlayers.scene.Progress;

/** A small plate of simulated movies, and what a folder of results holds. */
public final class Plate {

	/** What of a record differs between two runs of the same thing. */
	public static final Set<String> TIMES = Set.of("timings", "host");

	/** What of a record differs too where one was made in parts. */
	public static final Set<String> PARTS = Set.of("timings", "host", "command", "parameters", "copyas");

	private Plate() {}

	/** @return a folder of movies 1.tif, 2.tif, ... with 1-labels.tif, ... */
	public static Path of(final Path folder, final int movies, final int size) throws IOException {
		final Path made = folder.resolve("made"), plate = Files.createDirectories(folder.resolve("plate"));
		final String done = made.resolve(RunRecord.FILE).toString();
		new CommandWork().run(new Job("simulate", 0, "simulate", List.of("scene=cells", "size=" + size, "frames=6", "count=" + movies, "output=" +
			made), done, done), Progress.NONE);
		for (int k = 1; k <= movies; k++) {
			Files.move(made.resolve(k + "/image.tif"), plate.resolve(k + ".tif"));
			Files.move(made.resolve(k + "/labels.tif"), plate.resolve(k + "-labels.tif"));
		}
		return plate;
	}

	/** @return SHA-256 of every file by its path; records without some sections; no summary */
	public static Map<String, String> digests(final Path folder, final Set<String> without) throws IOException {
		final Map<String, String> digests = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				final String name = folder.relativize(file).toString();
				if (name.endsWith(RunRecord.FILE)) digests.put(name, record(file, without));
				else if (!name.equals("summary.csv")) digests.put(name, Digests.sha256(file, Progress.NONE));
			}
		}
		return digests;
	}

	/** The record as text, with the folder that it lies in called the same everywhere. */
	private static String record(final Path file, final Set<String> without) throws IOException {
		final JsonObject record = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
		without.forEach(record::remove);
		final Path batch = file.toAbsolutePath().getParent().getParent();
		return record.toString().replace(batch.toString(), "BATCH");
	}
}
