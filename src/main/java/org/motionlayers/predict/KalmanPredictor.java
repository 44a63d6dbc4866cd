package org.motionlayers.predict;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * Every object goes on with the position and velocity that a constant-velocity Kalman filter has found over the unbroken frames up to the
 * reference frame in which it was seen. Dimensions are independent and share their covariance.
 */
@Plugin(type = MotionPredictor.class, name = KalmanPredictor.NAME)
public final class KalmanPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "kalman";

	/** Standard deviation of the white acceleration, pixels per frame squared. */
	static final double ACCELERATION = 0.5;

	/** Standard deviation of a measured position, pixels. */
	static final double MEASUREMENT = 1;

	/** Standard deviation of the velocity before anything is seen, pixels per frame; its mean is 0. */
	static final double START_VELOCITY = 5;

	@Override
	public int framesNeeded() {
		return 2;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final Forecast forecast = Forecast.ofMotionSeen(request);
		for (int i = 0; i < request.scene().objects(); i++) {
			progress.update(i, request.scene().objects(), "filtering tracks");
			filter(forecast, i, request.tracks().frames(), request.tracks().dimensions());
		}
		forecast.note("sigma acceleration", Double.toString(ACCELERATION));
		forecast.note("sigma measurement", Double.toString(MEASUREMENT));
		forecast.note("sigma start velocity", Double.toString(START_VELOCITY));
		return forecast.motion(NAME);
	}

	/** State x = (position, velocity), F = (1 1; 0 1), Q = sigma_a^2 (1/4 1/2; 1/2 1), H = (1 0), R = sigma_z^2. */
	private static void filter(final Forecast forecast, final int object, final int frames, final int dimensions) {
		final StabilizedTracks tracks = forecast.tracks();
		final int first = tracks.recentStart(object, frames);
		if (frames - first < 2) return;
		final double[] position = new double[dimensions], velocity = new double[dimensions];
		for (int d = 0; d < dimensions; d++) position[d] = tracks.displacement(first, object, d);
		final double q = ACCELERATION * ACCELERATION, r = MEASUREMENT * MEASUREMENT;
		double pp = r, pv = 0, vv = START_VELOCITY * START_VELOCITY;
		for (int k = first + 1; k < frames; k++) {
			pp += 2 * pv + vv + q / 4;
			pv += vv + q / 2;
			vv += q;
			final double gainPosition = pp / (pp + r), gainVelocity = pv / (pp + r);
			for (int d = 0; d < dimensions; d++) {
				position[d] += velocity[d];
				final double innovation = tracks.displacement(k, object, d) - position[d];
				position[d] += gainPosition * innovation;
				velocity[d] += gainVelocity * innovation;
			}
			vv -= gainVelocity * pv;
			pv -= gainPosition * pv;
			pp -= gainPosition * pp;
		}
		forecast.move(object, position, velocity);
	}
}
