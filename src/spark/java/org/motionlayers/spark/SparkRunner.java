package org.motionlayers.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.motionlayers.batch.Attempt;
import org.motionlayers.batch.Job;
import org.motionlayers.batch.JobRunner;
import org.motionlayers.batch.Work;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Runs jobs in Spark's executors, one task a job. */
final class SparkRunner implements JobRunner {

	private static final int POLL_MILLIS = 100;
	private static final String LOCAL_CLUSTER = "local-cluster";
	private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
	private static final String EXECUTOR_CLASSES = "spark.executor.extraClassPath";
	private static final String HEADLESS = "-Djava.awt.headless=true";

	private final JavaSparkContext spark;

	/** @param spark is stopped when this is closed */
	SparkRunner(final JavaSparkContext spark) {
		this.spark = spark;
	}

	/**
	 * Starts Spark as its properties {@code spark.*} say; without spark.master in threads of this Java.
	 *
	 * @param conf the properties
	 * @return a runner on it
	 * @throws InputException where Spark cannot start
	 */
	static SparkRunner start(final SparkConf conf) {
		conf.setIfMissing("spark.master", "local[*]");
		conf.setIfMissing("spark.app.name", "Motion Layers");
		conf.setIfMissing("spark.ui.enabled", "false");
		// a copy of a slow task would write beside it
		conf.set("spark.speculation", "false");
		conf.set(EXECUTOR_OPTIONS, (HEADLESS + " " + conf.get(EXECUTOR_OPTIONS, "")).strip());
		if (conf.get("spark.master").startsWith(LOCAL_CLUSTER)) conf.setIfMissing(EXECUTOR_CLASSES, ourClasses());
		try {
			return new SparkRunner(new JavaSparkContext(conf));
		}
		catch (final RuntimeException exc) {
			throw new InputException("spark.master=" + conf.get("spark.master") + ": Spark cannot start (" + exc.getMessage() + ").", exc);
		}
	}

	/** @return the class path of this Java, for processes that start in other folders */
	private static String ourClasses() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(path -> Path.of(path).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	@Override
	public List<Attempt> run(final List<Job> jobs, final Work work, final Progress progress) {
		final JavaFutureAction<List<Attempt>> running = begin(spark, jobs, work);
		try {
			while (!running.isDone()) {
				progress.update(Math.min(done(running), jobs.size()), jobs.size(), "running jobs on Spark");
				try {
					return running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				}
				catch (final TimeoutException exc) {
					// not yet
				}
			}
			return running.get();
		}
		catch (final CancellationException exc) {
			running.cancel(true);
			throw exc;
		}
		catch (final InterruptedException exc) {
			running.cancel(true);
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while running jobs on Spark.");
		}
		catch (final ExecutionException exc) {
			return given(jobs, exc.getCause());
		}
	}

	/** Static, so that nothing of this goes to the executors. */
	private static JavaFutureAction<List<Attempt>> begin(final JavaSparkContext spark, final List<Job> jobs, final Work work) {
		return spark.parallelize(jobs, jobs.size()).map(job -> Attempt.of(job, work, Progress.NONE)).collectAsync();
	}

	/** @return how many jobs of this round ended */
	private long done(final JavaFutureAction<?> running) {
		final JavaSparkStatusTracker tracker = spark.statusTracker();
		long done = 0;
		for (final int id : running.jobIds()) if (tracker.getJobInfo(id) != null) for (final int stage : tracker.getJobInfo(id).stageIds()) {
			final SparkStageInfo info = tracker.getStageInfo(stage);
			if (info != null) done += info.numCompletedTasks();
		}
		return done;
	}

	/** Spark gives a round up where one job takes its executor down again and again; what the others did is there all the same. */
	private static List<Attempt> given(final List<Job> jobs, final Throwable cause) {
		final String message = new InputException("Spark gave this round up: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""))
			.getMessage();
		return jobs.stream().map(job -> new Attempt(job.name(), job.isDone(), 0, job.isDone() ? "" : message)).toList();
	}

	/** Stops Spark with its executors. */
	@Override
	public void close() {
		spark.stop();
	}
}
