package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.function.Function;

import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/**
 * The last of 15 predicted frames: how sharp its edges are ({@link EdgeSharpness}) and how far it is from the truth (L1), means over
 * scenes.
 *
 * @param ours layers composited at pixel level
 * @param latent layers placed in latent space and decoded
 * @param interpolation bilinear warping alone, frame after frame, with the true flow
 * @param baseline the shared backbone's flow, warped
 */
record EdgeTable(Row ours, Row latent, Row interpolation, Row baseline) {

	/**
	 * One way to make frames.
	 *
	 * @param sharpness 1 is as sharp as the truth
	 * @param l1 of colours in [0, 1]
	 */
	record Row(double sharpness, double l1) {}

	/** @return the table */
	static EdgeTable of(final List<PixelPath> paths, final PerObjectPredictors predictors, final LatentExperiment latent,
		final BackboneExperiment backbone, final Progress progress)
	{
		return new EdgeTable(row(paths, path -> path.video(predictors.velocities(path.features())).image(path.frames()), progress), row(paths,
			path -> latent.frame(path, path.frames()), progress), row(paths, BackboneExperiment::warpByTruth, progress), row(paths,
				path -> backbone.predict(path).get(path.frames() - 1), progress));
	}

	private static Row row(final List<PixelPath> paths, final Function<PixelPath, Frame> last, final Progress progress) {
		double sharpness = 0, l1 = 0;
		for (int s = 0; s < paths.size(); s++) {
			progress.update(s, paths.size(), "measuring edges");
			final PixelPath path = paths.get(s);
			final Frame frame = last.apply(path);
			sharpness += EdgeSharpness.of(frame, path.truth(path.frames()));
			l1 += path.l1(frame, path.frames());
		}
		return new Row(sharpness / paths.size(), l1 / paths.size());
	}
}
