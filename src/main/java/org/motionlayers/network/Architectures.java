package org.motionlayers.network;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/** What a configuration can build, by the name of its architecture. */
public final class Architectures {

	private final TreeMap<String, Function<ModelConfig, ? extends Layer>> builders;

	/** @param builders by name; each reads its settings and refuses those it does not know */
	public Architectures(final Map<String, Function<ModelConfig, ? extends Layer>> builders) {
		this.builders = new TreeMap<>(builders);
	}

	/**
	 * Builds a network without weights.
	 *
	 * @param config its settings
	 * @throws ModelException where the architecture is unknown or a setting is wrong
	 */
	public Layer build(final ModelConfig config) {
		final Function<ModelConfig, ? extends Layer> builder = builders.get(config.architecture());
		if (builder == null) throw new ModelException(config.origin() + ": architecture '" + config.architecture() + "' is unknown; known are " +
			String.join(", ", builders.keySet()) + ".");
		return builder.apply(config);
	}
}
