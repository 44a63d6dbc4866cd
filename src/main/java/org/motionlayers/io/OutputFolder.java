package org.motionlayers.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;

/**
 * A folder of results that appears whole or not at all. Files are written into a hidden folder beside it, which takes its place when
 * {@link #commit} is called; {@link #close} without that, or the end of the program, removes it. What a killed program left beside is put
 * right by the next run with the same output. One run at a time can write into a folder.
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

	private final Path folder;
	private final Path staging;
	private final boolean overwrite;
	private final OutputLock lock;
	private final Thread cleaner;
	private boolean open = true;

	private OutputFolder(final Path folder, final boolean overwrite, final OutputLock lock) throws IOException {
		this.folder = folder;
		this.overwrite = overwrite;
		this.lock = lock;
		// not createTempDirectory: the results are to be as readable for others as any new folder
		this.staging = Files.createDirectory(Remains.unfinished(folder));
		this.cleaner = new Thread(() -> {
			Remains.deleteQuietly(staging);
			lock.close();
		}, "remove " + staging.getFileName());
		Runtime.getRuntime().addShutdownHook(cleaner);
	}

	/**
	 * Prepares a folder of results; nothing is there to see before {@link #commit}.
	 *
	 * @param folder where the results go; folders above it are made
	 * @param overwrite whether the results of an earlier run may be replaced; a folder that holds anything else is never touched
	 * @return the folder, to be closed
	 * @throws InputException where the folder exists and may not be replaced, is a link, or cannot be made
	 */
	public static OutputFolder open(final Path folder, final boolean overwrite) {
		final Path absolute = folder.toAbsolutePath().normalize();
		if (absolute.getFileName() == null) throw new InputException("output=" + folder + ": a folder's name is needed.");
		OutputLock lock = null;
		OutputFolder opened = null;
		try {
			Files.createDirectories(absolute.getParent());
			lock = OutputLock.of(absolute);
			Remains.putRight(absolute);
			requireFree(folder, absolute, overwrite);
			opened = new OutputFolder(absolute, overwrite, lock);
			return opened;
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the folder cannot be made (" + reason(exc) +
				"); choose a place that you may write to.", exc);
		}
		finally {
			if (opened == null && lock != null) lock.close();
		}
	}

	private static void requireFree(final Path folder, final Path absolute, final boolean overwrite) {
		if (Files.isSymbolicLink(absolute)) throw new InputException("output=" + folder +
			": a symbolic link, which is not written through or replaced; name the folder that it leads to.");
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
			RunRecord.nameFiles(made, Remains.names(made).stream().filter(name -> !name.equals(RunRecord.FILE)).toList());
			Remains.move(made, absolute);
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
		final Map<Path, Set<Path>> complete = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).collect(Collectors.groupingBy(
			Path::getParent, Collectors.toSet()));
		for (final Map.Entry<Path, Set<Path>> parent : complete.entrySet()) {
			if (!Files.isDirectory(parent.getKey())) continue;
			for (final Path folder : Remains.owners(parent.getKey())) if (parent.getValue().contains(folder)) putRight(folder);
		}
	}

	private static void putRight(final Path folder) throws IOException {
		try (OutputLock lock = OutputLock.of(folder)) {
			Remains.putRight(folder);
		}
		catch (final InputException busy) {
			// another run is writing there, which has put it right
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
			final List<String> files = Remains.names(staging);
			write(RunRecord.FILE, path -> record.write(path, files));
			// others may have made it meanwhile
			requireFree(folder, folder, overwrite);
			if (Files.exists(folder)) replace();
			else Remains.move(staging, folder);
			forget();
		}
		catch (final IOException exc) {
			throw new InputException("output=" + folder + ": the results cannot be moved to their place (" + reason(exc) + ").", exc);
		}
	}

	/** Puts the old results aside, the new ones in their place, what was not ours back, and only then removes the old. */
	private void replace() throws IOException {
		final Path former = Remains.former(staging);
		Remains.move(folder, former);
		try {
			Remains.move(staging, folder);
		}
		catch (final IOException exc) {
			Remains.move(former, folder);
			throw exc;
		}
		Remains.retire(former, folder);
	}

	/** Removes what was written, where it was not committed. */
	@Override
	public void close() {
		if (open) Remains.deleteQuietly(staging);
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
		lock.close();
	}

	private static String reason(final Exception exc) {
		final Throwable cause = exc instanceof UncheckedIOException unchecked ? unchecked.getCause() : exc;
		if (cause instanceof java.nio.file.AccessDeniedException denied) return "no permission to write " + denied.getFile();
		if (cause instanceof FileSystemException file && file.getReason() != null) return file.getReason();
		return cause.getMessage() == null ? cause.toString() : cause.getMessage();
	}
}
