package org.motionlayers.evaluate.paper;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** The papers whose reproductions are installed. */
public final class Papers {

	private final PluginService plugins;

	/** @param plugins finds them */
	public Papers(final PluginService plugins) {
		this.plugins = plugins;
	}

	/** @return their names */
	public List<String> names() {
		return infos().stream().map(PluginInfo::getName).sorted().toList();
	}

	/**
	 * Finds a reproduction.
	 *
	 * @param name of the paper as users give it, upper or lower case
	 * @return the reproduction
	 * @throws InputException where none has the name; the message lists those there are
	 */
	public PaperReproduction paper(final String name) {
		final PluginInfo<PaperReproduction> info = infos().stream().filter(i -> i.getName().equalsIgnoreCase(name)).findFirst().orElseThrow(
			() -> new InputException("paper=" + name + ": one of " + String.join(", ", names()) + " is needed."));
		return plugins.createInstance(info);
	}

	private List<PluginInfo<PaperReproduction>> infos() {
		return plugins.getPluginsOfType(PaperReproduction.class);
	}
}
