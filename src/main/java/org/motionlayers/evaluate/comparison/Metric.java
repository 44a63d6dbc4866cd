package org.motionlayers.evaluate.comparison;

/**
 * Something that is measured.
 *
 * @param name as users read it
 * @param unit of its values; 1 for a share
 * @param better which values are better
 * @param counted what the number of samples counts, such as frames
 * @param definition one line: the formula, or the paper that has it
 */
public record Metric(String name, String unit, Better better, String counted, String definition) {

	/** Which values are better. */
	public enum Better {
		/** High ones. */
		HIGH,
		/** Low ones. */
		LOW,
		/** Those near the truth's own. */
		TRUE
	}

	/** @return the name of a column of its values */
	public String column() {
		return unit.equals("1") ? name : name + " (" + unit + ")";
	}
}
