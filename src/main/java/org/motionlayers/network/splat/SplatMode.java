package org.motionlayers.network.splat;

/** How pixels that land on the same place are combined (Niklaus and Liu 2020, Eq. 6 to 11). */
public enum SplatMode {

	/** They are added. */
	SUM(false, false),

	/** Their mean. */
	AVERAGE(true, false),

	/** Their mean, weighted by the metric, which is positive. */
	LINEAR(true, true),

	/** Their mean, weighted by e^metric: the one of larger metric hides the others. Adding a constant to the metric changes nothing. */
	SOFT(true, true);

	/** The metric of {@link #SOFT} is clipped to plus and minus this, so that e^metric stays a float. */
	public static final float LARGEST_METRIC = 20;

	private final boolean normalised;
	private final boolean usesMetric;

	SplatMode(final boolean normalised, final boolean usesMetric) {
		this.normalised = normalised;
		this.usesMetric = usesMetric;
	}

	/** @return whether the sum is divided by the sum of weights */
	public boolean normalised() {
		return normalised;
	}

	/** @return whether a metric is needed */
	public boolean usesMetric() {
		return usesMetric;
	}

	/** @return the weight of a pixel of this metric */
	float weight(final float metric) {
		return switch (this) {
			case SUM, AVERAGE -> 1;
			case LINEAR -> metric;
			case SOFT -> (float) Math.exp(Math.max(-LARGEST_METRIC, Math.min(LARGEST_METRIC, metric)));
		};
	}

	/** @return the derivative of the weight by the metric */
	float slope(final float metric) {
		return switch (this) {
			case SUM, AVERAGE -> 0;
			case LINEAR -> 1;
			case SOFT -> Math.abs(metric) <= LARGEST_METRIC ? weight(metric) : 0;
		};
	}
}
