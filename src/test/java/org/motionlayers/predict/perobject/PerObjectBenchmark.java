package org.motionlayers.predict.perobject;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step of the paper's predictors, batch of 1, one thread, beside what bounds it: AdamW takes one square root and one
 * division for every weight, and reads and writes every weight and its two moments. The peer, the same in PyTorch, is
 * {@code scripts/bench_perobject.py}, which runs this one too and prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class PerObjectBenchmark {

	private static final int VALUES = 60000;

	@Param({ "3", "10", "100", "1000", "10000" })
	int objects;

	PerObjectTrainer trainer;
	float[][] features;
	PositionTarget[] targets;
	float[][] weights;
	float[][] means;
	float[][] squares;
	int sample;

	/** Draws samples: velocity 0.06 (colour - 0.5). */
	@Setup
	public void setUp() {
		final SplittableRandom random = new SplittableRandom(1);
		final PerObjectPredictors predictors = PerObjectPredictors.create(objects, 3, 2, 1);
		trainer = new PerObjectTrainer(predictors, AdamW.MELOMOTION, LearningRate.constant(1e-4), 1);
		features = new float[Math.max(1, VALUES / objects)][3 * objects];
		targets = new PositionTarget[features.length];
		for (int s = 0; s < features.length; s++) {
			final float[] v = new float[2 * objects];
			for (int k = 0; k < 3 * objects; k++) features[s][k] = (float) random.nextDouble();
			for (int k = 0; k < v.length; k++) v[k] = 0.06f * (features[s][k / 2 * 3 + k % 2] - 0.5f);
			targets[s] = PositionTarget.ofVelocities(v, 2);
		}
		weights = arrays(predictors);
		means = arrays(predictors);
		squares = arrays(predictors);
	}

	private float[][] arrays(final PerObjectPredictors predictors) {
		final float[][] arrays = new float[predictors.architecture().blocks()][];
		for (int b = 0; b < arrays.length; b++) {
			arrays[b] = new float[predictors.blockAt(b).weights().length];
			java.util.Arrays.fill(arrays[b], 1);
		}
		return arrays;
	}

	/** Forward, backward and AdamW of all objects and the projection. */
	@Benchmark
	public double step() {
		sample = (sample + 1) % features.length;
		return trainer.step(features[sample], targets[sample]);
	}

	/** One square root and one division for every weight, nothing else: what the divider allows. */
	@Benchmark
	public float[][] limitOfDivider() {
		for (int b = 0; b < weights.length; b++) divide(weights[b], means[b], squares[b]);
		return weights;
	}

	private static void divide(final float[] w, final float[] m, final float[] s) {
		for (int i = 0; i < w.length; i++) w[i] = m[i] / (float) Math.sqrt(s[i]);
	}

	/** Reads and writes every weight and its two moments, nothing else: what the memory allows. */
	@Benchmark
	public float[][] limitOfMemory() {
		for (int b = 0; b < weights.length; b++) touch(weights[b], means[b], squares[b]);
		return weights;
	}

	private static void touch(final float[] w, final float[] m, final float[] s) {
		for (int i = 0; i < w.length; i++) {
			final float sum = w[i] + m[i] + s[i];
			w[i] = sum;
			m[i] = sum - 1;
			s[i] = sum + 1;
		}
	}
}
