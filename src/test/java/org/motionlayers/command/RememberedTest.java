package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.Test;
import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.scijava.Context;

/** An image hands back the prediction that it was given, and none where it was given none. */
class RememberedTest {

	@Test
	void thePredictionComesBack() throws Exception {
		try (Context context = new Context(HeadlessServices.LIST)) {
			final MotionLayersService layers = context.service(MotionLayersService.class);
			final Movie movie = Images.open(Path.of("test-data/squares/image.tif"));
			final Prediction prediction = layers.predict(movie, layers.segmentation(movie, "test-data/squares/labels.tif", Progress.NONE),
				PredictionOptions.of(1).withPredictor("still"), Progress.NONE);
			final ImagePlus image = new ImagePlus("any", new ByteProcessor(4, 4));
			assertEquals(Optional.empty(), Remembered.of(image));
			Remembered.remember(image, prediction);
			assertSame(prediction, Remembered.of(image).orElseThrow());
		}
	}

	@Test
	void noImageRemembersNothing() {
		assertEquals(Optional.empty(), Remembered.of(null));
	}
}
