package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.OutputLock;
import org.motionlayers.io.WorkFolder;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.scene.InputException;

/**
 * The folder that a training writes into while it goes on: checkpoint and training.csv; the model is drafted in a folder within it and takes
 * its place when it is whole. It must be new or empty, or hold a checkpoint to go on from. Where a training ends before its first checkpoint,
 * nothing stays; what a killed one left before that is taken for nothing. One training at a time can write into a folder.
 */
final class TrainingFolder implements AutoCloseable {

	/** Name of the folder for a model that is not whole yet. */
	private static final String DRAFT = "unfinished";

	/** All that there may be of a training that was killed before its first checkpoint. */
	private static final Set<String> BEGUN = Set.of(TrainingLog.FILE, TrainingLog.FILE + ".part", ModelTraining.CHECKPOINT + ".part");

	private final Path path;
	private final boolean made;
	private final OutputLock lock;

	private TrainingFolder(final Path path, final boolean made, final OutputLock lock) {
		this.path = path;
		this.made = made;
		this.lock = lock;
	}

	/**
	 * Opens the folder.
	 *
	 * @param output that the user named
	 * @param resume whether to go on from its checkpoint
	 * @throws InputException where it holds anything else, or nothing to resume from, or another training is writing there
	 */
	static TrainingFolder open(final File output, final boolean resume) {
		final Path path = output.toPath();
		if (resume && !hasCheckpoint(path)) throw new InputException("resume=true: '" + path + "' holds no " + ModelTraining.CHECKPOINT +
			" to go on from; leave resume=false to begin.");
		OutputLock lock = null;
		TrainingFolder opened = null;
		try {
			Files.createDirectories(path.toAbsolutePath().normalize().getParent());
			lock = OutputLock.of(path);
			final boolean made = !Files.exists(path);
			if (!resume && !made) requireEmpty(path);
			Files.createDirectories(path);
			WorkFolder.remove(path.resolve(DRAFT));
			opened = new TrainingFolder(path, made, lock);
			return opened;
		}
		catch (final IOException exc) {
			throw new InputException("output=" + path + ": the folder cannot be made (" + exc.getMessage() + "); choose a place that you may write to.",
				exc);
		}
		finally {
			if (opened == null && lock != null) lock.close();
		}
	}

	private static boolean hasCheckpoint(final Path path) {
		return Files.isRegularFile(path.resolve(ModelTraining.CHECKPOINT));
	}

	private static void requireEmpty(final Path path) throws IOException {
		if (!Files.isDirectory(path)) throw new InputException("output=" + path + ": there is a file of that name; a folder is needed.");
		final List<Path> found;
		try (Stream<Path> files = Files.list(path)) {
			found = files.toList();
		}
		if (found.stream().allMatch(file -> BEGUN.contains(file.getFileName().toString()))) {
			for (final Path file : found) Files.delete(file);
			return;
		}
		throw new InputException("output=" + path + (hasCheckpoint(path) ? ": the folder holds a training already; give resume=true to go on with it, or choose" +
			" another folder." : ": the folder is not empty; choose another one."));
	}

	/** @return the folder */
	Path path() {
		return path;
	}

	/** @return the name of the model */
	String name() {
		return String.valueOf(path.toAbsolutePath().normalize().getFileName());
	}

	/** @return the folder for the model while it is not whole */
	Path draft() {
		return path.resolve(DRAFT);
	}

	/** Lets the model appear: its weights, and then the configuration, without which a folder is no model. */
	void publish() throws IOException {
		for (final String file : new String[] { ModelFolder.WEIGHTS, ModelFolder.CONFIG }) Files.move(draft().resolve(file), path.resolve(file),
			StandardCopyOption.REPLACE_EXISTING);
		WorkFolder.remove(draft());
	}

	/** Writes a file beside its place first. */
	void write(final String name, final OutputFolder.Content content) throws IOException {
		final Path beside = path.resolve(name + ".part");
		try {
			content.write(beside);
			Files.move(beside, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	/** Removes what is not whole, and a folder that was made in vain. */
	@Override
	public void close() throws IOException {
		try (lock) {
			WorkFolder.remove(draft());
			if (Files.exists(path.resolve(ModelTraining.CHECKPOINT)) || Files.exists(path.resolve(ModelFolder.WEIGHTS))) return;
			for (final String file : BEGUN) Files.deleteIfExists(path.resolve(file));
			if (made) Files.deleteIfExists(path);
		}
	}
}
