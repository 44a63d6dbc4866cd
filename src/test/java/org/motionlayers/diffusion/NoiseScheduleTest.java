package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.diffusion.DdpmSampler.Variance;

class NoiseScheduleTest {

	private static final NoiseSchedule LINEAR = NoiseSchedule.linear();

	@ParameterizedTest
	@CsvSource({ "0, .9999", "1, .9997800921", "10, .9978065725", "100, .8951415909", "200, .6563470055", "250, .5214230306",
		"400, .1935720097", "500, .07779665837", "750, .003300158362", "900, .0002702445196", "999, 4.035829765e-05", "-1, 1" })
	void alphaBarsOfLinear(final int t, final double expected) {
		assertEquals(expected, LINEAR.alphaBar(t), expected * 2e-9);
	}

	@Test
	void sumsOfLinear() {
		assertEquals(275.5132333968, IntStream.range(0, 1000).mapToDouble(LINEAR::alphaBar).sum(), 1e-9);
		assertEquals(10.05, IntStream.range(0, 1000).mapToDouble(LINEAR::beta).sum(), 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ ".0015, .0195, .823117038, .114922001, .000142303975, 999", ".00085, .012, .894223478, .276332684, .00466009851, 999" })
	void scaledLinear(final double first, final double last, final double at100, final double at500, final double at999, final int end) {
		final NoiseSchedule schedule = NoiseSchedule.scaledLinear(1000, first, last);
		assertEquals(at100, schedule.alphaBar(100), 1e-8);
		assertEquals(at500, schedule.alphaBar(500), 1e-8);
		assertEquals(at999, schedule.alphaBar(end), 1e-8);
	}

	@Test
	void cosine() {
		final NoiseSchedule schedule = NoiseSchedule.cosine(1000);
		assertEquals(4.128422482e-05, schedule.beta(0), 1e-12);
		assertEquals(.999, schedule.beta(999));
		assertEquals(.971575682, schedule.alphaBar(100), 1e-9);
		assertEquals(.492285172, schedule.alphaBar(500), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({ "0, 387.315825", "1, 389.144864", "500, 475.246512", "999, 385.928567" })
	void noisedSample(final int t, final double expected) {
		final float[] noised = new float[UpstreamDummies.SIZE];
		LINEAR.noising(t).apply(UpstreamDummies.sample(), UpstreamDummies.noise(), noised);
		assertEquals(expected, UpstreamDummies.sum(noised), 1e-3);
	}

	@Test
	void posterior() {
		assertEquals(.003058057076, LINEAR.posteriorMean(500).second(), 1e-12);
		assertEquals(.9941043508, LINEAR.posteriorMean(500).first(), 1e-10);
		assertEquals(.01005133578, LINEAR.posteriorVariance(500), 1e-11);
	}

	@Test
	void variancesOfDdpm() {
		final DdpmSampler small = new DdpmSampler(LINEAR, Prediction.clipped(Parameterisation.EPSILON), Variance.FIXED_SMALL);
		assertEquals(0, small.variance(0));
		assertEquals(.0097915720, small.variance(487), 1e-8);
		assertEquals(.0199999835, small.variance(999), 1e-8);
		final DdpmSampler large = new DdpmSampler(LINEAR, Prediction.clipped(Parameterisation.EPSILON), Variance.FIXED_LARGE);
		assertEquals(LINEAR.beta(487), large.variance(487));
	}

	@ParameterizedTest
	@CsvSource({ "420, 400, .1477195128", "980, 960, .3246052359", "487, 486, .0097915720", "999, 998, .0199999835", "0, -1, 0" })
	void variancesOfDdim(final int t, final int next, final double expected) {
		assertEquals(expected, DdimSampler.variance(LINEAR.alphaBar(t), LINEAR.alphaBar(next)), 2e-7);
	}

	@Test
	void respacedBetas() {
		final NoiseSchedule respaced = LINEAR.respaced(Timesteps.spaced(1000, 200));
		assertEquals(.0001, respaced.beta(0), 1e-12);
		assertEquals(.000798545591, respaced.beta(1), 1e-11);
		assertEquals(.00129612628, respaced.beta(2), 1e-10);
		assertEquals(.0492979036, respaced.beta(100), 1e-9);
		assertEquals(.0958954551, respaced.beta(199), 1e-9);
		assertEquals(9.784327384, IntStream.range(0, 200).mapToDouble(respaced::beta).sum(), 1e-8);
	}

	@Test
	void respacedKeepsAlphaBarsAndTimesteps() {
		final NoiseSchedule twice = LINEAR.respaced(Timesteps.spaced(1000, 100)).respaced(0, 50, 99);
		assertEquals(LINEAR.alphaBar(Timesteps.spaced(1000, 100)[50]), twice.alphaBar(1), 1e-14);
		assertEquals(Timesteps.spaced(1000, 100)[50], twice.timestep(1));
		assertEquals(999, twice.timestep(2));
	}

	@Test
	void customTimestepsAreWalkedInTheirOrder() {
		final Sampler sampler = new DdimSampler(LINEAR.respaced(0, 1, 50, 87, 100), Prediction.clipped(Parameterisation.EPSILON), 0);
		final double[] walked = IntStream.range(0, 5).mapToDouble(sampler::timestep).toArray();
		org.junit.jupiter.api.Assertions.assertArrayEquals(new double[] { 100, 87, 50, 1, 0 }, walked);
		assertEquals(Math.sqrt(LINEAR.alphaBar(50)), sampler.signalScale(2), 1e-12);
		assertEquals(1, sampler.signalScale(5));
		assertEquals(0, sampler.noiseScale(5));
	}

	@Test
	void badSchedulesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> NoiseSchedule.ofBetas());
		assertThrows(IllegalArgumentException.class, () -> NoiseSchedule.ofBetas(.1, 1));
		assertThrows(IllegalArgumentException.class, () -> NoiseSchedule.ofBetas(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> LINEAR.respaced(5, 5));
		assertThrows(IllegalArgumentException.class, () -> LINEAR.respaced(1000));
	}
}
