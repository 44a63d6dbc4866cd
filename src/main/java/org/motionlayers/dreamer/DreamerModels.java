package org.motionlayers.dreamer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.weights.ModelException;

/**
 * Opened models, the last few of which stay open, so that a stack of movies loads its model once. A model whose files were written anew is
 * loaded anew. For use by many threads.
 */
public final class DreamerModels {

	/** How many models stay open. */
	private static final int KEPT = 2;

	/** Which files a model was read from. */
	private record Version(Path folder, FileTime weights, FileTime config, long size) {

		static Version of(final Path folder) throws IOException {
			final Path weights = folder.resolve(ModelFolder.WEIGHTS);
			return new Version(folder.toRealPath(), Files.getLastModifiedTime(weights), Files.getLastModifiedTime(folder.resolve(
				ModelFolder.CONFIG)), Files.size(weights));
		}
	}

	/** A model and who uses it; closed by the last user once it is no longer kept. */
	private static final class Opened {

		private final Reasoner reasoner;
		private int users;
		private boolean kept = true;

		Opened(final Reasoner reasoner) {
			this.reasoner = reasoner;
		}

		void closeIfLeft() {
			if (!kept && users == 0) reasoner.close();
		}
	}

	/** A model in use: it stays open until this is closed. */
	public final class Lease implements AutoCloseable {

		private final Opened opened;

		private Lease(final Opened opened) {
			this.opened = opened;
		}

		/** @return the model; not to be closed */
		public Reasoner reasoner() {
			return opened.reasoner;
		}

		@Override
		public void close() {
			synchronized (DreamerModels.this) {
				opened.users--;
				opened.closeIfLeft();
			}
		}
	}

	private final Map<Version, Opened> models = new LinkedHashMap<>(KEPT + 1, .75f, true);

	/**
	 * Opens a model, or gives it again.
	 *
	 * @param folder that holds the model
	 * @return the model, to be closed by whoever asked
	 * @throws ModelException where it is no model that reasons motion, or damaged
	 * @throws org.motionlayers.network.EngineMissingException where there is no PyTorch
	 */
	public synchronized Lease open(final Path folder) {
		try {
			final DreamerArchitectures architecture = DreamerArchitectures.of(folder);
			final Version version = Version.of(folder);
			Opened opened = models.get(version);
			if (opened == null) {
				opened = new Opened(architecture.open(folder));
				models.put(version, opened);
				dropOldest();
			}
			opened.users++;
			return new Lease(opened);
		}
		catch (final IOException e) {
			throw new ModelException("Model '" + folder + "' cannot be read (" + e.getMessage() + ").", e);
		}
	}

	private void dropOldest() {
		while (models.size() > KEPT) {
			final Opened oldest = models.remove(models.keySet().iterator().next());
			oldest.kept = false;
			oldest.closeIfLeft();
		}
	}
}
