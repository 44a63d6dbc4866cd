package org.motionlayers.predict;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * Every object goes on along the straight line fitted by least squares through the last {@value StabilizedTracks#RECENT} unbroken frames
 * in which it was seen, fewer where there are fewer. The line need not pass through the last position: the displacement has an offset.
 */
@Plugin(type = MotionPredictor.class, name = VelocityPredictor.NAME)
public final class VelocityPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "velocity";

	@Override
	public int framesNeeded() {
		return 2;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final Forecast forecast = Forecast.ofMotionSeen(request);
		for (int i = 0; i < request.scene().objects(); i++) {
			progress.update(i, request.scene().objects(), "fitting velocities");
			fit(forecast, i, request.tracks().frames() - 1, request.tracks().dimensions());
		}
		forecast.note("frames fitted", Integer.toString(StabilizedTracks.RECENT));
		return forecast.motion(NAME);
	}

	private static void fit(final Forecast forecast, final int object, final int last, final int dimensions) {
		final int first = forecast.tracks().recentStart(object, StabilizedTracks.RECENT);
		if (first >= last) return;
		final double[] offset = new double[dimensions], velocity = new double[dimensions];
		for (int d = 0; d < dimensions; d++) {
			final int dimension = d;
			final Line line = Line.fit(first - last, 0, t -> forecast.tracks().displacement(last + t, object, dimension));
			offset[d] = line.offset();
			velocity[d] = line.slope();
		}
		forecast.move(object, offset, velocity);
	}
}
