package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** All of the reproduction, as small as it can be: what tests have time for. */
@Plugin(type = PaperReproduction.class, name = "dreamer-tiny")
public final class TinyDreamer implements PaperReproduction {

	/** Four trials, two steps everywhere. */
	static final Budget BUDGET = new Budget(4, 2, new Drawing(Drawing.Method.DDIM, 2), 8, 2, 2, 3, List.of(Ablation.FULL, Ablation.SPARSE_FLOW,
		Ablation.P_05), 2, 2, 4, 10, 2);

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) throws IOException {
		return new DreamerReport(new Experiment(BUDGET, seed, work, progress).run()).report();
	}
}
