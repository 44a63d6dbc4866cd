package org.motionlayers.lamd.autoencoder;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.motionlayers.network.weights.ModelException;

/** How the decoder brings content and motion together. */
public enum Fusion {

	/** Side by side as channels at every scale, then a 1 x 1 x 1 convolution (LaMD, 3.1.2). */
	CONCAT,

	/** Content is moved first, by a flow that the decoder reads out of its features at every scale (ours). */
	WARP;

	/** @return its name in a configuration */
	public String key() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	/**
	 * @param key of a configuration
	 * @param origin what to call it in messages
	 * @throws ModelException where there is no such fusion
	 */
	static Fusion of(final String key, final String origin) {
		return Arrays.stream(values()).filter(fusion -> fusion.key().equals(key)).findFirst().orElseThrow(() -> new ModelException(origin +
			": 'fusion' is " + key + "; accepted are " + Arrays.stream(values()).map(Fusion::key).collect(Collectors.joining(", ")) + "."));
	}
}
