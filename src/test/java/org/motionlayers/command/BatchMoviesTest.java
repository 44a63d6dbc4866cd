package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.batch.Plate;
import org.scijava.Context;

/** Batches as a shell starts them, in threads: the same bytes as one call after the other. */
class BatchMoviesTest {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(final String... args) {
		err.reset();
		try (Context context = new Context(HeadlessServices.LIST)) {
			return new CommandLine(context, System.out, new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
		}
	}

	private void done(final String... args) {
		assertEquals(0, run(args), err.toString(StandardCharsets.UTF_8));
	}

	@Test
	void aSweepOverAPlateIsWhatSingleCallsMake() throws Exception {
		final Path plate = Plate.of(folder, 2, 64), out = folder.resolve("out"), single = folder.resolve("single");
		done("batch", "movies=" + plate, "arguments=frames=3", "vary=predictor=velocity,hierarchical", "workers=2", "output=" + out);
		for (int k = 1; k <= 2; k++) for (final String predictor : List.of("velocity", "hierarchical")) {
			final String name = k + "/predictor=" + predictor;
			done("predict", "image=" + plate.resolve(k + ".tif"), "labels=" + plate.resolve(k + "-labels.tif"), "frames=3", "predictor=" + predictor,
				"output=" + single.resolve(name));
			assertEquals(Plate.digests(single.resolve(name), Plate.PARTS), Plate.digests(out.resolve(name), Plate.PARTS), name);
		}
		final Map<String, String> before = Plate.digests(out, java.util.Set.of());
		done("batch", "movies=" + plate, "arguments=frames=3", "vary=predictor=velocity,hierarchical", "workers=2", "output=" + out);
		assertEquals(before, Plate.digests(out, java.util.Set.of()), "what is done is left as it is");
		assertEquals(4, Files.readAllLines(out.resolve("summary.csv")).stream().filter(line -> line.contains(",skipped,")).count());
	}

	@Test
	void aMovieInBlocksIsWhatOneCallMakes() throws Exception {
		final Path plate = Plate.of(folder, 1, 600), out = folder.resolve("out"), single = folder.resolve("single");
		done("predict", "image=" + plate.resolve("1.tif"), "labels=" + plate.resolve("1-labels.tif"), "frames=5", "observed=4", "keep=observed",
			"stacks=zarr", "output=" + single.resolve("1"));
		done("batch", "movies=" + plate, "arguments=frames=5 observed=4 keep=observed", "blocks=2", "workers=2", "output=" + out);
		assertEquals(Plate.digests(single, Plate.PARTS), Plate.digests(out, Plate.PARTS));
		assertTrue(Files.isDirectory(out.resolve("1/video.zarr/1")), "there are two resolutions");
		assertFalse(Files.exists(out.resolve("1-unfinished")), "the parts are gone");
		done("batch", "movies=" + plate, "arguments=frames=5 observed=4 keep=observed", "blocks=2", "output=" + out);
		assertEquals(5, Files.readAllLines(out.resolve("summary.csv")).stream().filter(line -> line.contains(",skipped,")).count());
	}

	@Test
	void whatWasInterruptedGoesOnWithTheSameBytes() throws Exception {
		final Path plate = Plate.of(folder, 1, 64), out = folder.resolve("out"), again = folder.resolve("again");
		final String[] call = { "batch", "movies=" + plate, "arguments=frames=4", "blocks=2", "tries=1", "output=" + out };
		done(call);
		call[call.length - 1] = "output=" + again;
		// a block's place is taken by a file: it fails, and the end is not tried
		Files.createDirectories(again.resolve("1-unfinished"));
		Files.createFile(again.resolve("1-unfinished/frames-000003-000004"));
		assertEquals(1, run(call));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("2 of 4 jobs failed, see"), err.toString(StandardCharsets.UTF_8));
		assertFalse(Files.exists(again.resolve("1")), "nothing half-written is there");
		Files.delete(again.resolve("1-unfinished/frames-000003-000004"));
		done(call);
		assertEquals(Plate.digests(out, Plate.TIMES), Plate.digests(again, Plate.TIMES));
	}

	@Test
	void oneBadMovieIsToldInOneLineAndTheOthersAreDone() throws Exception {
		final Path plate = Plate.of(folder, 2, 64), out = folder.resolve("out");
		Files.writeString(plate.resolve("2-labels.tif"), "no image");
		assertEquals(1, run("batch", "movies=" + plate, "arguments=frames=2", "tries=2", "output=" + out));
		final String line = err.toString(StandardCharsets.UTF_8);
		assertEquals(1, line.lines().count(), line);
		assertTrue(line.contains("1 of 2 jobs failed, see") && line.contains("2-labels.tif"), line);
		assertTrue(Files.exists(out.resolve("1/run.json")));
		assertFalse(Files.exists(out.resolve("2")));
	}

	@Test
	void badParametersAreRefusedBeforeAnyWork() {
		for (final String[] args : new String[][] { { "batch", "movies=nowhere", "output=" + folder }, { "batch", "movies=" + folder, "output=" +
			folder }, { "batch", "movies=test-data/squares/image.tif" }, { "batch", "movies=test-data/squares/image.tif", "output=" + folder,
				"workers=-1" }, { "predictpart", "image=test-data/squares/image.tif" } })
		{
			assertEquals(1, run(args), String.join(" ", args));
			assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), err.toString(StandardCharsets.UTF_8));
		}
	}
}
