package org.motionlayers.evaluate.distribution;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** The feature extractors that are installed. */
public final class Extractors {

	private final PluginService plugins;

	/** @param plugins finds them */
	public Extractors(final PluginService plugins) {
		this.plugins = plugins;
	}

	/** @return their names, the default first */
	public List<String> names() {
		return infos().stream().map(PluginInfo::getName).toList();
	}

	/**
	 * Finds an extractor.
	 *
	 * @param name as users give it, upper or lower case
	 * @return the extractor
	 * @throws InputException where none has the name; the message lists those there are
	 */
	public FeatureExtractor extractor(final String name) {
		final PluginInfo<FeatureExtractor> info = infos().stream().filter(i -> i.getName().equalsIgnoreCase(name)).findFirst().orElseThrow(
			() -> new InputException("extractor=" + name + ": one of " + String.join(", ", names()) + " is needed."));
		return plugins.createInstance(info);
	}

	private List<PluginInfo<FeatureExtractor>> infos() {
		return plugins.getPluginsOfType(FeatureExtractor.class);
	}
}
