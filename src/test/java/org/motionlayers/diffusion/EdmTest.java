package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdmTest {

	@ParameterizedTest
	@CsvSource({ ".5, .8, -.4472136, .89442719, -.1732868, 5", "10, .00990099, -.99503719, .099503719, .57564627, 1.01" })
	void scalingOfStableVideoDiffusion(final double sigma, final double skip, final double out, final double in, final double noise,
		final double weight)
	{
		assertEquals(skip, EdmScaling.V.skip(sigma), 1e-7);
		assertEquals(out, EdmScaling.V.out(sigma), 1e-7);
		assertEquals(in, EdmScaling.V.in(sigma), 1e-7);
		assertEquals(noise, EdmScaling.V.noise(sigma), 1e-7);
		assertEquals(weight, EdmScaling.V.weight(sigma), 1e-7);
	}

	@Test
	void noiseLevels() {
		assertArrayEquals(new double[] { 700, 352.992217, 165.259888, 70.540842, 26.757199, 8.682030, 2.269116, .430760, .048549, .002 },
			EulerSampler.sigmas(10, 700, .002, EulerSampler.RHO), 1e-6);
		assertThrows(IllegalArgumentException.class, () -> EulerSampler.sigmas(1, 700, .002, EulerSampler.RHO));
		assertThrows(IllegalArgumentException.class, () -> new EulerSampler(new double[] { 1, 1 }, EdmScaling.V, 1));
	}

	@Property(tries = 200)
	void targetIsWhatGivesBackTheCleanSample(@ForAll @Scale(4) @DoubleRange(min = .002, max = 80) final double sigma, @ForAll @Scale(4) @DoubleRange(min = .1,
		max = 2) final double sigmaData, @ForAll @Scale(4) @DoubleRange(min = -2, max = 2) final double original, @ForAll @Scale(4) @DoubleRange(min = -2,
			max = 2) final double noise)
	{
		for (final EdmScaling scaling : new EdmScaling[] { EdmScaling.V, EdmScaling.karras(sigmaData) }) {
			final double noisy = original + sigma * noise, output = scaling.target(sigma).of(original, noise);
			assertEquals(original, scaling.skip(sigma) * noisy + scaling.out(sigma) * output, 1e-9);
			// The network sees variance 1 for data of the scaling's own spread.
			final double spread = scaling == EdmScaling.V ? 1 : sigmaData;
			assertEquals(1, scaling.in(sigma) * scaling.in(sigma) * (spread * spread + sigma * sigma), 1e-9);
		}
	}

	@Test
	void targetOfVScalingIsTheVelocity() {
		// sigma = tan(angle): v = cos noise - sin x_0 in the variance-preserving form, and F = v by c_out = -sin.
		final double alphaBar = .3, sigma = Math.sqrt(.7 / .3);
		final Mix target = EdmScaling.V.target(sigma), velocity = Parameterisation.V.target(alphaBar);
		assertEquals(velocity.first(), target.first(), 1e-12);
		assertEquals(velocity.second(), target.second(), 1e-12);
	}
}
