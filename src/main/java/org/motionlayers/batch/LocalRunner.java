package org.motionlayers.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.motionlayers.scene.Progress;

/** Runs jobs in threads of this Java. */
public final class LocalRunner implements JobRunner {

	private static final int POLL_MILLIS = 50;

	private final ExecutorService threads;

	/** @param workers how many jobs run at a time, at least 1 */
	public LocalRunner(final int workers) {
		threads = Executors.newFixedThreadPool(workers);
	}

	@Override
	public List<Attempt> run(final List<Job> jobs, final Work work, final Progress progress) {
		final CompletionService<Attempt> ended = new ExecutorCompletionService<>(threads);
		final List<Attempt> attempts = new ArrayList<>();
		final List<Future<Attempt>> all = new ArrayList<>();
		final Progress asked = new Silent(progress);
		for (final Job job : jobs) all.add(ended.submit(() -> {
			if (asked.canceled()) throw new CancellationException("Canceled before " + job.name() + ".");
			return Attempt.of(job, work, asked);
		}));
		try {
			while (attempts.size() < jobs.size()) {
				progress.update(attempts.size(), jobs.size(), "running jobs");
				final Future<Attempt> next = ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
				if (next != null) attempts.add(next.get());
			}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while running jobs.");
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof CancellationException canceled) throw canceled;
			throw new IllegalStateException(exc.getCause());
		}
		finally {
			all.forEach(job -> job.cancel(false)); // those that have not begun; the others ask the progress
		}
		return attempts;
	}

	/** Waits for what still runs: after a cancel that is what is being unwound. */
	@Override
	public void close() {
		threads.shutdown();
		try {
			threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** What jobs are handed: they ask whether to stop, but how far each is would be a jumble. */
	private record Silent(Progress progress) implements Progress {

		@Override
		public void report(final long done, final long total, final String what) {
			// the number of jobs that ended is told instead
		}

		@Override
		public boolean canceled() {
			return progress.canceled();
		}
	}
}
