package org.motionlayers.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.motionlayers.batch.Outcome.State;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/**
 * Jobs and how to bring them to an end: stage by stage, what is done is skipped, what fails is tried again, and what needs something that
 * failed is left out.
 *
 * <pre>
 * try (JobRunner runner = new LocalRunner(2)) {
 * 	List&lt;Outcome&gt; outcomes = new Batch(jobs, 5).run(runner, work, Path.of("out/summary.csv"), progress);
 * }
 * </pre>
 */
public final class Batch {

	/** The most tries of a job. */
	public static final int MOST_TRIES = 100;

	private static final String EARLIER = "Not tried: a step before it failed.";

	private final List<Job> jobs;
	private final int tries;

	/**
	 * @param jobs what to do
	 * @param tries how often a job is tried before it is given up
	 * @throws InputException where two jobs would write one output
	 */
	public Batch(final List<Job> jobs, final int tries) {
		if (tries < 1 || tries > MOST_TRIES) throw new InputException("tries=" + tries + ": how often a job is tried is needed, 1 to " + MOST_TRIES +
			".");
		final Map<String, String> writers = new HashMap<>();
		for (final Job job : jobs) {
			// also where the file system takes upper and lower case for the same
			final String other = writers.put(job.done().toLowerCase(Locale.ROOT), job.name());
			if (other != null) throw new InputException("The jobs '" + other + "' and '" + job.name() + "' would both write " + job.done() +
				"; rename one.");
		}
		this.jobs = List.copyOf(jobs);
		this.tries = tries;
	}

	/**
	 * Runs the jobs.
	 *
	 * @param runner runs them
	 * @param work does one
	 * @param summary file that tells what became of every job so far; written after every round, and where the batch is stopped
	 * @param progress is told and asked
	 * @return what became of every job, in their order
	 * @throws IOException where the summary cannot be written
	 * @throws java.util.concurrent.CancellationException where the user stopped it; what is done stays
	 */
	public List<Outcome> run(final JobRunner runner, final Work work, final Path summary, final Progress progress) throws IOException {
		final Map<String, Outcome> outcomes = new LinkedHashMap<>();
		final Map<Integer, List<Job>> stages = jobs.stream().collect(Collectors.groupingBy(Job::stage, TreeMap::new, Collectors.toList()));
		final Set<String> broken = new HashSet<>();
		try {
			for (final List<Job> stage : stages.values()) stage(stage, outcomes, broken, runner, work, summary, progress);
		}
		finally {
			BatchSummary.write(summary, told(outcomes));
		}
		// what processes left that were killed while they did a job that another has done
		OutputFolder.removeAbandoned(jobs.stream().filter(Job::isDone).map(job -> Path.of(job.done()).getParent()).toList());
		return told(outcomes);
	}

	private void stage(final List<Job> stage, final Map<String, Outcome> outcomes, final Set<String> broken, final JobRunner runner,
		final Work work, final Path summary, final Progress progress) throws IOException
	{
		List<Job> left = new ArrayList<>();
		for (final Job job : stage) {
			if (job.isDone()) outcomes.put(job.name(), Outcome.untried(job, State.SKIPPED, ""));
			else if (broken.contains(job.whole())) outcomes.put(job.name(), Outcome.untried(job, State.FAILED, EARLIER));
			else left.add(job);
		}
		for (int round = 1; round <= tries && !left.isEmpty(); round++) {
			final Map<String, Attempt> attempts = runner.run(left, work, progress).stream().collect(Collectors.toMap(Attempt::job, Function
				.identity(), (first, second) -> second));
			for (final Job job : left) outcomes.put(job.name(), Outcome.of(attempts.getOrDefault(job.name(), Attempt.lost(job)), round));
			left = left.stream().filter(job -> outcomes.get(job.name()).state() == State.FAILED).toList();
			BatchSummary.write(summary, told(outcomes));
		}
		left.forEach(job -> broken.add(job.whole()));
	}

	private List<Outcome> told(final Map<String, Outcome> outcomes) {
		return jobs.stream().map(job -> outcomes.get(job.name())).filter(java.util.Objects::nonNull).toList();
	}
}
