package org.motionlayers.predict.hierarchical;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.predict.Forecast;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/**
 * Velocity = camera + group + own, each as strong as the observed frames of this very movie say: a hypothesis weighs what it said of every
 * observed frame from the frames before it. Random walks are damped, straight motion goes on, what shakes is smoothed. Where the frame's
 * border cuts an object its body is followed; the motion's displacement is that of the centroid of what will be seen, its layer
 * displacement that of the body. One observed frame shows no motion: then only arrows move, and the user is told.
 */
@Plugin(type = MotionPredictor.class, name = HierarchicalPredictor.NAME, priority = Priority.HIGH)
public final class HierarchicalPredictor implements UncertainPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = PredictorService.DEFAULT;

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		Forecast.of(request); // checks the request as all predictors do
		final Hierarchy hierarchy = new Hierarchy(request, progress);
		return motion(request, hierarchy, progress);
	}

	@Override
	public Futures futures(final PredictionRequest request, final int samples, final Progress progress) {
		if (samples < 1) throw new InputException("samples: " + samples + " futures cannot be drawn; at least 1.");
		Forecast.of(request); // checks the request as all predictors do
		if (request.tracks().frames() < 2) throw new InputException(
			"futures: one observed frame does not show how objects move, so that no futures can be drawn; at least 2 observed frames are needed.");
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
		final double[][][] paths = hierarchy.paths(frames, progress);
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
		final int unmoved = request.scene().objects() - request.cues().velocities().size();
		if (request.tracks().frames() < 2 && unmoved > 0) findings.put(Motion.Provenance.REMARK, "One observed frame shows no motion: " +
			unmoved + " of " + request.scene().objects() + " objects stay where they are. Observe earlier frames too (observed=2 or more, with labels)" +
			", or draw arrows (arrows=label:dx,dy).");
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
