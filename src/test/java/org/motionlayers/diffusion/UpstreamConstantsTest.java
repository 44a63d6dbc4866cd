package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.motionlayers.diffusion.Parameterisation.EPSILON;
import static org.motionlayers.diffusion.Parameterisation.SAMPLE;
import static org.motionlayers.diffusion.Parameterisation.V;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.diffusion.DdpmSampler.Variance;

/** Whole loops against the sums that diffusers asserts for its own samplers, in its own tolerance. */
class UpstreamConstantsTest {

	private static final double SUM_TOLERANCE = 1e-2;
	private static final double MEAN_TOLERANCE = 1e-3;
	/** Of the sums without random numbers: single and double precision differ by up to 0.012. */
	private static final double OWN_TOLERANCE = 0.02;
	private static final NoiseSchedule LINEAR = NoiseSchedule.linear();

	private static float[] run(final Sampler sampler, final Denoiser denoiser, final NoiseSource noise) {
		return SamplingLoop.of(sampler, denoiser).refine(UpstreamDummies.sample(), noise);
	}

	private static void assertUpstream(final double sum, final double mean, final float[] result) {
		assertEquals(sum, UpstreamDummies.sum(result), SUM_TOLERANCE, "sum of absolute values");
		assertEquals(mean, UpstreamDummies.sum(result) / UpstreamDummies.SIZE, MEAN_TOLERANCE, "mean of absolute values");
	}

	private static Sampler ddim(final NoiseSchedule schedule, final Prediction prediction) {
		return new DdimSampler(schedule.respaced(Timesteps.leading(1000, 10, 0)), prediction, 0);
	}

	private static Sampler dpmSolver(final Parameterisation parameterisation) {
		return new DpmSolverSampler(LINEAR.respaced(Timesteps.linspaceAboveZero(1000, 10)), Prediction.of(parameterisation), LINEAR.alphaBar(
			0), false);
	}

	@Test
	void torchNoiseIsThatOfTorch() {
		final float[] noise = new float[UpstreamDummies.SIZE];
		new TorchNoise(0).fill(noise);
		final double[] expected = { -1.1258398, -1.1523602, -.2505786, -.4338788, .8487104, .6920092, -.3160128, -2.1152194 };
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], noise[i], 2e-6, "value " + i);
		assertEquals(622.952454, UpstreamDummies.sum(noise), 1e-3);
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 258.9606, .3372", "V, 202.0296, .2631" })
	void ddpmWithTorchNoise(final Parameterisation parameterisation, final double sum, final double mean) {
		final Sampler sampler = new DdpmSampler(LINEAR, Prediction.clipped(parameterisation), Variance.FIXED_SMALL);
		assertUpstream(sum, mean, run(sampler, UpstreamDummies.UPSTREAM, new TorchNoise(0)));
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 172.0067, .223967", "V, 52.5302, .0684" })
	void ddim(final Parameterisation parameterisation, final double sum, final double mean) {
		assertUpstream(sum, mean, run(ddim(LINEAR, Prediction.clipped(parameterisation)), UpstreamDummies.UPSTREAM, null));
	}

	@Test
	void ddimWithAnotherFirstBeta() {
		assertUpstream(149.8295, .1951, run(ddim(NoiseSchedule.linear(1000, .01, .02), Prediction.clipped(EPSILON)),
			UpstreamDummies.UPSTREAM, null));
	}

	@Test
	void dpmSolver() {
		assertUpstream(253.551379, .3301, run(dpmSolver(EPSILON), UpstreamDummies.UPSTREAM, null));
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 729.988580", "SAMPLE, 274.206578", "V, 709.378237" })
	void ddpmWithConstantNoise(final Parameterisation parameterisation, final double sum) {
		final Sampler sampler = new DdpmSampler(LINEAR, Prediction.clipped(parameterisation), Variance.FIXED_SMALL);
		assertEquals(sum, UpstreamDummies.sum(run(sampler, UpstreamDummies.NEVER_ZERO, UpstreamDummies.constantNoise())), OWN_TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 683.629056", "SAMPLE, 340.386671", "V, 635.393207" })
	void ddpmRespacedWithConstantNoise(final Parameterisation parameterisation, final double sum) {
		assertEquals(sum, UpstreamDummies.sum(respaced(parameterisation, UpstreamDummies.NEVER_ZERO)), OWN_TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 684.253346", "V, 636.206786" })
	void ddpmRespacedWithUpstreamsNetwork(final Parameterisation parameterisation, final double sum) {
		assertEquals(sum, UpstreamDummies.sum(respaced(parameterisation, UpstreamDummies.UPSTREAM)), OWN_TOLERANCE);
	}

	private static float[] respaced(final Parameterisation parameterisation, final Denoiser denoiser) {
		final NoiseSchedule schedule = LINEAR.respaced(Timesteps.spaced(1000, 200));
		return run(new DdpmSampler(schedule, Prediction.clipped(parameterisation), Variance.FIXED_SMALL), denoiser, UpstreamDummies
			.constantNoise());
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 171.133941", "SAMPLE, 274.341688", "V, 52.264063" })
	void ddimWithOwnNetwork(final Parameterisation parameterisation, final double sum) {
		assertEquals(sum, UpstreamDummies.sum(run(ddim(LINEAR, Prediction.clipped(parameterisation)), UpstreamDummies.NEVER_ZERO, null)),
			OWN_TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "EPSILON, 253.523867", "SAMPLE, 847.285062", "V, 172.862767" })
	void dpmSolverWithOwnNetwork(final Parameterisation parameterisation, final double sum) {
		assertEquals(sum, UpstreamDummies.sum(run(dpmSolver(parameterisation), UpstreamDummies.NEVER_ZERO, null)), OWN_TOLERANCE);
	}

	@Test
	void samplePredictionIsZeroWhereTheNetworkIs() {
		final Sampler sampler = new DdpmSampler(LINEAR, Prediction.clipped(SAMPLE), Variance.FIXED_SMALL);
		assertEquals(0, UpstreamDummies.sum(run(sampler, UpstreamDummies.UPSTREAM, UpstreamDummies.constantNoise())));
	}

	@Test
	void vIsReadAtEveryAlphaBar() {
		assertEquals(0.5, V.original(.25).first(), 1e-15);
		assertEquals(-Math.sqrt(.75), V.original(.25).second(), 1e-15);
	}
}
