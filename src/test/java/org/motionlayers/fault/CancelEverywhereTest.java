package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PredictionFiles;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.image.Images;
import org.motionlayers.PredictionOptions;
import org.motionlayers.scene.Impatient;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.Context;

/**
 * A prediction that is canceled at the steps that it tells of, from reading to the last file: at every 16th, with {@code -Dstride=1} at every
 * single one. CancelTest samples the commands.
 */
class CancelEverywhereTest {

	private static final Path SQUARES = Path.of("test-data/squares");

	private static final int STRIDE = Integer.getInteger("stride", 16);

	@TempDir
	Path folder;

	private void predict(final MotionLayersService layers, final Progress progress) throws IOException {
		final Movie movie = Images.open(SQUARES.resolve("image.tif"));
		try (OutputFolder out = OutputFolder.open(folder.resolve("out"), false)) {
			final Segmentation labels = layers.segmentation(movie, SQUARES.resolve("labels.tif").toString(), progress);
			final Prediction prediction = layers.predict(movie, labels, PredictionOptions.of(2).withObserved(3), progress);
			layers.write(out, prediction, PredictionFiles.Options.of("image.tif").withFormats(Set.of("ctc", "rois")), progress);
			out.commit(new RunRecord("test"));
		}
	}

	@Test
	void nothingStaysWhicheverStepIsTheLast() throws IOException {
		try (Context context = new Context()) {
			final MotionLayersService layers = context.service(MotionLayersService.class);
			int canceled = 0, step = 0;
			while (true) {
				try {
					predict(layers, new Impatient(step));
					break;
				}
				catch (final CancellationException exc) {
					assertEquals(List.of(), Child.names(folder), "canceled at step " + step);
					canceled++;
					step += STRIDE;
				}
			}
			assertEquals(List.of("out"), Child.names(folder));
			System.out.println("canceled at " + canceled + " steps, every " + STRIDE + ". one");
			assertTrue(canceled > 20, canceled + " steps");
		}
	}
}
