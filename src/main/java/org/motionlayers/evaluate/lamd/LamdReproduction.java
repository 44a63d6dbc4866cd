package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** The experiments of LaMD (2024), Tables 3 to 13, on held-out simulated clips with the shipped models. */
@Plugin(type = PaperReproduction.class, name = "lamd")
public final class LamdReproduction implements PaperReproduction {

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) throws IOException {
		NetworkEngine.require();
		return new LamdReport(new Experiment(quick ? Budget.QUICK : Budget.FULL, seed, work, progress).run()).report();
	}
}
