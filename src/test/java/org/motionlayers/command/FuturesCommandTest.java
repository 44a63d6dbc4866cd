package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Movie;
import org.scijava.Context;

/** Sampled futures, remarks and counts of {@code predict}, through the command line. */
class FuturesCommandTest {

	private static final String SQUARES = "test-data/squares/";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int predict(final String images, final String... more) {
		final List<String> args = new ArrayList<>(List.of("predict", "image=" + images + "image.tif", "labels=" + images + "labels.tif"));
		args.addAll(List.of(more));
		try (Context context = new Context(HeadlessServices.LIST)) {
			return new CommandLine(context, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8)).run(
				args.toArray(String[]::new));
		}
	}

	private Path predicted(final String name, final String images, final String... more) {
		final List<String> all = new ArrayList<>(List.of(more));
		all.add("output=" + folder.resolve(name));
		assertEquals(0, predict(images, all.toArray(String[]::new)), err.toString(StandardCharsets.UTF_8));
		return folder.resolve(name);
	}

	@Test
	void theSameSeedDrawsTheSameFutures() throws IOException {
		final String[] call = { "observed=6", "frames=3", "futures=40", "seed=5" };
		final Path one = predicted("one", SQUARES, call), two = predicted("two", SQUARES, call);
		for (final String name : new String[] { "quantiles.csv", "probability.tif", "fan.png", "video.tif" }) assertArrayEquals(Files.readAllBytes(
			one.resolve(name)), Files.readAllBytes(two.resolve(name)), name);
		final Path other = predicted("other", SQUARES, "observed=6", "frames=3", "futures=40", "seed=6");
		assertFalse(Files.readString(one.resolve("quantiles.csv")).equals(Files.readString(other.resolve("quantiles.csv"))), "another seed");
	}

	@Test
	void whereNoneAreAskedForNoneAreWritten() {
		final Path out = predicted("none", SQUARES, "observed=6", "frames=2");
		assertFalse(Files.exists(out.resolve("quantiles.csv")) || Files.exists(out.resolve("fan.png")));
	}

	@Test
	void futuresOfStacksHaveThreeAxes() throws IOException {
		final Path droplet = Path.of("..", "shared", "data", "droplet_3dt");
		Assumptions.assumeTrue(Files.isDirectory(droplet), "needs " + droplet);
		final Path out = predicted("droplet", droplet + "/", "observed=12", "frames=4", "futures=50");
		final List<String> lines = Files.readAllLines(out.resolve("quantiles.csv"));
		assertTrue(lines.get(0).contains("z 90 % (pixel)"), lines.get(0));
		assertEquals(5, lines.size());
		final Movie probability = Images.open(out.resolve("probability.tif"));
		assertEquals(16, probability.shape().depth());
		assertEquals(4, probability.frames());
		assertEquals(1, probability.frame(3).value(15, 15, 8, 0), "the middle of the droplet stays inside it");
	}

	@Test
	void oneFrameStandsStillAndSaysSo() throws IOException {
		final Path out = predicted("still", SQUARES, "observed=1", "frames=2");
		assertTrue(Files.readString(out.resolve("run.json")).contains("One observed frame shows no motion: "), "run.json");
	}

	@Test
	void whoCameAndWentIsInTheRecord() throws IOException {
		final Path out = predicted("counts", SQUARES, "observed=8", "frames=100");
		final String record = Files.readString(out.resolve("run.json"));
		assertTrue(record.contains("\"gone by the last predicted frame\": 3"), record);
		assertTrue(record.contains("3 gone by the last predicted frame."), record);
	}

	@Test
	void wishesThatCannotBeMetAreRefused() {
		assertEquals(1, predict(SQUARES, "futures=-1"));
		assertEquals(1, predict(SQUARES, "futures=10"));
		assertEquals(1, predict(SQUARES, "futures=10", "predictor=still", "output=" + folder.resolve("no")));
		assertEquals(1, predict(SQUARES, "futures=10", "observed=1", "output=" + folder.resolve("no")));
		final List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
		assertEquals(4, lines.size(), lines.toString());
		assertTrue(lines.get(0).contains("0 to 10000") && lines.get(1).contains("output folder") && lines.get(2).contains("'hierarchical' does") &&
			lines.get(3).contains("at least 2 observed frames"), lines.toString());
		assertFalse(Files.exists(folder.resolve("no")));
	}
}
