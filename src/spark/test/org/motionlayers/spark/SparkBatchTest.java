package org.motionlayers.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.batch.Batch;
import org.motionlayers.batch.BatchPlan;
import org.motionlayers.batch.Job;
import org.motionlayers.batch.JobRunner;
import org.motionlayers.batch.LocalRunner;
import org.motionlayers.batch.Outcome;
import org.motionlayers.batch.Outcome.State;
import org.motionlayers.batch.Plate;
import org.motionlayers.command.CommandWork;
import org.motionlayers.scene.Progress;

/** Batches in two processes, one of which is killed in the middle: byte by byte what one thread makes. Times and host in run.json are left out. */
class SparkBatchTest {

	private static final int POLL_MILLIS = 10;

	private static SparkRunner spark;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() throws IOException {
		Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
		spark = SparkRunner.start(new SparkConf().setMaster("local-cluster[2,1,1024]").set("spark.executor.extraJavaOptions",
			"-XX:TieredStopAtLevel=1"));
	}

	@AfterAll
	static void stop() {
		spark.close();
	}

	private static List<Outcome> run(final List<Job> jobs, final JobRunner runner, final Path output) throws IOException {
		return new Batch(jobs, 5).run(runner, new CommandWork(), output.resolve("summary.csv"), Progress.NONE);
	}

	private static long done(final List<Job> jobs) {
		return jobs.stream().filter(Job::isDone).count();
	}

	/** Kills one of the executors when some jobs are done and more are left than run at a time. */
	private static final class Killer extends Thread {

		private final List<Job> jobs;
		private final Set<Long> seen = ConcurrentHashMap.newKeySet();
		private volatile long killed;
		private volatile long doneWhenKilled;

		Killer(final List<Job> jobs) {
			this.jobs = jobs;
		}

		@Override
		public void run() {
			while (killed == 0 && !interrupted()) {
				Workers.alive().forEach(process -> seen.add(process.pid()));
				if (done(jobs) >= 2 && seen.size() >= 2) kill(Workers.alive().findFirst().orElseThrow());
				else if (!rest()) return;
			}
		}

		private void kill(final ProcessHandle victim) {
			doneWhenKilled = done(jobs);
			if (victim.destroyForcibly()) killed = victim.pid();
		}

		private static boolean rest() {
			try {
				Thread.sleep(POLL_MILLIS);
				return true;
			}
			catch (final InterruptedException exc) {
				return false;
			}
		}
	}

	private void sameAfterAKill(final Path movies, final String arguments, final int blocks) throws Exception {
		final Path serial = folder.resolve("serial"), cluster = folder.resolve("cluster");
		try (JobRunner one = new LocalRunner(1)) {
			run(plan(movies, arguments, blocks, serial), one, serial);
		}
		final List<Job> jobs = plan(movies, arguments, blocks, cluster);
		final Killer killer = new Killer(jobs);
		killer.start();
		final List<Outcome> outcomes = run(jobs, spark, cluster);
		killer.interrupt();
		killer.join();
		assertTrue(killer.killed > 0, "no process was killed");
		assertTrue(killer.doneWhenKilled >= 2 && killer.doneWhenKilled <= jobs.size() - 2, killer.doneWhenKilled + " of " + jobs.size() +
			" jobs were done when process " + killer.killed + " was killed");
		assertFalse(ProcessHandle.of(killer.killed).map(ProcessHandle::isAlive).orElse(false), "process " + killer.killed + " lives");
		assertTrue(outcomes.stream().allMatch(outcome -> outcome.state() == State.DONE), outcomes.toString());
		assertEquals(Plate.digests(serial, Plate.TIMES), Plate.digests(cluster, Plate.TIMES));
	}

	private static List<Job> plan(final Path movies, final String arguments, final int blocks, final Path output) throws IOException {
		return new BatchPlan(movies, "*.tif", "{name}-labels.tif", "predict", arguments, "", blocks, output).jobs();
	}

	@Test
	void aPlate() throws Exception {
		sameAfterAKill(Plate.of(folder, 8, 300), "frames=12 observed=4", 0);
	}

	@Test
	void oneMovieInBlocks() throws Exception {
		sameAfterAKill(Plate.of(folder, 1, 300), "frames=40 observed=4", 2);
	}

	@Test
	void aBadMovieIsTriedAgainAndToldInOneLine() throws Exception {
		final Path plate = Plate.of(folder, 2, 64), output = folder.resolve("out");
		Files.writeString(plate.resolve("1-labels.tif"), "no image");
		final List<Outcome> outcomes = new Batch(plan(plate, "frames=2", 0, output), 2).run(spark, new CommandWork(), output.resolve("summary.csv"),
			Progress.NONE);
		assertEquals(List.of(State.FAILED, State.DONE), outcomes.stream().map(Outcome::state).toList());
		assertEquals(2, outcomes.get(0).tries());
		assertTrue(outcomes.get(0).message().contains("1-labels.tif"), outcomes.get(0).message());
		assertEquals(1, outcomes.get(0).message().lines().count());
	}
}
