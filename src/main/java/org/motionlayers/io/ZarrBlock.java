package org.motionlayers.io;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.zarr.OmeWriter;

/**
 * Writes some of the frames of a prediction as {@link StackFormat#ZARR} would write them all: the other frames are chunks that are not
 * there. {@link org.motionlayers.zarr.OmeBlocks} puts blocks together.
 *
 * @param first predicted frame, from 1
 * @param last predicted frame
 * @param predicted number of predicted frames; a stack of more has observed ones in front, which go with the first block
 */
public record ZarrBlock(int first, int last, int predicted) implements StackWriter {

	/** Checks the range. */
	public ZarrBlock {
		if (first < 1 || last < first || last > predicted) throw new InputException("first=" + first + " last=" + last +
			": a range of the predicted frames is needed, which are 1 to " + predicted + ".");
	}

	@Override
	public void write(final OutputFolder out, final String name, final FrameSeries series, final Progress progress) {
		out.write(name + ".zarr", path -> OmeWriter.image(path, series.movie(), from(series), to(series), progress));
	}

	@Override
	public void writeLabels(final OutputFolder out, final String image, final String name, final FrameSeries series, final Progress progress) {
		out.write(image + ".zarr", path -> OmeWriter.labels(path, name, series.movie(), from(series), to(series), progress));
	}

	private int from(final FrameSeries series) {
		return first == 1 ? 0 : first - 1 + series.movie().frames() - predicted;
	}

	private int to(final FrameSeries series) {
		return last + series.movie().frames() - predicted;
	}
}
