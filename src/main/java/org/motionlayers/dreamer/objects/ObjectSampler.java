package org.motionlayers.dreamer.objects;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.NoiseSource;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.diffusion.Prediction;
import org.motionlayers.diffusion.Sampler;
import org.motionlayers.diffusion.SamplingLoop;
import org.motionlayers.diffusion.StepListener;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkDenoiser;

import ai.djl.ndarray.types.Shape;

/** Draws tokens of a scene out of noise, several futures at once. */
final class ObjectSampler {

	/** Tokens lie within this; farther ones are clipped while sampling. */
	private static final double LIMIT = 8;

	/** Objects that are drawn at once in all futures together, about: a bound on memory. */
	private static final int OBJECTS_AT_ONCE = 512;

	private final Network<ObjectNetwork> network;

	ObjectSampler(final Network<ObjectNetwork> network) {
		this.network = network;
	}

	/**
	 * Draws futures of one scene. A future depends on its own number and the seed alone, not on how many are drawn.
	 *
	 * @param known the scene
	 * @param frames number of future frames, at most the network's
	 * @param samples number of futures
	 * @param drawing how they are drawn
	 * @param seed of the noise
	 * @param listener is told after every step; throws to stop
	 * @return futures x frames x objects x dimensions: displacements in pixels, the camera's motion not in them
	 */
	double[][][][] draw(final ObjectInput.Known known, final int frames, final int samples, final Drawing drawing, final long seed,
		final StepListener listener)
	{
		final double[][][][] futures = new double[samples][][][];
		final int atOnce = Math.max(1, Math.min(samples, OBJECTS_AT_ONCE / known.scene().objects()));
		for (int from = 0; from < samples; from += atOnce) {
			final int count = Math.min(atOnce, samples - from);
			final ObjectInput input = ObjectInput.of(network.layer().format(), frames, Collections.nCopies(count, known));
			final float[] tokens = tokens(input, drawing, noise(seed, from, count), listener);
			for (int k = 0; k < count; k++) futures[from + k] = displacements(input, tokens, k, known.scene().unit());
		}
		return futures;
	}

	/** The same for one batch of scenes: their clean tokens. */
	private float[] tokens(final ObjectInput input, final Drawing drawing, final NoiseSource noise, final StepListener listener) {
		final Sampler sampler = drawing.sampler(ObjectFormat.SCHEDULE, new Prediction(Parameterisation.SAMPLE, LIMIT));
		final Shape shape = new Shape(input.scenes(), input.objects(), input.frames(), input.format().tokenValues());
		return network.compute(scope -> {
			final ObjectNetwork.Prepared prepared = network.layer().new Prepared(scope, input);
			final float[][] walk = new float[1][];
			final NetworkDenoiser denoiser = new NetworkDenoiser(network, shape, (sample, timestep) -> {
				final double[] timesteps = new double[input.scenes()];
				Arrays.fill(timesteps, timestep);
				final ObjectNetwork.Estimate estimate = network.layer().forward(sample, timesteps, prepared, walk[0]);
				walk[0] = estimate.walk().toFloatArray();
				return estimate.last();
			});
			return SamplingLoop.of(sampler, denoiser).listening(listener).draw(input.straight().length, noise);
		});
	}

	/** Each future has a source of its own. */
	private static NoiseSource noise(final long seed, final int first, final int count) {
		return NoiseSource.oneAfterAnother(IntStream.range(first, first + count).mapToObj(k -> NoiseSource.gaussian(Network.mix(seed, k))).toArray(
			NoiseSource[]::new));
	}

	private static double[][][] displacements(final ObjectInput input, final float[] tokens, final int scene, final double unit) {
		final int n = input.objects(), dims = input.format().dimensions(), values = input.format().tokenValues();
		final double[][][] out = new double[input.frames()][n][dims];
		for (int t = 0; t < out.length; t++) for (int i = 0; i < n; i++) for (int d = 0; d < dims; d++) out[t][i][d] = unit * input.format()
			.reach() * tokens[((scene * n + i) * input.frames() + t) * values + d];
		return out;
	}
}
