package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same call gives the same bytes in every file but the timings, in programs of their own, by turns with one processor and with two, for
 * Java and for PyTorch. {@code -Druns=20} for the long form. That a macro, scripts and the command line give the same bytes, too, is shown
 * by {@link org.motionlayers.host.ScriptsTest} and CopyAsTest.
 */
class DeterminismTest {

	private static final int RUNS = Integer.getInteger("runs", 2);

	/** Of so few runs, a generated clip is left to the long form. */
	private static final int SHORT = 2;

	@TempDir
	static Path inputs;

	@TempDir
	Path place;

	@BeforeAll
	static void copyInputs() throws IOException {
		Call.copyInputs(inputs);
	}

	static Stream<Function<Path, Call>> calls() {
		return RUNS > SHORT ? Stream.of(Call::predict, Call::dreamer, Call::generate) : Stream.of(Call::predict, Call::dreamer);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void everyRunGivesTheSameBytes(final Function<Path, Call> made) throws IOException, InterruptedException {
		final Call call = made.apply(inputs);
		SortedMap<String, String> first = null;
		for (int run = 0; run < RUNS; run++) {
			final int threads = 1 + run % 2;
			final Child.End end = Child.start(List.of("-Xmx1g", "-XX:ActiveProcessorCount=" + threads, "-Dai.djl.pytorch.num_threads=" + threads), call.to(place
				.resolve("out"))).end();
			assertEquals(0, end.status(), end.said());
			final SortedMap<String, String> found = Content.of(place.resolve("out"));
			KillTest.delete(place.resolve("out"));
			if (first == null) first = found;
			assertEquals(first, found, call + ", run " + run + " with " + threads + " threads");
		}
		System.out.println(call + ": " + RUNS + " runs by turns with 1 and 2 threads gave the same bytes in " + first.size() + " files");
	}
}
