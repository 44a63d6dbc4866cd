package org.motionlayers.command;

import org.motionlayers.batch.JobRunner;
import org.motionlayers.batch.LocalRunner;
import org.motionlayers.scene.InputException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command for many movies, or many settings, or one huge movie in blocks, in threads of this Java. */
@Plugin(type = Command.class, name = "batch", label = "Batch...", menuPath = "Plugins>Motion Layers>Batch...", headless = true,
	description = "Runs a command on many movies and settings, skipping what is done and trying again what fails.")
public class BatchMovies extends BatchCommand {

	private static final int MOST_WORKERS = 1024;

	@Parameter(label = "Workers (0 = processors)", min = "0", max = "1024", persist = false,
		description = "How many jobs run at a time; each needs the memory of a call of its own.")
	private int workers = 0;

	@Override
	protected JobRunner runner(final int jobs) {
		if (workers < 0 || workers > MOST_WORKERS) throw new InputException("workers=" + workers +
			": how many jobs run at a time is needed, 1 to " + MOST_WORKERS + ", or 0 for as many as there are processors.");
		return new LocalRunner(Math.max(1, Math.min(jobs, workers == 0 ? Runtime.getRuntime().availableProcessors() : workers)));
	}
}
