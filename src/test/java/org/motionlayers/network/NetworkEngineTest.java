package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.djl.ndarray.NDManager;

class NetworkEngineTest {

	/** Asks for the engine in a Java of its own. */
	static final class Ask {

		public static void main(final String... args) {
			System.out.println(NetworkEngine.whatIsMissing());
		}
	}

	@Test
	void worksOnItsOwnThread() {
		final float[] sum = NetworkEngine.call(() -> {
			assertTrue(NetworkEngine.isCurrentThread());
			try (NDManager manager = NDManager.newBaseManager()) {
				return manager.create(new float[] { 1, 2 }).add(manager.create(new float[] { 3, 4 })).toFloatArray();
			}
		});
		assertArrayEquals(new float[] { 4, 6 }, sum);
		assertFalse(NetworkEngine.isCurrentThread());
	}

	@Test
	void aCallWithinACallRunsAtOnce() {
		assertEquals(3, NetworkEngine.call(() -> 1 + NetworkEngine.call(() -> 2)));
	}

	@Test
	void whatTheWorkThrowsArrives() {
		final RuntimeException thrown = new IllegalArgumentException("bad");
		assertSame(thrown, assertThrows(IllegalArgumentException.class, () -> NetworkEngine.run(() -> {
			throw thrown;
		})));
		final IllegalStateException wrapped = assertThrows(IllegalStateException.class, () -> NetworkEngine.call(() -> {
			throw new IOException("disk");
		}));
		assertEquals("disk", wrapped.getCause().getMessage());
	}

	@Test
	void threadsAreSetAndTold() {
		final int before = NetworkEngine.setThreads(3);
		assertEquals(3, NetworkEngine.setThreads(before));
	}

	@Test
	void anInterruptedCallerGetsItsResultAndStaysInterrupted() {
		Thread.currentThread().interrupt();
		assertEquals(5, NetworkEngine.call(() -> 5));
		assertTrue(Thread.interrupted());
	}

	@Test
	void withoutNativesOneLineSaysWhatIsMissing(@TempDir final Path home) throws Exception {
		final String line = ask(home, "pytorch-native", "pytorch-jni");
		assertTrue(line.startsWith("PyTorch is not installed. Agree to download PyTorch 2.7.1 for ") && line.contains(" MB from https://") &&
			line.contains("Install PyTorch...") && line.contains("pytorch consent=true") && line.contains("-Dmotionlayers.download=true"), line);
		assertTrue(line.contains(home.resolve(".motion-layers/natives/jars").toString()), line);
	}

	@Test
	void withoutDjlOneLineSaysWhatIsMissing(@TempDir final Path home) throws Exception {
		final String line = ask(home, "pytorch-native", "pytorch-jni", "pytorch-engine", File.separator + "api-");
		assertTrue(line.startsWith("The deep learning library DJL is not installed"), line);
	}

	private static String ask(final Path home, final String... withoutJars) throws IOException, InterruptedException {
		final List<String> path = new ArrayList<>(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)));
		path.removeIf(jar -> Arrays.stream(withoutJars).anyMatch(jar::contains));
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" + home,
			"-cp", String.join(File.pathSeparator, path), Ask.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES));
		assertEquals(1, lines.size(), String.join("\n", lines));
		return lines.get(0);
	}
}
