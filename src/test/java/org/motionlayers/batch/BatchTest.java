package org.motionlayers.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.batch.Outcome.State;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Jobs that write a file each, in threads. */
class BatchTest {

	private static final Progress NONE = Progress.NONE;

	@TempDir
	Path folder;

	private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

	private Job job(final String name, final int stage) {
		final String file = folder.resolve(name).resolve("run.json").toString();
		return new Job(name, stage, "write", List.of("text=" + name), file, stage == 0 ? file : folder.resolve("whole/run.json").toString());
	}

	private List<Job> jobs(final int count) {
		return IntStream.range(0, count).mapToObj(k -> job("job" + k, 0)).toList();
	}

	private void write(final Job job) {
		try {
			ran.add(job.name());
			Files.createDirectories(Path.of(job.done()).getParent());
			Files.writeString(Path.of(job.done()), job.arguments().get(0));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private List<Outcome> run(final List<Job> jobs, final int tries, final Work work) throws IOException {
		try (JobRunner runner = new LocalRunner(3)) {
			return new Batch(jobs, tries).run(runner, work, folder.resolve("summary.csv"), NONE);
		}
	}

	@Test
	void whatIsDoneIsSkipped() throws Exception {
		run(jobs(5), 1, (job, progress) -> write(job));
		ran.clear();
		final List<Outcome> outcomes = run(jobs(8), 1, (job, progress) -> write(job));
		assertEquals(List.of("job5", "job6", "job7"), ran.stream().sorted().toList());
		assertEquals(5, outcomes.stream().filter(outcome -> outcome.state() == State.SKIPPED).count());
		assertEquals(9, Files.readAllLines(folder.resolve("summary.csv")).size());
	}

	@Test
	void whatFailsIsTriedAgain() throws Exception {
		final AtomicInteger failures = new AtomicInteger(2);
		final List<Outcome> outcomes = run(jobs(4), 5, (job, progress) -> {
			if (job.name().equals("job1") && failures.getAndDecrement() > 0) throw new InputException("the disk is away");
			write(job);
		});
		assertEquals(List.of(1, 3, 1, 1), outcomes.stream().map(Outcome::tries).toList());
		assertTrue(outcomes.stream().allMatch(outcome -> outcome.state() == State.DONE), outcomes.toString());
		assertEquals(4, ran.size(), "what is done is not done again: " + ran);
	}

	@Test
	void whatFailsForGoodIsToldInOneLineAndTheOthersGoOn() throws Exception {
		final List<Outcome> outcomes = run(jobs(3), 2, (job, progress) -> {
			if (job.name().equals("job0")) throw new IllegalStateException("broken,\nin two lines");
			if (job.name().equals("job1")) throw new StackOverflowError();
			write(job);
		});
		assertEquals(List.of(State.FAILED, State.FAILED, State.DONE), outcomes.stream().map(Outcome::state).toList());
		assertEquals(2, outcomes.get(0).tries());
		final List<String> lines = Files.readAllLines(folder.resolve("summary.csv"));
		assertEquals(4, lines.size(), lines.toString());
		assertTrue(lines.get(1).startsWith("job0,failed,2,") && lines.get(1).endsWith("\"java.lang.IllegalStateException: broken, in two lines\""),
			lines.get(1));
	}

	@Test
	void aCommandThatWritesNothingFailed() throws Exception {
		final Outcome outcome = run(jobs(1), 1, (job, progress) -> {}).get(0);
		assertEquals(State.FAILED, outcome.state());
		assertTrue(outcome.message().contains("is not there"), outcome.message());
	}

	@Test
	void stagesWaitForEachOtherAndAreLeftOutAfterAFailure() throws Exception {
		final List<Job> jobs = List.of(job("end", 3), job("first", 1), job("second", 2));
		run(jobs, 1, (job, progress) -> write(job));
		assertEquals(List.of("first", "second", "end"), ran);
		final Path other = Files.createDirectories(folder.resolve("other"));
		final List<Job> again = jobs.stream().map(job -> new Job(job.name(), job.stage(), job.command(), job.arguments(), other.resolve(job.name())
			.toString(), other.resolve("end").toString())).toList();
		final List<Outcome> outcomes = run(again, 3, (job, progress) -> {
			if (job.name().equals("second")) throw new InputException("no");
			write(job);
		});
		assertEquals(List.of(State.FAILED, State.DONE, State.FAILED), outcomes.stream().map(Outcome::state).toList());
		assertEquals(0, outcomes.get(0).tries());
		assertEquals("Not tried: a step before it failed.", outcomes.get(0).message());
	}

	@Test
	void aJobIsDoneWhereTheWholeIs() throws Exception {
		Files.createDirectories(folder.resolve("whole"));
		Files.createFile(folder.resolve("whole/run.json"));
		assertEquals(State.SKIPPED, run(List.of(job("part", 1)), 1, (job, progress) -> write(job)).get(0).state());
	}

	@Test
	void twoJobsWithOneOutputAreRefused() {
		final String message = assertThrows(InputException.class, () -> new Batch(List.of(job("x", 0), job("X", 0)), 1)).getMessage();
		assertTrue(message.startsWith("The jobs 'x' and 'X' would both write "), message);
		assertThrows(InputException.class, () -> new Batch(jobs(1), 0));
	}

	@Test
	void aLostProcessIsTriedAgain() throws Exception {
		final AtomicInteger rounds = new AtomicInteger();
		final JobRunner lossy = new JobRunner() {

			@Override
			public List<Attempt> run(final List<Job> jobs, final Work work, final Progress progress) {
				final List<Job> kept = rounds.incrementAndGet() == 1 ? jobs.subList(1, jobs.size()) : jobs;
				return kept.stream().map(job -> Attempt.of(job, work, progress)).toList();
			}

			@Override
			public void close() {
				// nothing is open
			}
		};
		final List<Outcome> outcomes = new Batch(jobs(3), 3).run(lossy, (job, progress) -> write(job), folder.resolve("summary.csv"), NONE);
		assertEquals(List.of(2, 1, 1), outcomes.stream().map(Outcome::tries).toList());
		assertTrue(outcomes.stream().allMatch(outcome -> outcome.state() == State.DONE), outcomes.toString());
	}

	@Test
	void aStoppedBatchStopsItsJobsAndGoesOnLater() throws Exception {
		final Progress impatient = new org.motionlayers.scene.Impatient(1);
		try (JobRunner runner = new LocalRunner(1)) {
			assertThrows(CancellationException.class, () -> new Batch(jobs(4), 1).run(runner, (job, progress) -> {
				if (job.name().equals("job1")) while (true) {
					if (progress.canceled()) throw new CancellationException("stopped");
					Thread.onSpinWait();
				}
				write(job);
			}, folder.resolve("summary.csv"), impatient));
		}
		assertFalse(ran.contains("job3"), ran.toString());
		assertTrue(Files.exists(folder.resolve("summary.csv")));
		run(jobs(4), 1, (job, progress) -> write(job));
		assertEquals(List.of("job0", "job1", "job2", "job3"), ran.stream().sorted().toList());
	}

	@Test
	void whatKilledProcessesLeftIsRemoved() throws Exception {
		final Path left = Files.createDirectories(folder.resolve(".job0-1f2e3d4c-unfinished")), other = Files.createDirectories(folder.resolve(".keep-1f2e3d4c-unfinished"));
		Files.writeString(left.resolve("video.tif"), "half");
		run(jobs(1), 1, (job, progress) -> write(job));
		assertFalse(Files.exists(left));
		assertTrue(Files.exists(other));
	}
}
