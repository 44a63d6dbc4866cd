package org.motionlayers.evaluate.melomotion;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.SquaresOptions;

/** Parts of the reproduction; the whole of it is run by the command's test. */
class MeloMotionReproductionTest {

	@Test
	void interpolationBlursWhatLayersKeep() {
		final PixelPath path = new PixelPath(Lesson.scenes(SquaresOptions.PAPER, 1, 3).get(0));
		final double sharpness = EdgeSharpness.of(BackboneExperiment.warpByTruth(path), path.truth(15));
		assertTrue(sharpness > 0.05 && sharpness < 0.6, "sharpness after 15 interpolations: " + sharpness);
	}

	@Test
	void stopsWhenAsked() {
		final Progress cancelled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// nobody listens
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> new MeloMotionReproduction().reproduce(true, 0, Path.of("unused"), cancelled));
	}
}
