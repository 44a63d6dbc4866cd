package org.motionlayers.zarr;

import java.util.Map;
import java.util.stream.Collectors;

/** Units between OME-Zarr, which spells them out as UDUNITS-2 does, and ImageJ, which abbreviates. */
final class OmeUnits {

	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("micrometer", "\u00b5m"), Map.entry("nanometer", "nm"), Map.entry(
		"millimeter", "mm"), Map.entry("centimeter", "cm"), Map.entry("meter", "m"), Map.entry("angstrom", "\u00c5"), Map.entry("inch", "inch"),
		Map.entry("second", "sec"), Map.entry("millisecond", "ms"), Map.entry("microsecond", "\u00b5s"), Map.entry("minute", "min"), Map.entry(
			"hour", "h"), Map.entry("day", "d"));

	private static final Map<String, String> LONG = SHORT.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

	private static final Map<String, String> OTHER_SPELLINGS = Map.of("micron", "micrometer", "microns", "micrometer", "um", "micrometer", "s",
		"second", "seconds", "second", "\u03bcm", "micrometer", "minutes", "minute", "hr", "hour", "hours", "hour");

	private OmeUnits() {}

	/** @return a unit as ImageJ has it: abbreviated where it is a common one, else as it is */
	static String ofOme(final String unit) {
		return SHORT.getOrDefault(unit, unit);
	}

	/** @return a unit as OME-Zarr has it: spelled out where it is a common one, else as it is */
	static String toOme(final String unit) {
		final String known = OTHER_SPELLINGS.getOrDefault(unit, unit);
		return LONG.getOrDefault(known, known);
	}
}
