package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.scijava.Context;

/** Label stacks of real sequences, where they lie beside the project. */
class RealLabelsTest {

	private static final Path DATA = Path.of("../shared/data");

	@ParameterizedTest
	@CsvSource({ "cars_parking_rgb,448,432,1,30,2", "droplet_3dt,31,30,16,21,1", "nuclei_hela_h2b,211,190,1,30,27",
		"phase_t98g,448,448,1,37,29" })
	void readsTheTiff(final String name, final int width, final int height, final int depth, final int frames, final int objects) {
		final Path file = DATA.resolve(name).resolve("labels.tif");
		assumeTrue(Files.exists(file), () -> file + " is not here");
		final Shape shape = new Shape(width, height, depth, 1);
		final Movie image = new Movie(name, PixelType.UINT8, shape, frames, Calibration.NONE, Display.DEFAULT, t -> null);
		try (Context context = new Context(SegmentationService.class)) {
			final Segmentation labels = context.service(SegmentationService.class).read(file, image, Progress.NONE);
			assertEquals(frames, labels.frames());
			assertTrue(labels.description().matches(".*\\b" + objects + " objects?\\b.*"), labels::description);
		}
	}
}
