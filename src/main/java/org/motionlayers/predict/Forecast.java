package org.motionlayers.predict;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;

/**
 * What predictors of straight motion share. A predictor says where each object goes when the camera stands still; the forecast adds the
 * rest: objects that were not seen before move as their neighbours, arrows overrule, and the camera goes on as it did.
 */
public final class Forecast {

	private static final int NEIGHBOURS = 5;

	private final PredictionRequest request;
	private final StabilizedTracks tracks;
	private final int dimensions;
	private final double[][] offsets;
	private final double[][] velocities;
	private final Map<String, String> parameters = new LinkedHashMap<>();

	private Forecast(final PredictionRequest request) {
		this.request = request;
		this.tracks = new StabilizedTracks(request.tracks());
		this.dimensions = request.scene().shape().dimensions();
		this.offsets = new double[request.scene().objects()][];
		this.velocities = new double[request.scene().objects()][];
	}

	/**
	 * @param request what is known and what is asked
	 * @return a forecast in which no object moves yet
	 * @throws InputException where no frame is asked for, or an arrow does not fit the scene
	 */
	public static Forecast of(final PredictionRequest request) {
		if (request.frames() < 1) throw new InputException("frames: " + request.frames() + " frames cannot be predicted; at least 1.");
		request.cues().check(request.scene());
		return new Forecast(request);
	}

	/**
	 * The same for a predictor that learns from motion seen.
	 *
	 * @throws InputException where one frame was observed and no arrow was drawn
	 */
	public static Forecast ofMotionSeen(final PredictionRequest request) {
		if (request.tracks().frames() < 2 && request.cues().isEmpty()) throw new InputException(
			"One observed frame shows no motion. Three ways on: observe earlier frames too (a stack of at least 2 frames with labels, observed=2 or more)," +
				" draw arrows (arrows=label:dx,dy), or name a predictor that has learned motion elsewhere (a trained model).");
		return of(request);
	}

	/** @return the tracks without the camera's motion */
	public StabilizedTracks tracks() {
		return tracks;
	}

	/**
	 * Says where an object goes when the camera stands still: d(t) = offset + t velocity.
	 *
	 * @param object its index in the scene
	 * @param offset pixels against its position in the reference frame
	 * @param velocity pixels per frame
	 */
	public void move(final int object, final double[] offset, final double[] velocity) {
		offsets[object] = offset.clone();
		velocities[object] = velocity.clone();
	}

	/** Says that an object goes straight on from where it is: d(t) = t v (MeloMotion, Eq. 3). */
	public void move(final int object, final double[] velocity) {
		move(object, new double[dimensions], velocity);
	}

	/** Notes a setting or finding in the motion's provenance. */
	public void note(final String name, final String value) {
		parameters.put(name, value);
	}

	/**
	 * Ends the forecast.
	 *
	 * @param predictor name of the predictor
	 * @return the motion: arrows as they are drawn, all else with the camera's motion added
	 */
	public Motion motion(final String predictor) {
		moveUnknown();
		final Scene scene = request.scene();
		final double[] camera = tracks.cameraVelocity(), shifts = new double[camera.length * request.frames()];
		final double[] displacements = new double[request.frames() * scene.objects() * dimensions];
		int at = 0;
		for (int t = 1; t <= request.frames(); t++) {
			for (int d = 0; d < camera.length; d++) shifts[(t - 1) * dimensions + d] = t * camera[d];
			for (int i = 0; i < scene.objects(); i++) for (int d = 0; d < dimensions; d++) displacements[at++] = displacement(i, d, t, camera);
		}
		note("arrows", Integer.toString(request.cues().velocities().size()));
		if (camera.length > 0) note("camera velocity", text(camera));
		return new Motion(scene.labels(), request.frames(), dimensions, displacements, new double[0], shifts, new Motion.Provenance(
			predictor, request.seed(), parameters));
	}

	private double displacement(final int object, final int d, final int t, final double[] camera) {
		final int label = request.scene().layers().get(object).label();
		if (request.cues().has(label)) return t * request.cues().velocity(label, d);
		return offsets[object][d] + t * velocities[object][d] + (camera.length == 0 ? 0 : t * camera[d]);
	}

	/** Objects of which the predictor said nothing go with the median velocity of their neighbours. */
	private void moveUnknown() {
		final int[] known = IntStream.range(0, velocities.length).filter(i -> velocities[i] != null).toArray();
		int unknown = 0;
		for (int i = 0; i < velocities.length; i++) if (velocities[i] == null) {
			move(i, median(nearest(i, known)));
			if (!request.cues().has(request.scene().layers().get(i).label())) unknown++;
		}
		if (unknown > 0) note("objects without history", unknown + ", given the median velocity of the " + NEIGHBOURS +
			" nearest objects that have one, 0 where there is none");
	}

	/** The nearest of some objects, by their places in the reference frame; the smaller index where two are as near. */
	private int[] nearest(final int object, final int[] candidates) {
		final int[] nearest = new int[NEIGHBOURS];
		final double[] distances = new double[NEIGHBOURS];
		int count = 0;
		for (final int candidate : candidates) {
			final double distance = squaredDistance(object, candidate);
			if (count == NEIGHBOURS && distance >= distances[count - 1]) continue;
			int k = Math.min(count, NEIGHBOURS - 1);
			for (; k > 0 && distances[k - 1] > distance; k--) {
				distances[k] = distances[k - 1];
				nearest[k] = nearest[k - 1];
			}
			distances[k] = distance;
			nearest[k] = candidate;
			count = Math.min(count + 1, NEIGHBOURS);
		}
		return Arrays.copyOf(nearest, count);
	}

	private double[] median(final int[] objects) {
		final double[] median = new double[dimensions];
		if (objects.length == 0) return median;
		for (int d = 0; d < dimensions; d++) {
			final int dimension = d;
			final double[] sorted = Arrays.stream(objects).mapToDouble(i -> velocities[i][dimension]).sorted().toArray();
			median[d] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
		}
		return median;
	}

	private double squaredDistance(final int a, final int b) {
		double sum = 0;
		for (int d = 0; d < dimensions; d++) {
			final double distance = request.scene().layers().get(a).centroid(d) - request.scene().layers().get(b).centroid(d);
			sum += distance * distance;
		}
		return sum;
	}

	private static String text(final double[] velocity) {
		final StringBuilder text = new StringBuilder();
		for (final double v : velocity) text.append(text.length() == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.4f", v));
		return text + " px/frame";
	}
}
