package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.ResidentMemory;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/**
 * Many predictions in one Java, through the command of the menu, every other one into an output folder: what each leaves behind adds up.
 * {@code -Dsoak=2000} for the long form; the course is printed.
 */
class SoakTest {

	private static final String SQUARES = "test-data/squares/";

	private static final int RUNS = Integer.getInteger("soak", 60);

	/** The rest of the runs begins when classes are loaded and compiled. */
	private static final double WARM = 0.3;

	private static final int MEASUREMENTS = 10;

	/** What a run may leave behind that was not there before, on average of many: nothing, but for what the virtual machine itself does. */
	private static final long HEAP_NOISE = 4L << 20, NATIVE_NOISE = 96L << 20;

	@TempDir
	Path folder;

	/**
	 * What Java holds.
	 *
	 * @param run after so many runs
	 * @param heap bytes in use after a collection
	 * @param resident bytes of the process in memory, heap and native; 0 where the system does not tell
	 * @param files open files; 0 where the system does not tell
	 * @param threads live threads
	 */
	private record Holding(int run, long heap, long resident, long files, int threads) {

		static Holding after(final int run) throws IOException, InterruptedException {
			for (int i = 0; i < 3; i++) {
				System.gc();
				Thread.sleep(20);
			}
			final Runtime runtime = Runtime.getRuntime();
			return new Holding(run, runtime.totalMemory() - runtime.freeMemory(), ResidentMemory.now(), openFiles(), Thread.activeCount());
		}

		private static long openFiles() throws IOException {
			final Path open = Path.of("/proc/self/fd");
			if (!Files.isDirectory(open)) return 0;
			try (Stream<Path> all = Files.list(open)) {
				return all.count();
			}
		}

		@Override
		public String toString() {
			return String.format("after %5d predictions: heap %6.2f MB, resident %4d MB, %d open files, %d threads", run, heap / 1048576., resident >> 20,
				files, threads);
		}
	}

	private void predict(final CommandService commands, final int run) throws Exception {
		final boolean written = run % 2 == 1;
		final CommandModule module = commands.run(PredictMotion.class, true, "image", SQUARES + "image.tif", "labels", SQUARES + "labels.tif", "observed",
			6, "frames", 4, "seed", run, "output", new File(written ? folder.resolve("out").toString() : ""), "overwrite", true, "ctc", written, "rois",
			written).get();
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(4, ((ImagePlus) module.getOutput("video")).getNFrames());
	}

	@Test
	void nothingAddsUp() throws Exception {
		final List<Holding> course = new ArrayList<>();
		final int warm = (int) (WARM * RUNS);
		try (Context context = new Context(HeadlessServices.LIST)) {
			context.service(LogService.class).setLevel(LogLevel.WARN);
			final CommandService commands = context.service(CommandService.class);
			for (int run = 1; run <= RUNS; run++) {
				predict(commands, run);
				if (run >= warm && (run - warm) % Math.max(1, (RUNS - warm) / MEASUREMENTS) == 0) {
					course.add(Holding.after(run));
					System.out.println(course.get(course.size() - 1));
				}
			}
		}
		final Holding first = course.get(0), last = course.get(course.size() - 1);
		final String told = first + "\n" + last;
		assertTrue(last.heap() - first.heap() < HEAP_NOISE, told);
		assertTrue(last.resident() - first.resident() < NATIVE_NOISE, told);
		// a file or a thread may come late and once; what every run leaves would be as many as there were runs
		assertTrue(last.files() - first.files() < (RUNS - warm) / 4, told);
		assertTrue(last.threads() - first.threads() < (RUNS - warm) / 4, told);
	}
}
