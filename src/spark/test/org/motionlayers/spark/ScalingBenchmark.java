package org.motionlayers.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

import org.apache.spark.SparkConf;
import org.motionlayers.batch.Batch;
import org.motionlayers.batch.BatchPlan;
import org.motionlayers.batch.Job;
import org.motionlayers.batch.JobRunner;
import org.motionlayers.batch.LocalRunner;
import org.motionlayers.batch.Outcome;
import org.motionlayers.batch.Outcome.State;
import org.motionlayers.batch.Plate;
import org.motionlayers.batch.Work;
import org.motionlayers.command.CommandWork;
import org.motionlayers.scene.Progress;

/**
 * What a batch costs in worker processes of one core: by the clock, and in processor time of the driver and of the workers. Prints a line
 * of a table per run. Arguments: a new folder, then any of start, tiny, scaling, blocks; scripts/bench_spark.sh calls it.
 */
final class ScalingBenchmark {

	private static final double NANOS = 1e9;
	private static final int MEMORY = 1024, SIZE = 512, FRAMES = 20;

	/** A job of nothing but a file: what is left is what scheduling costs. */
	private static final Work TINY = (job, progress) -> {
		try {
			Files.createFile(Path.of(job.done()));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	};

	/** Clock and processor times since it was made, seconds. */
	private static final class Meter {

		private final long start = System.nanoTime();
		private final double driver = driverTime(), executors = executorTime();

		private static double driverTime() {
			return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
		}

		private static double executorTime() {
			return Workers.alive().mapToDouble(process -> process.info().totalCpuDuration().map(d -> d.toNanos() / NANOS).orElse(0.0)).sum();
		}

		String line(final String what, final int jobs) {
			return String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f |", what, jobs, (System.nanoTime() - start) / NANOS, driverTime() -
				driver, executorTime() - executors);
		}
	}

	private final Path folder;
	private int runs;

	private ScalingBenchmark(final Path folder) {
		this.folder = folder;
	}

	public static void main(final String... args) throws Exception {
		Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
		final ScalingBenchmark benchmark = new ScalingBenchmark(Files.createDirectories(Path.of(args[0]).toAbsolutePath()));
		System.out.println("| run | jobs | seconds by the clock | processor seconds of the driver | of the workers |\n|---|---|---|---|---|");
		final List<String> asked = List.of(args).subList(1, args.length);
		if (asked.contains("start")) benchmark.start();
		if (asked.contains("tiny")) benchmark.tiny();
		if (asked.contains("scaling")) benchmark.scaling();
		if (asked.contains("blocks")) benchmark.blocks();
	}

	private static SparkRunner cluster(final int workers) {
		return SparkRunner.start(new SparkConf().setMaster("local-cluster[" + workers + ",1," + MEMORY + "]"));
	}

	private void run(final String what, final List<Job> jobs, final JobRunner runner, final Work work) throws IOException {
		final Meter meter = new Meter();
		final List<Outcome> outcomes = new Batch(jobs, 1).run(runner, work, folder.resolve("summary.csv"), Progress.NONE);
		if (!outcomes.stream().allMatch(outcome -> outcome.state() == State.DONE)) throw new IllegalStateException(outcomes.toString());
		System.out.println(meter.line(what, jobs.size()));
	}

	/** From nothing to the end of a first job in every worker. */
	private void start() throws IOException {
		for (int workers = 1; workers <= 2; workers++) {
			final Meter meter = new Meter();
			try (SparkRunner runner = cluster(workers)) {
				new Batch(tinyJobs(workers), 1).run(runner, TINY, folder.resolve("summary.csv"), Progress.NONE);
				System.out.println(meter.line("start, " + workers + " workers, with the first tiny jobs", workers));
			}
		}
	}

	private List<Job> tinyJobs(final int count) throws IOException {
		final Path place = Files.createDirectories(folder.resolve("tiny" + runs++));
		return IntStream.range(0, count).mapToObj(k -> new Job("job" + k, 0, "none", List.of(), place.resolve("job" + k).toString(), place.resolve(
			"job" + k).toString())).toList();
	}

	private void tiny() throws IOException {
		try (SparkRunner runner = cluster(2)) {
			run("tiny, 2 workers, first (not counted)", tinyJobs(10), runner, TINY);
			for (int count = 10; count <= 1000; count *= 10) run("tiny, 2 workers", tinyJobs(count), runner, TINY);
		}
		try (JobRunner runner = new LocalRunner(2)) {
			run("tiny, 2 threads", tinyJobs(1000), runner, TINY);
		}
	}

	private List<Job> plate(final Path plate, final int movies, final int blocks) throws IOException {
		final Path list = folder.resolve("list" + runs + ".txt"), out = folder.resolve("out" + runs++);
		Files.write(list, IntStream.rangeClosed(1, movies).mapToObj(k -> plate.resolve(k + ".tif").toString()).toList());
		return new BatchPlan(list, "", "{name}-labels.tif", "predict", "observed=4 frames=" + (blocks == 0 ? FRAMES : 8 * FRAMES), "", blocks, out)
			.jobs();
	}

	/** Strong: the same movies with more workers. Weak: as many movies a worker. */
	private void scaling() throws IOException {
		final Path plate = Plate.of(folder, 16, SIZE);
		for (int workers = 1; workers <= 2; workers++) try (SparkRunner runner = cluster(workers)) {
			run("movies, " + workers + " workers, warming up", plate(plate, 2 * workers, 0), runner, new CommandWork());
			run("movies, " + workers + " workers", plate(plate, 8, 0), runner, new CommandWork());
			if (workers == 2) run("movies, " + workers + " workers", plate(plate, 16, 0), runner, new CommandWork());
		}
	}

	/** One movie of many frames, whole and in blocks. */
	private void blocks() throws IOException {
		final Path plate = Plate.of(Files.createDirectories(folder.resolve("long")), 1, SIZE);
		try (SparkRunner runner = cluster(2)) {
			run("a long movie, warming up", plate(plate, 1, 4 * FRAMES), runner, new CommandWork());
			for (final int blocks : new int[] { 8 * FRAMES, 4 * FRAMES, 2 * FRAMES, FRAMES }) run("a long movie of " + 8 * FRAMES + " frames, " + blocks +
				" a job, 2 workers", plate(plate, 1, blocks), runner, new CommandWork());
		}
	}
}
