package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

import org.junit.jupiter.api.Test;

class ParameterisationTest {

	@Property(tries = 300)
	void everyParameterisationGivesBackSampleAndNoise(@ForAll final Parameterisation kind, @ForAll @Scale(4) @DoubleRange(min = .001,
		max = .999) final double alphaBar, @ForAll @Scale(4) @DoubleRange(min = -3, max = 3) final double original, @ForAll @Scale(4) @DoubleRange(min = -3,
			max = 3) final double noise)
	{
		final double noisy = NoiseSchedule.noisingAt(alphaBar).of(original, noise);
		final double output = kind.target(alphaBar).of(original, noise);
		assertEquals(original, kind.original(alphaBar).of(noisy, output), 1e-9);
		assertEquals(noise, kind.noise(alphaBar).of(noisy, output), 1e-9);
	}

	@Property(tries = 300)
	void conversionsAgreeWithTargets(@ForAll final Parameterisation from, @ForAll final Parameterisation to, @ForAll @Scale(4) @DoubleRange(
		min = .001, max = .999) final double alphaBar, @ForAll @Scale(4) @DoubleRange(min = -3, max = 3) final double original, @ForAll @Scale(4) @DoubleRange(
			min = -3, max = 3) final double noise)
	{
		final double noisy = NoiseSchedule.noisingAt(alphaBar).of(original, noise);
		final double converted = from.convertTo(to, alphaBar).of(noisy, from.target(alphaBar).of(original, noise));
		assertEquals(to.target(alphaBar).of(original, noise), converted, 1e-9);
	}

	@Property(tries = 300)
	void weightOfOriginalTurnsOneLossIntoTheOther(@ForAll final Parameterisation kind, @ForAll @Scale(4) @DoubleRange(min = .001,
		max = .999) final double alphaBar, @ForAll @Scale(4) @DoubleRange(min = -3, max = 3) final double error)
	{
		final double errorOfOriginal = kind.original(alphaBar).of(0, error);
		assertEquals(errorOfOriginal * errorOfOriginal, Weighting.OF_ORIGINAL.weight(kind, alphaBar) * error * error, 1e-9 *
			errorOfOriginal * errorOfOriginal + 1e-15);
	}

	@Test
	void minSnrWeightsAsPublished() {
		final Weighting weighting = Weighting.minSnr(5);
		// SNR 9 at alphaBar .9: min(9, 5) / 9, 5 and 5 / 10; SNR 1/3 at .25: 1, 1/3 and (1/3) / (4/3).
		assertEquals(5 / 9.0, weighting.weight(Parameterisation.EPSILON, .9), 1e-12);
		assertEquals(5, weighting.weight(Parameterisation.SAMPLE, .9), 1e-12);
		assertEquals(.5, weighting.weight(Parameterisation.V, .9), 1e-12);
		assertEquals(1, weighting.weight(Parameterisation.EPSILON, .25), 1e-12);
		assertEquals(1 / 3.0, weighting.weight(Parameterisation.SAMPLE, .25), 1e-12);
		assertEquals(.25, weighting.weight(Parameterisation.V, .25), 1e-12);
		assertEquals(1, Weighting.UNIFORM.weight(Parameterisation.V, .25));
	}

	@Test
	void arraysOfDifferentLengthAreNotMixed() {
		assertThrows(IllegalArgumentException.class, () -> new Mix(1, 1).apply(new float[3], new float[2], new float[3]));
	}

	@Test
	void clippingNeedsARange() {
		assertThrows(IllegalArgumentException.class, () -> new Prediction(Parameterisation.V, 0));
		assertThrows(IllegalArgumentException.class, () -> new Prediction(Parameterisation.V, Double.NaN));
	}
}
