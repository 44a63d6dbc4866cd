package org.motionlayers.lamd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.network.ResidentMemory;
import org.motionlayers.scene.Progress;

/** Generating clip after clip in one process. {@code -Dclips=1000} for the long form. */
class LatentMemoryTest {

	private static final int CLIPS = Integer.getInteger("clips", 60), FIRST = 20;

	@Test
	void memoryStaysFlat() throws Exception {
		final Path models = Path.of("models").toAbsolutePath(), autoencoder = models.resolve(LatentSettings.AUTOENCODER), generator = models.resolve(
			LatentSettings.BY_CLASS);
		Assumptions.assumeTrue(Files.isDirectory(autoencoder) && Files.isDirectory(generator), "needs the shipped models");
		final float[] frame = SceneClips.CELLS.clip(16, 64, SceneClips.HELD_OUT).frame(0);
		try (LatentVideo lamd = LatentVideo.open(autoencoder, generator)) {
			long before = 0;
			for (int k = 0; k < CLIPS; k++) {
				// the first clips fill the caches of allocators and compilers
				if (k == FIRST) before = ResidentMemory.outsideHeap();
				lamd.futures(frame, new MotionGenerator.Order(Prompt.ofClass("drift"), 1, new Drawing(Drawing.Method.DDIM, 2), 2, k), Progress.NONE);
			}
			final long growth = ResidentMemory.outsideHeap() - before;
			System.out.println((CLIPS - FIRST) + " clips: the process grew by " + (growth >> 10) + " KB outside the heap.");
			// a clip's features in the decoder are some 40 MB: what is kept of them would show
			assertTrue(growth < 96L << 20, (CLIPS - FIRST) + " clips let the process grow by " + (growth >> 20) + " MB");
		}
	}
}
