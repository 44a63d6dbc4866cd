package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.natives.LoopbackRepository;

/**
 * A machine without PyTorch, from the first refusal to a network that runs: a Java of its own without the natives, with an empty home
 * folder, and this machine's Maven repository in place of Maven Central.
 */
class InstallPyTorchTest {

	private static final String NATIVES = "pytorch-native-cpu";

	/** What a command says and its exit status, as "status: lines of standard error". */
	private record Outcome(int status, String out, String err) {}

	@TempDir
	Path home;

	private static List<Path> classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
	}

	/** @return the folder that holds ai/djl/pytorch of all natives on the class path */
	private static Path repository() {
		final List<Path> natives = classPath().stream().filter(jar -> jar.getFileName().toString().startsWith(NATIVES)).toList();
		assumeTrue(!natives.isEmpty(), "no natives for this platform");
		Path folder = natives.get(0);
		while (!folder.endsWith("ai")) folder = folder.getParent();
		return folder.getParent();
	}

	private Outcome run(final List<String> options, final String main, final String... args) throws IOException, InterruptedException {
		final List<String> path = new ArrayList<>(classPath().stream().map(Path::toString).toList());
		path.removeIf(jar -> jar.contains(NATIVES) || jar.contains("pytorch-jni"));
		final List<String> call = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" +
			home, "-Dai.djl.pytorch.num_threads=1"));
		call.addAll(options);
		call.addAll(List.of("-cp", String.join(File.pathSeparator, path), main));
		call.addAll(List.of(args));
		final File out = home.resolve("out.txt").toFile(), err = home.resolve("err.txt").toFile();
		final Process process = new ProcessBuilder(call).redirectOutput(out).redirectError(err).start();
		assertTrue(process.waitFor(3, TimeUnit.MINUTES));
		return new Outcome(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()).replaceAll("(?m)^(SLF4J|Picked up ).*\\R",
			""));
	}

	private Outcome command(final List<String> options, final String... args) throws IOException, InterruptedException {
		return run(options, CommandLine.class.getName(), args);
	}

	private static void assertRefused(final Outcome outcome, final String part) {
		assertEquals(1, outcome.status(), outcome.toString());
		assertEquals(1, outcome.err().lines().count(), outcome.err());
		assertTrue(outcome.err().contains(part), outcome.err());
	}

	private List<String> downloaded() throws IOException {
		final Path jars = home.resolve(".motion-layers/natives/jars");
		if (!Files.exists(jars)) return List.of();
		try (Stream<Path> files = Files.list(jars)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void fromARefusalToANetworkThatRuns() throws Exception {
		try (LoopbackRepository server = new LoopbackRepository(repository())) {
			final List<String> loopback = List.of("-Dmotionlayers.repository=" + server.address());
			final String output = "output=" + home.resolve("report");
			assertRefused(command(loopback, "reproduce", "paper=melomotion-tiny", output), "PyTorch is not installed. Agree to download");
			assertFalse(Files.exists(home.resolve("report")));
			assertRefused(command(loopback, "pytorch"), "consent=false: nothing was downloaded");
			assertEquals(0, server.requests(), "nothing is asked for without consent");
			assertEquals(List.of(), downloaded());

			final Outcome installed = command(loopback, "pytorch", "consent=true");
			assertEquals(0, installed.status(), installed.toString());
			assertTrue(installed.out().contains("Installed PyTorch 2.7.1"), installed.out());
			assertEquals(2, downloaded().size(), downloaded().toString());
			assertEquals(2, server.requests());

			assertTrue(command(loopback, "pytorch", "consent=true").out().contains("There already: PyTorch 2.7.1"));
			final Outcome network = run(List.of(), EngineProbe.class.getName());
			assertEquals("[4.0, 6.0]", network.out().trim(), network.toString());
			assertEquals(2, server.requests());
		}
	}

	@Test
	void offlineOneLineSaysSoAndNothingStays() throws Exception {
		repository();
		final String closed;
		try (LoopbackRepository server = new LoopbackRepository(home)) {
			closed = server.address();
		}
		final List<String> options = List.of("-Dmotionlayers.repository=" + closed, "-Dmotionlayers.download=true");
		assertRefused(command(options, "pytorch"), "cannot be downloaded from " + closed);
		assertRefused(command(options, "reproduce", "paper=melomotion-tiny", "output=" + home.resolve("report")), "cannot be downloaded from " +
			closed);
		assertEquals(List.of(), downloaded());
	}
}
