package org.motionlayers.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hidden folders beside a folder of results: {@code .NAME-0123abcd-unfinished} while results are being written, {@code
 * .NAME-0123abcd-former} for the moment in which new results take the place of former ones. A program that is killed leaves them; who holds
 * the {@link OutputLock} next puts that right.
 */
final class Remains {

	private static final String UNFINISHED = "-unfinished", FORMER = "-former";

	private Remains() {}

	/** @return a name for results that are being written, beside their place */
	static Path unfinished(final Path folder) {
		return folder.resolveSibling("." + folder.getFileName() + "-" + Long.toHexString(System.nanoTime()) + UNFINISHED);
	}

	/** @return where former results go while those that are finished take their place */
	static Path former(final Path unfinished) {
		return unfinished.resolveSibling(unfinished.getFileName().toString().replaceFirst(UNFINISHED + "$", FORMER));
	}

	/** Gives former results back that nothing has taken the place of, and removes what was never finished. */
	static void putRight(final Path folder) throws IOException {
		for (final Path former : beside(folder, FORMER)) {
			if (RunRecord.isIn(folder)) retire(former, folder);
			else if (!Files.exists(folder) || Files.isDirectory(folder) && names(folder).isEmpty()) {
				Files.deleteIfExists(folder);
				move(former, folder);
			}
		}
		for (final Path unfinished : beside(folder, UNFINISHED)) delete(unfinished);
	}

	/** @return the folders of results within a folder that something was left of */
	static Set<Path> owners(final Path parent) throws IOException {
		final Pattern left = Pattern.compile("\\.(.+)-[0-9a-f]{1,16}(" + UNFINISHED + "|" + FORMER + ")");
		return names(parent).stream().map(left::matcher).filter(Matcher::matches).map(match -> parent.resolve(match.group(1))).collect(Collectors
			.toCollection(TreeSet::new));
	}

	private static List<Path> beside(final Path folder, final String ending) throws IOException {
		final Pattern name = Pattern.compile("\\." + Pattern.quote(folder.getFileName().toString()) + "-[0-9a-f]{1,16}" + ending);
		try (Stream<Path> all = Files.list(folder.getParent())) {
			return all.filter(path -> name.matcher(path.getFileName().toString()).matches() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).sorted()
				.toList();
		}
	}

	/** Moves what was not ours out of former results into the new ones, and removes the former. */
	static void retire(final Path former, final Path folder) throws IOException {
		final List<String> ours = RunRecord.filesIn(former);
		// without its record a folder is one that was being removed when the program ended, or was empty
		if (RunRecord.isIn(former)) for (final String name : names(former)) {
			final Path place = folder.resolve(name);
			if (!ours.contains(name) && !name.equals(RunRecord.FILE) && !Files.exists(place)) move(former.resolve(name), place);
		}
		Files.deleteIfExists(former.resolve(RunRecord.FILE));
		delete(former);
	}

	static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to);
		}
	}

	static void deleteQuietly(final Path folder) {
		try {
			delete(folder);
		}
		catch (final IOException exc) {
			// what cannot be removed stays hidden beside the output; the reason why we are here matters more
		}
	}

	static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
		}
	}
}
