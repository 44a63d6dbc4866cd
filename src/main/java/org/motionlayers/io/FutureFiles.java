package org.motionlayers.io;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.ProbabilityStack;
import org.motionlayers.io.track.QuantileTable;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Progress;

/** Puts what sampled futures say into an output folder: quantiles.csv and probability.tif. */
public final class FutureFiles {

	private FutureFiles() {}

	/**
	 * Writes the files.
	 *
	 * @param out where they go
	 * @param futures of all objects
	 * @param observed number of observed frames, the last being the reference frame
	 * @param progress is told and asked
	 */
	public static void write(final OutputFolder out, final Futures futures, final int observed, final Progress progress) {
		out.write("quantiles.csv", path -> new QuantileTable(futures, observed).write(path, progress));
		final FrameSeries probability = ProbabilityStack.of(futures);
		out.write("probability.tif", path -> probability.write(path, progress));
	}
}
