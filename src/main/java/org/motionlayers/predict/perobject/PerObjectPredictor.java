package org.motionlayers.predict.perobject;

import java.util.Locale;

import org.motionlayers.predict.Forecast;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.StabilizedTracks;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.scijava.plugin.Plugin;

/**
 * MeloMotion on the user's own movie: every object's perceptron is fitted to the displacements d_gt(t) seen in the observed frames
 * (Eq. 5), camera motion taken out; what it then says is the object's velocity, and frames follow by d(t) = t v (Eq. 3). Inside, velocities
 * are fractions of the frame's width per frame.
 */
@Plugin(type = MotionPredictor.class, name = PerObjectPredictor.NAME)
public final class PerObjectPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "perobject";

	/** How near a velocity must come to the best one, pixels per frame. */
	static final double TOLERANCE = 1e-3;

	/** How the perceptrons are trained. */
	private interface Training {

		MovieFit.Result run(PerObjectPredictors predictors, float[] features, PositionTarget target, double width, Progress progress);
	}

	private final Training training;

	/** Trains until every velocity is as near to the best one as need be. */
	public PerObjectPredictor() {
		training = (predictors, features, target, width, progress) -> new MovieFit(predictors, features, target, TOLERANCE / width).run(
			progress);
	}

	/**
	 * Trains as long and as fast as the user says.
	 *
	 * @param epochs passes over the observed frames, at least 1
	 * @param rate learning rate of the first pass, decayed to 0 along a cosine; the paper's is {@link LearningRate#MELOMOTION}
	 */
	public PerObjectPredictor(final int epochs, final double rate) {
		if (epochs < 1) throw new InputException("epochs=" + epochs + ": at least 1 pass over the observed frames is needed.");
		if (!(rate > 0 && rate <= 1)) throw new InputException("rate=" + rate + ": a learning rate above 0 and up to 1 is needed; " +
			LearningRate.MELOMOTION + " is the paper's.");
		training = (predictors, features, target, width, progress) -> train(predictors, features, target, epochs, rate, progress);
	}

	private static MovieFit.Result train(final PerObjectPredictors predictors, final float[] features, final PositionTarget target,
		final int epochs, final double rate, final Progress progress)
	{
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, AdamW.MELOMOTION, LearningRate.cosine(rate, epochs), Runtime
			.getRuntime().availableProcessors());
		for (int epoch = 0; epoch < epochs; epoch++) {
			progress.update(epoch, epochs, "training all objects");
			trainer.step(features, target);
		}
		final float[] velocities = predictors.velocities(features);
		double residual = 0;
		for (int i = 0; i < target.objects(); i++) if (target.share(i) > 0) residual = Math.max(residual, Math.sqrt(target.squaredError(i,
			velocities, i * target.dimensions())));
		return new MovieFit.Result(epochs, residual, target.loss(velocities));
	}

	@Override
	public int framesNeeded() {
		return 2;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final Forecast forecast = Forecast.ofMotionSeen(request);
		final Scene scene = request.scene();
		final int dimensions = scene.shape().dimensions();
		final double width = scene.shape().width();
		final PositionTarget target = target(forecast.tracks(), width);
		if (scene.objects() > 0 && request.tracks().frames() > 1) {
			final float[] features = features(scene);
			final PerObjectPredictors predictors = PerObjectPredictors.create(scene.objects(), scene.background().shape().channels(),
				dimensions, request.seed());
			final MovieFit.Result result = training.run(predictors, features, target, width, progress);
			move(forecast, target, predictors.velocities(features), width);
			note(forecast, predictors.architecture(), result, width);
		}
		return forecast.motion(NAME);
	}

	/** Displacements of all observed frames, in fractions of the width. */
	private static PositionTarget target(final StabilizedTracks tracks, final double width) {
		final int frames = tracks.measured().frames(), objects = tracks.measured().objects(), dimensions = tracks.measured().dimensions();
		final double[] displacements = new double[frames * objects * dimensions];
		final int[] times = new int[frames];
		int at = 0;
		for (int k = 0; k < frames; k++) {
			times[k] = tracks.measured().time(k);
			for (int i = 0; i < objects; i++) for (int d = 0; d < dimensions; d++) displacements[at++] = tracks.displacement(k, i, d) / width;
		}
		return PositionTarget.ofDisplacements(displacements, times, objects, dimensions);
	}

	/** Mean channel values, brought into [-1, 1] by the largest of them; 0 where a mean is not a number. */
	static float[] features(final Scene scene) {
		final int channels = scene.background().shape().channels();
		final float[] features = new float[scene.objects() * channels];
		double largest = 0;
		for (int k = 0; k < features.length; k++) {
			final double mean = scene.layers().get(k / channels).meanValue(k % channels);
			if (Double.isFinite(mean)) largest = Math.max(largest, Math.abs(mean));
		}
		for (int k = 0; k < features.length && largest > 0; k++) {
			final double mean = scene.layers().get(k / channels).meanValue(k % channels);
			if (Double.isFinite(mean)) features[k] = (float) (mean / largest);
		}
		return features;
	}

	private static void move(final Forecast forecast, final PositionTarget target, final float[] velocities, final double width) {
		final int dimensions = target.dimensions();
		for (int i = 0; i < target.objects(); i++) if (target.share(i) > 0) {
			final double[] velocity = new double[dimensions];
			for (int d = 0; d < dimensions; d++) velocity[d] = velocities[i * dimensions + d] * width;
			forecast.move(i, velocity);
		}
	}

	private static void note(final Forecast forecast, final Architecture architecture, final MovieFit.Result result, final double width) {
		forecast.note("parameters", Long.toString(architecture.parameters()));
		forecast.note("training steps", Integer.toString(result.steps()));
		forecast.note("fit residual", String.format(Locale.ROOT, "%.2e px/frame", result.residual() * width));
		forecast.note("position loss", String.format(Locale.ROOT, "%.3e of the squared width", result.loss()));
	}
}
