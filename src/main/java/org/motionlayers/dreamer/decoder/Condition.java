package org.motionlayers.dreamer.decoder;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.motionlayers.network.weights.ModelException;

/** What the video decoder is told beside the first frame. */
public enum Condition {

	/** The motion representation R_t of every frame: stage II (Motion Dreamer, Eq. 13). */
	REPRESENTATION,

	/**
	 * Segmentation and depth of the first frame and the instance flow of some objects: the "one-stage" variant of Motion Dreamer,
	 * Table 1, which must reason and draw at once.
	 */
	CUES;

	/** @return the name in a configuration */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param key the name in a configuration
	 * @param origin of the configuration, for messages
	 * @throws ModelException where there is no such condition
	 */
	static Condition of(final String key, final String origin) {
		for (final Condition c : values()) if (c.key().equals(key)) return c;
		throw new ModelException(origin + ": 'condition' is " + key + "; accepted are " + Arrays.stream(values()).map(Condition::key).collect(
			Collectors.joining(", ")) + ".");
	}
}
