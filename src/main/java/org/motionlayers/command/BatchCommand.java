package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.batch.Batch;
import org.motionlayers.batch.BatchPlan;
import org.motionlayers.batch.Job;
import org.motionlayers.batch.JobRunner;
import org.motionlayers.batch.Outcome;
import org.motionlayers.batch.Outcome.State;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Parameter;

/** What commands share that do one thing to many movies, or to one in blocks: all but where the jobs run. */
public abstract class BatchCommand extends MotionCommand {

	/** The table of what became of every job. */
	static final String SUMMARY = "summary.csv";

	@Parameter(label = "Movies", persist = false, style = "open", required = false,
		description = "A folder; a table (.csv) with a column image, other columns being parameters; a list (.txt), a file a line; or one movie.")
	private File movies = new File("");

	@Parameter(label = "Names", persist = false, required = false, description = "Pattern of the names of movies in a folder.")
	private String pattern = "*.tif";

	@Parameter(label = "Labels ({name} = movie)", persist = false, required = false,
		description = "Of a movie: a path from its folder with {name} for its name without the ending; auto to segment here; empty for a command without labels.")
	private String labels = "{name}-labels.tif";

	@Parameter(label = "Command", persist = false, description = "What is done to every movie: the name of any command that takes an image and an output folder.")
	private String command = "predict";

	@Parameter(label = "Arguments", persist = false, required = false,
		description = "Parameters of every call, key=value with spaces between: observed=4 frames=8; {name} and {folder} stand for the movie's.")
	private String arguments = "";

	@Parameter(label = "Vary", persist = false, required = false,
		description = "Parameters to try in all combinations: seed=1..5 predictor=velocity,kalman; empty for none.")
	private String vary = "";

	@Parameter(label = "Frames per job (0 = all)", min = "0", persist = false,
		description = "For command=predict: cuts every prediction into jobs of so many frames, written as one OME-Zarr; 0 for a job per movie.")
	private int blocks = 0;

	@Parameter(label = "Tries", min = "1", max = "100", persist = false, description = "How often a job is tried before it is given up.")
	private int tries = 5;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Gets a folder per movie, in it one per combination, and summary.csv; what is done there already is skipped.")
	private File output = new File("");

	/**
	 * Opens what runs the jobs.
	 *
	 * @param jobs how many there are
	 * @return the runner, closed when they have run
	 */
	protected abstract JobRunner runner(int jobs);

	@Override
	protected void execute(final Progress progress) throws IOException {
		final List<Job> jobs = new BatchPlan(path(movies), pattern, labels, command, arguments, vary, blocks, path(output)).jobs();
		final Batch batch = new Batch(jobs, tries);
		final Path summary = path(output).resolve(SUMMARY);
		try (JobRunner runner = runner(jobs.size())) {
			tell(batch.run(runner, new CommandWork(), summary, progress), summary);
		}
	}

	private static Path path(final File file) {
		return file == null ? Path.of("") : file.toPath();
	}

	private void tell(final List<Outcome> outcomes, final Path summary) {
		final List<Outcome> failed = outcomes.stream().filter(outcome -> outcome.state() == State.FAILED).toList();
		if (!failed.isEmpty()) throw new InputException(failed.size() + " of " + outcomes.size() + " jobs failed, see " + summary + "; the first: " +
			failed.get(0).job() + ": " + failed.get(0).message());
		final long skipped = outcomes.stream().filter(outcome -> outcome.state() == State.SKIPPED).count();
		log().info("Did " + (outcomes.size() - skipped) + " of " + outcomes.size() + " jobs, " + skipped + " were done before. See " + summary +
			".");
	}
}
