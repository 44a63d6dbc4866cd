package org.motionlayers.predict.hierarchical;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.predict.Forecast;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.scijava.plugin.Plugin;

/**
 * Velocity = camera + group + own, each as strong as the observed frames of this very movie say: a hypothesis weighs what it said of every
 * observed frame from the frames before it. Random walks are damped, straight motion goes on, what shakes is smoothed. Where the frame's
 * border cuts an object its body is followed; the motion's displacement is that of the centroid of what will be seen, its layer
 * displacement that of the body.
 */
@Plugin(type = MotionPredictor.class, name = HierarchicalPredictor.NAME)
public final class HierarchicalPredictor implements UncertainPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "hierarchical";

	@Override
	public int framesNeeded() {
		return 2;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		Forecast.ofMotionSeen(request); // checks the request as all predictors do
		final Hierarchy hierarchy = new Hierarchy(request, progress);
		return motion(request, hierarchy, progress);
	}

	@Override
	public Futures futures(final PredictionRequest request, final int samples, final Progress progress) {
		if (samples < 1) throw new InputException("samples: " + samples + " futures cannot be drawn; at least 1.");
		Forecast.ofMotionSeen(request); // checks the request as all predictors do
		final Hierarchy hierarchy = new Hierarchy(request, progress);
		final Motion motion = motion(request, hierarchy, progress);
		final Backtest backtest = hierarchy.backtest(request.seed());
		return new Futures(request.scene(), motion, samples, object -> draw(request, hierarchy, backtest, motion, object, samples));
	}

	private static Futures.Paths draw(final PredictionRequest request, final Hierarchy hierarchy, final Backtest backtest,
		final Motion motion, final int object, final int samples)
	{
		final ObjectLayer layer = request.scene().layers().get(object);
		final int dimensions = request.scene().shape().dimensions(), frames = request.frames();
		final double[][][] body = new double[samples][frames + 1][dimensions], seen = new double[samples][frames + 1][];
		final VisiblePart visible = new VisiblePart(layer, request.scene().shape());
		final FutureSampler sampler = hierarchy.sampler(object, request.seed());
		final double[] place = hierarchy.place(object);
		final double[][] mean = hierarchy.rollout(object).mean(frames);
		for (int s = 0; s < samples; s++) {
			final double deviation = sampler.draw(place, body[s]);
			seen[s][0] = new double[dimensions];
			for (int t = 1; t <= frames; t++) {
				final double spread = request.cues().has(layer.label()) ? 0 : backtest.spread(t);
				for (int d = 0; d < dimensions; d++) body[s][t][d] = motion.layerDisplacement(t, object, d) + spread * (body[s][t][d] - mean[t][d]);
				seen[s][t] = visible.displacement(body[s][t]);
				for (int d = 0; d < dimensions; d++) seen[s][t][d] = sampler.measured(seen[s][t][d], spread * deviation);
			}
		}
		return new Futures.Paths(seen, body);
	}

	private static Motion motion(final PredictionRequest request, final Hierarchy hierarchy, final Progress progress) {
		final Scene scene = request.scene();
		final int dimensions = scene.shape().dimensions(), frames = request.frames(), objects = scene.objects();
		final double[] camera = hierarchy.camera(frames);
		final double[] seen = new double[frames * objects * dimensions], body = new double[seen.length];
		final double[][][] paths = hierarchy.paths(frames);
		for (int i = 0; i < objects; i++) {
			progress.update(i, objects, "predicting paths");
			final double[][] path = path(request, paths[i], camera, i);
			final VisiblePart visible = new VisiblePart(scene.layers().get(i), scene.shape());
			for (int t = 1; t <= frames; t++) {
				final int at = ((t - 1) * objects + i) * dimensions;
				System.arraycopy(path[t], 0, body, at, dimensions);
				System.arraycopy(visible.displacement(path[t]), 0, seen, at, dimensions);
			}
		}
		return new Motion(scene.labels(), frames, dimensions, seen, new double[0], camera, new Motion.Provenance(NAME, request.seed(),
			findings(request, hierarchy))).withLayerDisplacements(body);
	}

	/** Displacement of an object's body at 0, 1, ... frames: as its arrow says, or as expected. */
	private static double[][] path(final PredictionRequest request, final double[][] path, final double[] camera, final int i) {
		final int label = request.scene().layers().get(i).label(), dimensions = request.scene().shape().dimensions();
		if (!request.cues().has(label)) {
			for (int t = 1; t < path.length && camera.length > 0; t++) for (int d = 0; d < dimensions; d++) path[t][d] += camera[(t - 1) *
				dimensions + d];
			return path;
		}
		final double[][] arrow = new double[request.frames() + 1][dimensions];
		for (int t = 1; t < arrow.length; t++) for (int d = 0; d < dimensions; d++) arrow[t][d] = t * request.cues().velocity(label, d);
		return arrow;
	}

	private static Map<String, String> findings(final PredictionRequest request, final Hierarchy hierarchy) {
		final Map<String, String> findings = new TreeMap<>();
		findings.put("arrows", Integer.toString(request.cues().velocities().size()));
		findings.put("objects without history", Integer.toString(hierarchy.withoutHistory()));
		findings.put("persistence", number(hierarchy.mean(MotionModel::persistence)));
		findings.put("steady share", number(hierarchy.mean(MotionModel::steady)));
		findings.put("measurement share", number(hierarchy.mean(MotionModel::measurement)));
		findings.put("bouncing", number(hierarchy.contacts().probability()));
		findings.put("turning", number(hierarchy.mean(model -> model.turn() == 0 ? 0 : 1)));
		hierarchy.groupWeights().forEach((kind, weight) -> findings.put("group " + kind.name().toLowerCase(Locale.ROOT), number(weight)));
		return findings;
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}
}
