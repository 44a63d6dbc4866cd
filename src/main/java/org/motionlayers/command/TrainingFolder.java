package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.scene.InputException;

/**
 * The folder that a training writes into while it goes on: checkpoint, model, training.csv. It must be new or empty, or hold a checkpoint to
 * go on from. Where a training ends before its first checkpoint, nothing stays.
 */
final class TrainingFolder implements AutoCloseable {

	private final Path path;
	private final boolean made;

	private TrainingFolder(final Path path, final boolean made) {
		this.path = path;
		this.made = made;
	}

	/**
	 * Opens the folder.
	 *
	 * @param output that the user named
	 * @param resume whether to go on from its checkpoint
	 * @throws InputException where it holds anything else, or nothing to resume from
	 */
	static TrainingFolder open(final File output, final boolean resume) {
		final Path path = output.toPath();
		final boolean checkpoint = Files.isRegularFile(path.resolve(ModelTraining.CHECKPOINT));
		if (resume && !checkpoint) throw new InputException("resume=true: '" + path + "' holds no " + ModelTraining.CHECKPOINT +
			" to go on from; leave resume=false to begin.");
		try {
			if (!resume && Files.exists(path)) requireEmpty(path, checkpoint);
			final boolean made = !Files.exists(path);
			Files.createDirectories(path);
			return new TrainingFolder(path, made);
		}
		catch (final IOException exc) {
			throw new InputException("output=" + path + ": the folder cannot be made (" + exc.getMessage() + "); choose a place that you may write to.",
				exc);
		}
	}

	private static void requireEmpty(final Path path, final boolean checkpoint) throws IOException {
		if (!Files.isDirectory(path)) throw new InputException("output=" + path + ": there is a file of that name; a folder is needed.");
		try (Stream<Path> files = Files.list(path)) {
			if (files.findAny().isEmpty()) return;
		}
		throw new InputException("output=" + path + (checkpoint ? ": the folder holds a training already; give resume=true to go on with it, or choose" +
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

	/** Removes a folder that was made in vain. */
	@Override
	public void close() throws IOException {
		if (Files.exists(path.resolve(ModelTraining.CHECKPOINT)) || Files.exists(path.resolve(ModelFolder.WEIGHTS))) return;
		Files.deleteIfExists(path.resolve(TrainingLog.FILE));
		if (made) Files.deleteIfExists(path);
	}
}
