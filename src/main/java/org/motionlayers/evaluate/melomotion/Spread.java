package org.motionlayers.evaluate.melomotion;

import org.motionlayers.evaluate.paper.Markdown;

/**
 * Mean and standard deviation of one figure over seeds.
 *
 * @param mean of all runs
 * @param deviation standard deviation with n - 1; 0 for a single run
 */
record Spread(double mean, double deviation) {

	/** @return the spread of values */
	static Spread of(final double... values) {
		double sum = 0, squares = 0;
		for (final double value : values) sum += value;
		final double mean = sum / values.length;
		for (final double value : values) squares += (value - mean) * (value - mean);
		return new Spread(mean, values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0);
	}

	/** @return the means of several figures */
	static double[] means(final Spread[] spreads) {
		final double[] means = new double[spreads.length];
		for (int i = 0; i < means.length; i++) means[i] = spreads[i].mean();
		return means;
	}

	/** @return mean and deviation */
	@Override
	public String toString() {
		return Markdown.number(mean) + " \u00b1 " + Markdown.number(deviation);
	}
}
