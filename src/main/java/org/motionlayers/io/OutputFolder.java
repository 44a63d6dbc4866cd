package org.motionlayers.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;

/**
 * A folder of results that appears whole or not at all. Files are written into a hidden folder beside it, which takes its place when
 * {@link #commit} is called; {@link #close} without that, or the end of the program, removes it.
 *
 * <pre>
 * try (OutputFolder out = OutputFolder.open(Path.of("out/hela"), false)) {
 * 	out.write("video.tif", path -&gt; series.write(path, progress));
 * 	out.commit(record);
 * }
 * </pre>
 */
public final class OutputFolder implements AutoCloseable {

	/** Writes one file or folder. */
	@FunctionalInterface
	public interface Content {

		/**
		 * @param path where it is to be made
		 * @throws IOException where it cannot be written
		 */
		void write(Path path) throws IOException;
	}

	/** How folders are called before they are complete. */
	private static final Pattern STAGING = Pattern.compile("\\.(.+)-[0-9a-f]{4,16}");

	private final Path folder;
	private final Path staging;
	private final Thread cleaner;
	private boolean open = true;

	private OutputFolder(final Path folder, final Path staging) {
		this.folder = folder;
		this.staging = staging;
		this.cleaner = new Thread(() -> deleteQuietly(staging), "remove " + staging.getFileName());
		Runtime.getRuntime().addShutdownHook(cleaner);
	}

	/**
	 * Prepares a folder of results; nothing is there to see before {@link #commit}.
	 *
	 * @param folder where the results go; folders above it are made
	 * @param overwrite whether the results of an earlier run may be replaced; a folder that holds anything else is never touched
	 * @return the folder, to be closed
	 * @throws InputException where the folder exists and may not be replaced, or cannot be made
	 */
	public static OutputFolder open(final Path folder, final boolean overwrite) {
		final Path absolute = folder.toAbsolutePath().normalize();
		requireFree(folder, absolute, overwrite);
		if (absolute.getFileName() == null) throw new InputException("output=" + folder + ": a folder's name is needed.");
		try {
			Files.createDirectories(absolute.getParent());
			// not createTempDirectory: the results are to be as readable for others as any new folder
			return new OutputFolder(absolute, Files.createDirectory(absolute.resolveSibling("." + absolute.getFileName() + "-" + Long.toHexString(
				System.nanoTime()))));
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the folder cannot be made (" + reason(exc) +
				"); choose a place that you may write to.", exc);
		}
	}

	private static void requireFree(final Path folder, final Path absolute, final boolean overwrite) {
		if (!Files.exists(absolute)) return;
		if (!Files.isDirectory(absolute)) throw new InputException("output=" + folder + ": there is a file of that name; a folder is needed.");
		if (isEmpty(absolute)) return;
		if (!RunRecord.isIn(absolute)) throw new InputException("output=" + folder + ": the folder exists and holds no " + RunRecord.FILE +
			" of Motion Layers, so it is left alone, with overwrite=true too; choose another folder.");
		if (!overwrite) throw new InputException("output=" + folder + ": the folder holds the results of an earlier run; give overwrite=true to " +
			"replace them, or choose another folder.");
	}

