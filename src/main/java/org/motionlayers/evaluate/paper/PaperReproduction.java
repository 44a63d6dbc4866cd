package org.motionlayers.evaluate.paper;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.SciJavaPlugin;

/** Repeats the experiments of one paper. The plugin's name is what users give as {@code paper=}. */
public interface PaperReproduction extends SciJavaPlugin {

	/**
	 * Runs the experiments.
	 *
	 * @param quick whether all of it is done small, in a few minutes at most
	 * @param seed of all random choices
	 * @param work a folder of the experiments' own, for what a long run that is interrupted goes on from; made where it is needed
	 * @param progress is told and asked
	 * @return every figure beside the paper's
	 * @throws IOException where a model cannot be read, or the folder not written
	 */
	PaperReport reproduce(boolean quick, long seed, Path work, Progress progress) throws IOException;
}
