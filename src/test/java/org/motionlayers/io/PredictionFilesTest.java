package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.image.Images;
import org.motionlayers.io.track.TrackWriter;
import org.motionlayers.scene.Impatient;
import org.motionlayers.scene.Progress;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

class PredictionFilesTest {

	@TempDir
	Path temp;

	private static SortedMap<String, TrackWriter> writers() {
		try (Context context = new Context(PluginService.class)) {
			return PredictionFiles.writers(context.service(PluginService.class));
		}
	}

	private List<String> written(final String name, final PredictionFiles.Options options, final Progress progress) throws IOException {
		final BoxWorld world = BoxWorld.flat();
		try (OutputFolder out = OutputFolder.open(temp.resolve(name), false)) {
			PredictionFiles.write(out, world, world.movie(), world.segmentation(), world.tracks(), options, writers(), progress);
			out.commit(new RunRecord("predict"));
		}
		try (Stream<Path> files = Files.list(temp.resolve(name))) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void findsTheFormats() {
		assertTrue(writers().keySet().containsAll(Set.of("csv", "ctc", "trackmate")), writers().keySet().toString());
	}

	@Test
	void writesStacksAndTracks() throws IOException {
		assertEquals(List.of("flow.tif", "labels.tif", "run.json", "tracks.csv", "tracks.xml", "video.tif"), written("out", PredictionFiles.Options
			.of(""), Progress.NONE));
		assertEquals(4, Images.open(temp.resolve("out/video.tif")).frames());
	}

	@Test
	void writesMoreOnRequest() throws IOException {
		final PredictionFiles.Options all = PredictionFiles.Options.of("").withFormats(Set.of("ctc")).withDepth(true).withObservedInFront(true);
		assertEquals(List.of("01_RES", "depth.tif", "flow.tif", "labels.tif", "run.json", "tracks.csv", "tracks.xml", "video.tif"), written("out",
			all, Progress.NONE));
		assertEquals(7, Images.open(temp.resolve("out/video.tif")).frames());
		assertEquals(7, Images.open(temp.resolve("out/labels.tif")).frames());
	}

	@Test
	void writesOmeZarr() throws IOException {
		assertEquals(List.of("flow.zarr", "run.json", "tracks.csv", "tracks.xml", "video.zarr"), written("out", PredictionFiles.Options.of("")
			.withStacks(StackFormat.ZARR), Progress.NONE));
		assertEquals(4, Images.open(temp.resolve("out/video.zarr")).frames());
		assertEquals(2, Images.open(temp.resolve("out/flow.zarr")).shape().channels());
		assertEquals(4, Images.open(temp.resolve("out/video.zarr/labels/labels")).frames());
	}

	@Test
	void theSamePredictionGivesTheSameBytes() throws IOException {
		final PredictionFiles.Options all = PredictionFiles.Options.of("image.tif").withFormats(Set.of("ctc"));
		for (final String file : written("a", all, Progress.NONE)) if (!file.equals("run.json") && !file.equals("01_RES")) {
			if (!Files.exists(temp.resolve("b"))) written("b", all, Progress.NONE);
			assertEquals(-1, Files.mismatch(temp.resolve("a").resolve(file), temp.resolve("b").resolve(file)), file);
		}
	}

	/** scripts/check_prediction.py looks with tifffile, csv and ElementTree, where Python has them. */
	@Test
	void othersReadIt() throws IOException, InterruptedException {
		final String python = Stream.of("/usr/bin/python3", "python3").filter(p -> runs(p, "-c", "import tifffile, numpy")).findFirst().orElse(
			"");
		assumeTrue(!python.isEmpty(), "no Python with tifffile here");
		written("out", PredictionFiles.Options.of("").withFormats(Set.of("ctc")), Progress.NONE);
		final Process process = new ProcessBuilder(python, "scripts/check_prediction.py", temp.resolve("out").toString()).redirectErrorStream(
			true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
	}

	private static boolean runs(final String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Test
	void aCanceledRunLeavesNothing() throws IOException {
		assertThrows(CancellationException.class, () -> written("out", PredictionFiles.Options.of(""), new Impatient(6)));
		try (Stream<Path> files = Files.list(temp)) {
			assertEquals(0, files.count());
		}
	}
}
