package org.motionlayers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of an operation, all threads together, which other work on the machine does not lengthen as it does a clock's: a profiler of
 * JMH, {@code -prof org.motionlayers.ProcessorTime}. Garbage collection counts, compilation does not. Linux alone.
 */
public final class ProcessorTime implements InternalProfiler {

	/** What JMH's result calls it, ms an operation. */
	private static final String LABEL = "processor";

	private static final Path THREADS = Path.of("/proc/self/task");
	private static final double NANOSECONDS = 1e6;

	private long start;

	@Override
	public String getDescription() {
		return "processor time of all threads but the compilers'";
	}

	@Override
	public void beforeIteration(final BenchmarkParams benchmark, final IterationParams iteration) {
		start = used();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(final BenchmarkParams benchmark, final IterationParams iteration,
		final IterationResult result)
	{
		final double ms = (used() - start) / NANOSECONDS;
		return List.of(new ScalarResult(LABEL, ms / result.getMetadata().getAllOps(), "ms/op", AggregationPolicy.AVG));
	}

	/** @return nanoseconds on a processor so far */
	private static long used() {
		try (Stream<Path> threads = Files.list(THREADS)) {
			return threads.mapToLong(ProcessorTime::used).sum();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static long used(final Path thread) {
		try {
			final String name = Files.readString(thread.resolve("comm")).strip();
			// the first thread runs the measurement itself
			if (name.equals("java") || name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) return 0;
			return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
		}
		catch (final NoSuchFileException e) {
			return 0; // a thread that has ended
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