	private static boolean isEmpty(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the folder cannot be read (" + reason(exc) + ").", exc);
		}
	}

	/**
	 * Puts a folder of results that was made elsewhere on the same disk in its place.
	 *
	 * @param made the results, with their record; all that lies in it becomes part of them
	 * @param folder where they belong
	 * @throws InputException where that place is taken, or cannot be reached
	 */
	public static void adopt(final Path made, final Path folder) {
		final Path absolute = folder.toAbsolutePath().normalize();
		requireFree(folder, absolute, false);
		try {
			RunRecord.nameFiles(made, names(made).stream().filter(name -> !name.equals(RunRecord.FILE)).toList());
			move(made, absolute);
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the results cannot be moved to their place (" + reason(exc) + ").", exc);
		}
	}

	/**
	 * Refuses a place where results may not go, before any work.
	 *
	 * @param folder where results are to go
	 * @throws InputException where something is there
	 */
	public static void requireFree(final Path folder) {
		requireFree(folder, folder.toAbsolutePath().normalize(), false);
	}

	/**
	 * Removes what programs left that were killed while they wrote results which others have written since.
	 *
	 * @param folders of results that are complete
	 * @throws IOException where that cannot be done
	 */
	public static void removeAbandoned(final Collection<Path> folders) throws IOException {
		final Map<Path, Set<String>> complete = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).collect(Collectors.groupingBy(
			Path::getParent, Collectors.mapping(folder -> folder.getFileName().toString(), Collectors.toSet())));
		for (final Map.Entry<Path, Set<String>> parent : complete.entrySet()) {
			if (!Files.isDirectory(parent.getKey())) continue;
			for (final String name : names(parent.getKey())) {
				final Matcher left = STAGING.matcher(name);
				if (left.matches() && parent.getValue().contains(left.group(1))) delete(parent.getKey().resolve(name));
			}
		}
	}

	/** @return the folder that the results will be in */
	public Path folder() {
		return folder;
	}

	/**
	 * Writes one file or folder of the results.
	 *
	 * @param name of the file within the folder
	 * @param content writes it
	 * @throws InputException where it cannot be written, such as on a full disk
	 */
	public void write(final String name, final Content content) {
		try {
			content.write(staging.resolve(name));
		}
		catch (final IOException | UncheckedIOException exc) {
			throw new InputException("output=" + folder + ": " + name + " cannot be written (" + reason(exc) +
				"). Nothing was kept; free some space, or choose another folder.", exc);
		}
	}

	/**
	 * Writes the record of the run and moves everything to its place.
	 *
	 * @param record how the results were made; it will also name the files
	 * @throws InputException where that cannot be done; what was there before stays
	 */
	public void commit(final RunRecord record) {
		try {
			final List<String> files = names(staging);
			write(RunRecord.FILE, path -> record.write(path, files));
			if (Files.exists(folder)) replace();
			else move(staging, folder);
			forget();
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the results cannot be moved to their place (" + reason(exc) + ").", exc);
		}
	}

	/** Puts the old results aside, the new ones in their place, what was not ours back, and only then removes the old. */
	private void replace() throws IOException {
		final Path old = staging.resolveSibling(staging.getFileName() + "-old");
		final List<String> ours = RunRecord.isIn(folder) ? RunRecord.filesIn(folder) : List.of();
		move(folder, old);
		try {
			move(staging, folder);
		}
		catch (final IOException exc) {
			move(old, folder);
			throw exc;
		}
		for (final String name : names(old)) {
			final Path place = folder.resolve(name);
			if (!ours.contains(name) && !name.equals(RunRecord.FILE) && !Files.exists(place)) move(old.resolve(name), place);
		}
		delete(old);
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to);
		}
	}

	/** Removes what was written, where it was not committed. */
	@Override
	public void close() {
		if (open) deleteQuietly(staging);
		forget();
	}

	private void forget() {
		if (!open) return;
		open = false;
		try {
			Runtime.getRuntime().removeShutdownHook(cleaner);
		}
		catch (final IllegalStateException exc) {
			// the program is ending: the hook is running already
		}
	}

	private static void deleteQuietly(final Path folder) {
		try {
			delete(folder);
		}
		catch (final IOException exc) {
			// what cannot be removed stays hidden beside the output; the reason why we are here matters more
		}
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
		}
	}

	private static String reason(final Exception exc) {
		final Throwable cause = exc instanceof UncheckedIOException unchecked ? unchecked.getCause() : exc;
		if (cause instanceof java.nio.file.AccessDeniedException denied) return "no permission to write " + denied.getFile();
		if (cause instanceof FileSystemException file && file.getReason() != null) return file.getReason();
		return cause.getMessage() == null ? cause.toString() : cause.getMessage();
	}
}
