package org.motionlayers.evaluate.lamd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.motionlayers.evaluate.paper.Estimate;

/** Figures by name, each with its interval where it has one. */
final class Table {

	private final Map<String, Estimate> figures = new LinkedHashMap<>();

	/** Adds a figure. */
	Table put(final String name, final Estimate estimate) {
		figures.put(name, estimate);
		return this;
	}

	/** Adds a figure without an interval. */
	Table put(final String name, final double value) {
		return put(name, new Estimate(value, Double.NaN, Double.NaN));
	}

	/** Adds the mean over clips of what is a number. */
	<T> Table mean(final String name, final List<T> clips, final ToDoubleFunction<T> value) {
		final double[] values = clips.stream().mapToDouble(value).filter(Double::isFinite).toArray();
		if (values.length == 0) return put(name, Double.NaN);
		return put(name, Estimate.of(values.length, drawn -> {
			double sum = 0;
			for (final int k : drawn) sum += values[k];
			return sum / drawn.length;
		}));
	}

	/** Adds all figures of another table, their names behind a prefix. */
	Table putAll(final String prefix, final Table other) {
		other.figures.forEach((name, estimate) -> figures.put(prefix + name, estimate));
		return this;
	}

	/** @return a figure, which readers see with its interval; a dash where it is not there */
	String text(final String name) {
		final Estimate found = figures.get(name);
		if (found == null || Double.isNaN(found.value())) return "-";
		return Double.isNaN(found.low()) ? org.motionlayers.evaluate.paper.Markdown.number(found.value()) : found.toString();
	}

	/** @return a figure's value; NaN where it is not there */
	double value(final String name) {
		return figures.containsKey(name) ? figures.get(name).value() : Double.NaN;
	}

	/** @return whether there is nothing */
	boolean isEmpty() {
		return figures.isEmpty();
	}

	/** @return the values that are numbers, as report.json has them */
	Map<String, Object> values() {
		final Map<String, Object> values = new LinkedHashMap<>();
		figures.forEach((name, e) -> {
			if (Double.isFinite(e.value())) values.put(name, e.value());
		});
		return values;
	}

	/** @return value, low and high of those that have an interval */
	Map<String, Object> intervals() {
		final Map<String, Object> intervals = new LinkedHashMap<>();
		figures.forEach((name, e) -> {
			if (Double.isFinite(e.value()) && Double.isFinite(e.low()) && Double.isFinite(e.high())) intervals.put(name, e.numbers());
		});
		return intervals;
	}
}
