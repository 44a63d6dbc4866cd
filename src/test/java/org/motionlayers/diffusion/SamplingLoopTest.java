package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class SamplingLoopTest {

	private static final Prediction SAMPLE = Prediction.of(Parameterisation.SAMPLE);

	private static Sampler tenSteps() {
		return new DdimSampler(NoiseSchedule.linear().respaced(Timesteps.trailing(1000, 10)), SAMPLE, 0);
	}

	private static Denoiser always(final float value) {
		return (sample, timestep, output) -> java.util.Arrays.fill(output, value);
	}

	@Test
	void networkIsToldTheTimestepsOfTraining() {
		final List<Double> told = new ArrayList<>();
		final Denoiser denoiser = (sample, timestep, output) -> told.add(timestep);
		SamplingLoop.of(tenSteps(), denoiser).draw(4, NoiseSource.gaussian(1));
		assertEquals(List.of(999.0, 899.0, 799.0, 699.0, 599.0, 499.0, 399.0, 299.0, 199.0, 99.0), told);
	}

	@Test
	void listenerSeesEveryStepAndTheEstimate() {
		final List<String> seen = new ArrayList<>();
		final StepListener listener = (done, steps, sample, original) -> seen.add(done + "/" + steps + " " + original[0]);
		SamplingLoop.of(tenSteps(), always(.5f)).listening(listener).draw(4, NoiseSource.gaussian(1));
		assertEquals(11, seen.size());
		assertEquals("0/10 0.0", seen.get(0));
		assertEquals("10/10 0.5", seen.get(10));
	}

	@Test
	void listenerStopsTheRun() {
		final int[] calls = new int[1];
		final Denoiser denoiser = (sample, timestep, output) -> calls[0]++;
		final StepListener listener = (done, steps, sample, original) -> {
			if (done == 3) throw new CancellationException("enough");
		};
		final SamplingLoop loop = SamplingLoop.of(tenSteps(), denoiser).listening(listener);
		assertThrows(CancellationException.class, () -> loop.draw(4, NoiseSource.gaussian(1)));
		assertEquals(3, calls[0]);
	}

	@Test
	void knownValuesAreExactAtTheEndAndNoisedBefore() {
		final Constraint known = Constraint.known(new float[] { .25f, 9 }, new boolean[] { true, false });
		final List<Float> path = new ArrayList<>();
		final float[] drawn = SamplingLoop.of(tenSteps(), always(-1)).under(known).listening((done, steps, sample, original) -> path.add(sample[0]))
			.draw(2, NoiseSource.gaussian(5));
		assertArrayEquals(new float[] { .25f, -1 }, drawn);
		assertTrue(path.subList(0, 10).stream().allMatch(v -> v != .25f), path.toString());
	}

	@Test
	void knownValuesHaveTheSpreadOfTheStep() {
		final int n = 10000;
		final boolean[] all = new boolean[n];
		java.util.Arrays.fill(all, true);
		final float[] sample = new float[n];
		Constraint.known(new float[n], all).apply(sample, .6, .8, NoiseSource.gaussian(1));
		double squares = 0;
		for (final float v : sample) squares += v * (double) v;
		assertEquals(.64, squares / n, .02);
	}

	@Test
	void knownValuesOfAnotherSizeAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Constraint.known(new float[2], new boolean[3]));
		final Constraint two = Constraint.known(new float[2], new boolean[2]);
		assertThrows(IllegalArgumentException.class, () -> two.apply(new float[3], 1, 0, null));
	}

	@Test
	void outputThatIsNotFiniteIsNamed() {
		for (int place = 0; place < 6; place++) {
			final int where = place;
			final Denoiser broken = (sample, timestep, output) -> output[where] = timestep < 800 ? Float.POSITIVE_INFINITY : 0;
			final String message = assertThrows(ArithmeticException.class, () -> SamplingLoop.of(tenSteps(), broken).draw(6, NoiseSource
				.gaussian(1))).getMessage();
			assertTrue(message.contains("step 3 of 10") && message.contains("799"), message);
		}
	}

	@Test
	void eulerScalesTheNetworksInputOnly() {
		final double[] sigmas = EulerSampler.sigmas(5, 80, .1, EulerSampler.RHO);
		final Sampler sampler = new EulerSampler(sigmas, EdmScaling.V, 1);
		final List<Double> seen = new ArrayList<>(), told = new ArrayList<>();
		final Denoiser denoiser = (sample, timestep, output) -> {
			seen.add((double) sample[0]);
			told.add(timestep);
			output[0] = 0;
		};
		SamplingLoop.of(sampler, denoiser).refine(new float[] { 80 }, null);
		assertEquals(80 / Math.sqrt(6401), seen.get(0), 1e-6);
		assertEquals(Math.log(80) / 4, told.get(0), 1e-12);
		assertEquals(Math.sqrt(6401), sampler.startScale(), 1e-12);
	}

	@Test
	void guidanceGoesBeyondTheCondition() {
		final Denoiser guided = new Guidance(Guidance.pair(always(3), always(1)), 2.5);
		final float[] out = new float[2];
		guided.predict(new float[2], 0, out);
		assertArrayEquals(new float[] { 6, 6 }, out);
	}

	@Test
	void guidanceRisesOverFrames() {
		final Denoiser guided = new Guidance(Guidance.pair(always(1), always(0)), Guidance.rising(1, 2.5, 4), 2);
		final float[] out = new float[10];
		guided.predict(new float[10], 0, out);
		assertArrayEquals(new float[] { 1, 1, 1.5f, 1.5f, 2, 2, 2.5f, 2.5f, 1, 1 }, out, 1e-6f);
		assertThrows(IllegalArgumentException.class, () -> new Guidance(Guidance.pair(always(1), always(0)), new double[0], 1));
	}
}
