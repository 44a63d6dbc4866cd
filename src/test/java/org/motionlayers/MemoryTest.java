package org.motionlayers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** The formula of docs/memory.md: a prediction of many frames, opened and looked through, in a Java that has no more than that. */
class MemoryTest {

	private static final int SIZE = 1024;
	private static final int FRAMES = 400;
	private static final long MINUTES = 10;

	/** @return bytes for one 16-bit channel of {@link LargePrediction}: 200 discs whose area is a 7th of the frame, two axes */
	private static long heap() {
		final long pixels = (long) SIZE * SIZE, area = pixels / 7, runs = 200L * 2 * (SIZE / 68);
		return (24L << 20) + pixels * (2 * 2 + 8 + 12) + area * (2 * 2 + 70) + 32 * runs + 16L * FRAMES * 200 * 2;
	}

	@Test
	void aPredictionFitsIntoWhatTheFormulaSays() throws IOException, InterruptedException {
		final long stack = (long) SIZE * SIZE * 2 * FRAMES;
		assertTrue(stack > 10 * heap(), "the frames themselves would not fit");
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true", "-Xmx" +
			(heap() >> 20) + "m", "-cp", System.getProperty("java.class.path"), LargePrediction.class.getName(), String.valueOf(FRAMES), "0", String
				.valueOf(SIZE)).redirectErrorStream(true).start();
		final String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(java.waitFor(MINUTES, TimeUnit.MINUTES), told);
		assertEquals(0, java.exitValue(), told);
		assertTrue(told.contains("heap at the end"), told);
		System.out.println(told);
	}
}
