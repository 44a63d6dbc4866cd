package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.decompose.AutoInpainter;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;

/** Real images taken apart and put together again, bit for bit. */
class RealReferenceTest {

	private static final int OBSERVED = 4;

	@ParameterizedTest
	@CsvSource({ "nuclei_hela_h2b", "phase_t98g", "cars_parking_rgb", "droplet_3dt" })
	void theFirstFrameIsTheLastObservedOne(final String set) throws IOException {
		final Path folder = Path.of("../shared/data", set);
		assumeTrue(Files.exists(folder), folder + " is not there");
		final Movie observed = Images.open(folder.resolve("image.tif")).head(OBSERVED), masks = Images.open(folder.resolve("labels.tif"));
		final Segmentation labels = new Segmentation(observed.shape(), OBSERVED, t -> labels(masks.frame(t)), Map.of(), true, Calibration.NONE,
			set);
		final Scene scene = Decomposer.decompose(observed, labels, new AutoInpainter(), Optional.empty(), 1, Progress.NONE);
		final int dimensions = scene.shape().dimensions();
		final LazyVideo video = Compositor.composite(scene, Motion.constant(scene.labels(), 1, dimensions, new double[scene.objects() *
			dimensions], new double[0], BoxScene.provenance()));
		CompositorTest.assertSame(observed.frame(OBSERVED - 1), video.image(0), set);
		assertArrayEquals(labels.labels(OBSERVED - 1), video.labels(0));
	}

	private static int[] labels(final Frame frame) {
		final int[] labels = new int[frame.shape().pixels()];
		for (int p = 0; p < labels.length; p++) labels[p] = (int) frame.type().get(frame.data(), p);
		return labels;
	}
}
