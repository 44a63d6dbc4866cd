package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** All of the reproduction, as small as it can be: what tests have time for. */
@Plugin(type = PaperReproduction.class, name = "lamd-tiny")
public final class TinyLamd implements PaperReproduction {

	/** Two or three clips, two steps everywhere. */
	static final Budget BUDGET = new Budget(3, 2, new Drawing(Drawing.Method.DDIM, 2), 2, 8, 20, List.of(2, 3), 2, 1, List.of(Capacity.D1,
		Capacity.TIME4), new Budget.Training(1, 1, 2, 1));

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) throws IOException {
		return new LamdReport(new Experiment(BUDGET, seed, work, progress).run()).report();
	}
}
