package org.motionlayers.evaluate.dreamer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.evaluate.paper.FrameStrip;

/**
 * Everything that was found.
 *
 * @param budget with how much work
 * @param seed of the trials and trainings
 * @param arms rows of Table 1, in its order
 * @param missing what could not be tried, by key, and why
 * @param differences of the two-stage arms from the one-stage one, by arm and figure; and of samplers
 * @param floor distances of the truth from other true scenes
 * @param lossless whether layers keep every value
 * @param ablations rows of Table 3
 * @param shares networks of object space that learned with other shares of arrows dropped
 * @param samplers the same model, drawn in other ways
 * @param strips frames to look at
 */
record Results(Budget budget, long seed, List<Row> arms, Map<String, String> missing, Map<String, Estimate> differences, Floor floor,
	Lossless lossless, List<Row> ablations, List<Row> shares, List<Row> samplers, List<FrameStrip> strips)
{

	/**
	 * What is found between equal distributions.
	 *
	 * @param fvmd of as many other scenes
	 * @param fd of as many other scenes
	 * @param tracker the tracker on true frames, against the true motion
	 */
	record Floor(Estimate fvmd, Estimate fd, Row tracker) {}

	/** @return the row of an arm, where it was tried */
	Optional<Row> arm(final String key) {
		return arms.stream().filter(row -> row.key().equals(key)).findFirst();
	}

	/** @return the figures of report.json */
	Map<String, Map<String, Object>> figures() {
		final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		figures.put("table1", table(arms));
		figures.put("table3", table(ablations));
		figures.put("table3_objects", table(shares));
		figures.put("samplers", table(samplers));
		final Map<String, Object> arrows = new LinkedHashMap<>(), reasoning = new LinkedHashMap<>();
		arm(Entrants.OBJECTS).ifPresent(row -> {
			put(arrows, "follow_error_px", row.follow());
			put(reasoning, "position_ratio", row.ratio());
		});
		arm(Entrants.KNOWN_PHYSICS).ifPresent(row -> put(reasoning, "position_ratio_limit", row.ratio()));
		arm(Entrants.OBJECTS_SEEN).ifPresent(row -> put(reasoning, "position_ratio_seen", row.ratio()));
		arm(Entrants.GRID).ifPresent(row -> {
			put(arrows, "follow_error_px_grid", row.follow());
			put(reasoning, "position_ratio_grid", row.ratio());
		});
		arm(Entrants.ONE_STAGE).ifPresent(row -> put(arrows, "follow_error_px_one_stage", row.follow()));
		figures.put("arrows", arrows);
		figures.put("reasoning", reasoning);
		figures.put("differences", values(differences));
		figures.put("floor", values(Map.of("fvmd", floor.fvmd(), "fd", floor.fd())));
		figures.put("tracker", floor.tracker().figures());
		figures.put("lossless", lossless.figures());
		figures.put("intervals", intervals());
		figures.put("missing", new LinkedHashMap<>(missing));
		return figures;
	}

	private static Map<String, Object> table(final List<Row> rows) {
		final Map<String, Object> table = new LinkedHashMap<>();
		for (final Row row : rows) table.put(row.key(), row.figures());
		return table;
	}

	private static void put(final Map<String, Object> table, final String name, final Estimate estimate) {
		if (Double.isFinite(estimate.value())) table.put(name, estimate.value());
	}

	private static Map<String, Object> values(final Map<String, Estimate> estimates) {
		final Map<String, Object> values = new LinkedHashMap<>();
		estimates.forEach((name, estimate) -> values.put(name, estimate.numbers()));
		return values;
	}

	private Map<String, Object> intervals() {
		final Map<String, Object> intervals = new LinkedHashMap<>();
		intervals.put("table1", intervals(arms));
		intervals.put("table3", intervals(ablations));
		intervals.put("table3_objects", intervals(shares));
		intervals.put("samplers", intervals(samplers));
		return intervals;
	}

	private static Map<String, Object> intervals(final List<Row> rows) {
		final Map<String, Object> intervals = new LinkedHashMap<>();
		for (final Row row : rows) intervals.put(row.key(), row.intervals());
		return intervals;
	}
}
