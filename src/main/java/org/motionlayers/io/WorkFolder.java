package org.motionlayers.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;

/**
 * A folder beside the results for what a long run must not lose when it is interrupted, such as half-trained networks. It is made by who
 * writes into it, found again by the next run with the same output, and removed when the results are complete.
 */
public final class WorkFolder {

	private static final String ENDING = "-unfinished";

	private WorkFolder() {}

	/**
	 * @return the folder that belongs to a folder of results: beside it, its name with "-unfinished"
	 * @throws InputException where a symbolic link of that name is there, which is not written through
	 */
	public static Path of(final Path output) {
		final Path absolute = output.toAbsolutePath().normalize(), folder = absolute.resolveSibling(absolute.getFileName() + ENDING);
		if (Files.isSymbolicLink(folder)) throw new InputException("output=" + output + ": beside it is a symbolic link " + folder.getFileName() +
			", where the unfinished results would go; remove it.");
		return folder;
	}

	/**
	 * Removes the folder with all that is in it, where there is one.
	 *
	 * @param folder as {@link #of} names it
	 * @throws IOException where that cannot be done
	 */
	public static void remove(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		final List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path file : all) Files.deleteIfExists(file);
	}
}
