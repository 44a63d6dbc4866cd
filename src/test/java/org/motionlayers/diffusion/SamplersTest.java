package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.diffusion.DdpmSampler.Variance;

/** Samplers with the exact denoiser of normally distributed data must draw normally distributed data. */
class SamplersTest {

	private static final double MEAN = .4;
	private static final double DEVIATION = .25;
	private static final int VALUES = 20000;

	private static NoiseSchedule respaced(final int count) {
		return NoiseSchedule.linear().respaced(Timesteps.trailing(1000, count));
	}

	static Stream<Sampler> samplers() {
		final Prediction epsilon = Prediction.of(Parameterisation.EPSILON);
		return Stream.of(new DdpmSampler(NoiseSchedule.linear(), epsilon, Variance.FIXED_SMALL), new DdpmSampler(NoiseSchedule.linear(),
			epsilon, Variance.FIXED_LARGE), new DdimSampler(respaced(500), epsilon, 0), new DdimSampler(respaced(500), epsilon, 1),
			new DdimSampler(respaced(500), epsilon, .5).withConsistentNoise(), new DpmSolverSampler(respaced(200), epsilon), new EulerSampler(
				EulerSampler.sigmas(100, 80, .002, EulerSampler.RHO), EdmScaling.V, Double.POSITIVE_INFINITY));
	}

	/** The expectation of the noise (or v) given the sample, for data of MEAN and DEVIATION. */
	private static Denoiser exact(final Sampler sampler) {
		return (sample, timestep, output) -> {
			int k = 0;
			while (sampler.timestep(k) != timestep) k++;
			final double signal = sampler.signalScale(k), noise = sampler.noiseScale(k), in = sampler.inputScale(k);
			for (int i = 0; i < sample.length; i++) {
				final double x = sample[i] / in;
				final double original = MEAN + (x - signal * MEAN) * signal * DEVIATION * DEVIATION / (signal * signal * DEVIATION * DEVIATION +
					noise * noise);
				final double estimated = (x - signal * original) / noise;
				output[i] = (float) (sampler instanceof EulerSampler ? EdmScaling.V.target(noise).of(original, estimated) : estimated);
			}
		};
	}

	@ParameterizedTest
	@MethodSource("samplers")
	void drawTheDataTheDenoiserKnows(final Sampler sampler) {
		final float[] drawn = SamplingLoop.of(sampler, exact(sampler)).draw(VALUES, NoiseSource.gaussian(7));
		double sum = 0, squares = 0;
		for (final float v : drawn) {
			sum += v;
			squares += v * (double) v;
		}
		final double mean = sum / VALUES, deviation = Math.sqrt(squares / VALUES - mean * mean);
		assertEquals(MEAN, mean, .012, sampler.getClass().getSimpleName());
		assertEquals(DEVIATION, deviation, .012, sampler.getClass().getSimpleName());
	}

	@ParameterizedTest
	@MethodSource("samplers")
	void sameSeedSameBytes(final Sampler sampler) {
		final SamplingLoop loop = SamplingLoop.of(sampler, exact(sampler));
		assertArrayEquals(loop.draw(16, NoiseSource.gaussian(3)), loop.draw(16, NoiseSource.gaussian(3)));
	}

	@Test
	void errorFallsWithTheOrderOfTheSolver() {
		final double first = error(20, false) / error(40, false), second = error(20, true) / error(40, true);
		assertEquals(2, first, .3, "DDIM: error of 20 steps over error of 40");
		assertEquals(4, second, .8, "DPM-Solver++ 2M: error of 20 steps over error of 40");
	}

	/** Distance from the end of the exact path, walking from noise to lambda = 4 in steps of equal length in lambda. */
	private static double error(final int steps, final boolean secondOrder) {
		final double[] betas = new double[steps];
		for (int t = 0; t < steps; t++) betas[t] = 1 - alphaBarAt(4 - 8.0 * (t + 1) / steps) / (t == 0 ? 1 : alphaBarAt(4 - 8.0 * t / steps));
		final NoiseSchedule schedule = NoiseSchedule.ofBetas(betas);
		final Prediction epsilon = Prediction.of(Parameterisation.EPSILON);
		final double end = alphaBarAt(4);
		final Sampler sampler = secondOrder ? new DpmSolverSampler(schedule, epsilon, end, false) : new DdimSampler(schedule, epsilon, 0)
			.endingAt(end);
		// On the path of normally distributed data, (x - signal mean) / spread stays as it is.
		final double z = 1.3;
		final float[] start = { (float) onPath(z, alphaBarAt(-4)) };
		return Math.abs(SamplingLoop.of(sampler, exact(sampler)).refine(start, null)[0] - onPath(z, end));
	}

	private static double alphaBarAt(final double lambda) {
		return 1 / (1 + Math.exp(-2 * lambda));
	}

	private static double onPath(final double z, final double alphaBar) {
		return Math.sqrt(alphaBar) * MEAN + z * Math.sqrt(alphaBar * DEVIATION * DEVIATION + 1 - alphaBar);
	}

	@Test
	void clippedEstimatesEndInRange() {
		final Sampler sampler = new DdimSampler(respaced(10), Prediction.clipped(Parameterisation.SAMPLE), 0);
		final float[] drawn = SamplingLoop.of(sampler, (x, t, out) -> java.util.Arrays.fill(out, 5)).draw(4, NoiseSource.gaussian(1));
		assertArrayEquals(new float[] { 1, 1, 1, 1 }, drawn);
	}

	@Test
	void impossibleSamplersAreRefused() {
		final Prediction epsilon = Prediction.of(Parameterisation.EPSILON);
		assertThrows(IllegalArgumentException.class, () -> new DdimSampler(respaced(10), epsilon, 1.5));
		assertThrows(IllegalArgumentException.class, () -> new DdimSampler(respaced(10), epsilon, 0).endingAt(.1));
		assertThrows(IllegalArgumentException.class, () -> new DpmSolverSampler(respaced(10), epsilon, 1, false));
	}

	@Test
	void ddimEndsWhereItIsTold() {
		final double end = NoiseSchedule.linear().alphaBar(0);
		final Sampler sampler = new DdimSampler(respaced(10), Prediction.of(Parameterisation.EPSILON), 0).endingAt(end);
		assertEquals(Math.sqrt(end), sampler.signalScale(10));
	}
}
