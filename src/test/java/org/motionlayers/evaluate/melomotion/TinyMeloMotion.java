package org.motionlayers.evaluate.melomotion;

import java.nio.file.Path;

import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** All of the reproduction, as small as it can be: what tests have time for. */
@Plugin(type = PaperReproduction.class, name = "melomotion-tiny")
public final class TinyMeloMotion implements PaperReproduction {

	/** The predictors' budget is the paper's, whose figures are tested; the networks get a step or two. */
	static final Budget BUDGET = new Budget(1, 6, 2000, 50, 2, 3, 2, 2, 2, 0.05);

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) {
		return new MeloMotionReport(MeloMotionReproduction.run(BUDGET, seed, progress)).report();
	}
}
