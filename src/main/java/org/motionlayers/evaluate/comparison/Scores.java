package org.motionlayers.evaluate.comparison;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measured values by metric, in the order in which they were measured, and by side. */
public final class Scores {

	private final Map<Metric, Map<Side, Sample>> samples = new LinkedHashMap<>();

	/** Adds samples to what there is of a metric. */
	void add(final Metric metric, final Side side, final Sample sample) {
		if (sample.count() > 0) samples.computeIfAbsent(metric, m -> new EnumMap<>(Side.class)).merge(side, sample, Sample::and);
	}

	/** Adds one value. */
	void add(final Metric metric, final Side side, final double value) {
		add(metric, side, new Sample(value, Double.isNaN(value) ? 0 : 1));
	}

	/** Adds all samples of others. */
	void addAll(final Scores others) {
		others.samples.forEach((metric, sides) -> sides.forEach((side, sample) -> add(metric, side, sample)));
	}

	/** @return the metrics that were measured */
	public List<Metric> metrics() {
		return List.copyOf(samples.keySet());
	}

	/** @return the value of a metric, {@link Sample#NONE} where it was not measured */
	public Sample get(final Metric metric, final Side side) {
		return samples.getOrDefault(metric, Map.of()).getOrDefault(side, Sample.NONE);
	}

	/** @return the value of the metric of this name, {@link Sample#NONE} where it was not measured */
	public Sample get(final String metric, final Side side) {
		return samples.keySet().stream().filter(m -> m.name().equals(metric)).findFirst().map(m -> get(m, side)).orElse(Sample.NONE);
	}
}
