package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** The experiments of Motion Dreamer (2024), Tables 1 and 3, on held-out simulated collisions with the shipped models. */
@Plugin(type = PaperReproduction.class, name = "dreamer")
public final class DreamerReproduction implements PaperReproduction {

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) throws IOException {
		NetworkEngine.require();
		return new DreamerReport(new Experiment(quick ? Budget.QUICK : Budget.FULL, seed, work, progress).run()).report();
	}
}
