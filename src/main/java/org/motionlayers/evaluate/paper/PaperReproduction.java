package org.motionlayers.evaluate.paper;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.SciJavaPlugin;

/** Repeats the experiments of one paper. The plugin's name is what users give as {@code paper=}. */
public interface PaperReproduction extends SciJavaPlugin {

	/**
	 * Runs the experiments.
	 *
	 * @param quick whether all of it is done small, in under a minute
	 * @param seed of all random choices
	 * @param progress is told and asked
	 * @return every figure beside the paper's
	 */
	PaperReport reproduce(boolean quick, long seed, Progress progress);
}
