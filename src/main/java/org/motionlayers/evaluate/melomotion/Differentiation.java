package org.motionlayers.evaluate.melomotion;

import java.util.List;

import org.motionlayers.evaluate.image.PixelError;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Video;

/**
 * MeloMotion, 4.4: scenes in which the first object moves and the others stand still.
 *
 * @param movingSpeed mean |v| of the moving object, widths per frame
 * @param movingError mean distance of the moving object's predicted from its true velocity, widths per frame
 * @param stationaryMax largest |v| that is predicted for an object that stands still, widths per frame
 * @param frameChange mean difference of a predicted frame to the one before, colours in [0, 1]
 */
record Differentiation(double movingSpeed, double movingError, double stationaryMax, double frameChange) {

	/** Scenes in the paper. */
	static final int SCENES = 10;

	/** @return the means over scenes of predictors trained on such scenes */
	static Differentiation of(final PerObjectPredictors predictors, final List<PixelPath> paths) {
		double speed = 0, error = 0, stationary = 0, change = 0;
		for (final PixelPath path : paths) {
			final float[] predicted = predictors.velocities(path.features()), truth = Lesson.of(path.sample()).velocities();
			speed += Math.hypot(truth[0], truth[1]);
			error += Math.hypot(predicted[0] - truth[0], predicted[1] - truth[1]);
			for (int i = 1; i < path.sample().objects(); i++) stationary = Math.max(stationary, Math.hypot(predicted[2 * i], predicted[2 * i +
				1]));
			change += change(path.video(predicted));
		}
		final int n = paths.size();
		return new Differentiation(speed / n, error / n, stationary, change / n);
	}

	private static double change(final Video video) {
		double sum = 0;
		for (int t = 1; t <= video.frames(); t++) sum += PixelError.between(video.image(t - 1), video.image(t)).l1() / PixelPath.RANGE;
		return sum / video.frames();
	}
}
