package org.motionlayers.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.io.PartFolders;
import org.motionlayers.io.RunRecord;
import org.motionlayers.scene.InputException;

/**
 * What a batch is to do: a command for every movie and every combination of values, each with a folder of its own for what it writes; where
 * wanted, every prediction in blocks of frames.
 *
 * @param movies a folder, table, list, or movie
 * @param pattern of the names in a folder
 * @param labels of a movie, with {name} in it; auto; or empty for none
 * @param command name of the command
 * @param arguments of every call, key=value with spaces between, with {name} and {folder} in them
 * @param vary combinations of values, see {@link Sweep}
 * @param blocks how many frames of a prediction are one job; 0 for all
 * @param output folder that gets a folder per movie, and in it per combination
 */
public record BatchPlan(Path movies, String pattern, String labels, String command, String arguments, String vary, int blocks,
	Path output)
{

	/** The command that can be done in blocks, and the one that does a part of it. */
	private static final String PREDICT = "predict", PART = "predictpart";
	private static final String FRAMES = "frames";
	/** What a batch says itself. */
	private static final List<String> OWN = List.of("image", "output", "overwrite");

	/** Checks what needs no files. */
	public BatchPlan {
		if (output.toString().isEmpty()) throw new InputException("output: a folder for the results is needed.");
		if (blocks < 0) throw new InputException("blocks=" + blocks + ": the number of frames of a job is needed, 0 for all.");
		if (blocks > 0 && !command.equals(PREDICT)) throw new InputException("blocks=" + blocks + ": command=" + command +
			" cannot be done in blocks; " + PREDICT + " can.");
	}

	/**
	 * Makes the jobs.
	 *
	 * @return one job per movie and combination; in blocks, one that begins, one per block and one that ends
	 * @throws IOException where the movies cannot be listed
	 * @throws InputException where there are none, or parameters do not fit together
	 */
	public List<Job> jobs() throws IOException {
		final List<List<String>> combinations = Sweep.of(vary);
		final List<String> common = Words.of("arguments", arguments);
		final List<Job> jobs = new ArrayList<>();
		for (final MovieList.Movie movie : MovieList.of(movies, pattern, labels)) for (final List<String> combination : combinations) {
			final String folder = Sweep.folder(combination);
			final String name = folder.isEmpty() ? movie.name() : movie.name() + "/" + folder;
			final Map<String, String> said = new LinkedHashMap<>();
			said.put("image", movie.image().toString());
			common.forEach(word -> say(said, "arguments", Words.key(word), movie.fill(Words.value(word))));
			movie.arguments().forEach(word -> say(said, "movies", Words.key(word), Words.value(word)));
			combination.forEach(word -> say(said, "vary", Words.key(word), Words.value(word)));
			jobs.addAll(jobs(name, said));
		}
		return jobs;
	}

	/** What is said of a movie goes before what is said of all, and what varies before both. */
	private static void say(final Map<String, String> said, final String parameter, final String key, final String value) {
		if (OWN.contains(key)) throw new InputException(parameter + ": " + key + "=" + value + " was found; a batch says " + String.join(", ", OWN) +
			" itself.");
		said.put(key, value);
	}

	private List<Job> jobs(final String name, final Map<String, String> said) {
		final Path folder = output.toAbsolutePath().normalize().resolve(name);
		said.put("output", folder.toString());
		final String whole = folder.resolve(RunRecord.FILE).toString();
		if (blocks == 0) return List.of(new Job(name, 0, command, words(said), whole, whole));
		said.put("stacks", "zarr");
		final int frames = frames(said);
		final PartFolders parts = new PartFolders(folder);
		final List<Job> jobs = new ArrayList<>();
		jobs.add(part(name + " begin", 0, said, List.of("part=begin"), parts.begin(), whole));
		for (int first = 1; first <= frames; first += blocks) {
			final int last = Math.min(frames, first + blocks - 1);
			final Path part = parts.frames(first, last);
			jobs.add(part(name + " " + part.getFileName(), 1, said, List.of("part=frames", "first=" + first, "last=" + last), part, whole));
		}
		jobs.add(part(name + " end", 2, said, List.of("part=end"), folder, whole));
		return jobs;
	}

	private static Job part(final String name, final int stage, final Map<String, String> said, final List<String> more, final Path folder,
		final String whole)
	{
		final List<String> words = new ArrayList<>(words(said));
		words.addAll(more);
		return new Job(name, stage, PART, words, folder.resolve(RunRecord.FILE).toString(), whole);
	}

	private static List<String> words(final Map<String, String> said) {
		return said.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
	}

	private int frames(final Map<String, String> said) {
		final String text = said.getOrDefault(FRAMES, "");
		if (!text.matches("[1-9]\\d{0,8}")) throw new InputException("blocks=" + blocks + ": arguments must say " + FRAMES + "=, the number of future frames; '" +
			text + "' was found.");
		return Integer.parseInt(text);
	}
}
