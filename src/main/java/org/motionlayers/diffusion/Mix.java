package org.motionlayers.diffusion;

/**
 * A weighted sum of two arrays: out = first a + second b. All of diffusion's conversions are of this form.
 *
 * @param first weight of the first array
 * @param second weight of the second array
 */
public record Mix(double first, double second) {

	/**
	 * Computes out = first a + second b in single precision.
	 *
	 * @param a first array
	 * @param b second array, as long
	 * @param out receives the sum, as long; may be one of the two
	 */
	public void apply(final float[] a, final float[] b, final float[] out) {
		if (a.length != out.length || b.length != out.length) throw new IllegalArgumentException("Arrays of " + a.length + ", " + b.length +
			" and " + out.length + " values cannot be mixed: lengths must be equal.");
		final float wa = (float) first, wb = (float) second;
		for (int i = 0; i < out.length; i++) out[i] = wa * a[i] + wb * b[i];
	}

	/** @return the weighted sum of two numbers */
	public double of(final double a, final double b) {
		return first * a + second * b;
	}

	/** @return the mix of two mixes of the same pair: first u + second w */
	Mix of(final Mix u, final Mix w) {
		return new Mix(first * u.first + second * w.first, first * u.second + second * w.second);
	}
}
