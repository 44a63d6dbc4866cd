package org.motionlayers.dreamer.decoder;

import java.util.Arrays;

import org.motionlayers.network.splat.FlowField;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.splat.Splatting;

/**
 * The first frame splatted to where a motion takes it (Motion Dreamer, Eq. 7, of pixels instead of features). Each object is splatted
 * alone, average mode, and the segmentation of the frame says which one is seen, so that nothing smears over the borders.
 */
final class LayerSplat {

	/** Planes of a result: red, green, blue, and where anything has landed. */
	static final int PLANES = 4;

	private static final int COLOURS = 3;
	private static final Splatting MEAN = Splatting.of(SplatMode.AVERAGE);

	private final int width;
	private final int height;
	private final float[] frame;
	private final int[] labels;

	/**
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param colours of the first frame, (3, height, width)
	 * @param labels of the first frame
	 */
	LayerSplat(final int width, final int height, final float[] colours, final int[] labels) {
		if (colours.length != COLOURS * width * height || labels.length != width * height) throw new IllegalArgumentException(colours.length +
			" values and " + labels.length + " labels are no colour frame of " + width + " x " + height + " pixels.");
		this.width = width;
		this.height = height;
		this.labels = labels;
		this.frame = Arrays.copyOf(colours, PLANES * labels.length);
		Arrays.fill(frame, COLOURS * labels.length, frame.length, 1);
	}

	/**
	 * Splats.
	 *
	 * @param motion of the objects
	 * @param t the frame, 1 to the motion's last
	 * @param seen labels of frame t: what is seen at every pixel
	 * @param out receives the colours (3, height, width), and a plane that is 1 where something landed, else 0; where nothing did, the mean of
	 *          what landed of the same object or the background, 0 where none of it did
	 * @param offset where the first value goes
	 */
	void splat(final CumulativeMotion motion, final int t, final int[] seen, final float[] out, final int offset) {
		final int plane = labels.length;
		Arrays.fill(out, offset, offset + PLANES * plane, 0);
		for (final int label : Arrays.stream(seen).distinct().toArray()) {
			final float[] dx = new float[plane], dy = new float[plane];
			motion.flow(t, label, labels, dx, dy);
			final float[] landed = MEAN.splat(new FlowField(width, height, dx, dy), frame, null);
			final double[] sums = new double[PLANES];
			for (int q = 0; q < plane; q++) if (seen[q] == label) for (int c = 0; c < PLANES; c++) {
				out[offset + c * plane + q] = landed[c * plane + q];
				sums[c] += landed[c * plane + q];
			}
			fill(label, seen, sums, out, offset);
		}
	}

	/** Gives holes of an object, or of the background, the mean of what has landed of it. */
	private void fill(final int label, final int[] seen, final double[] sums, final float[] out, final int offset) {
		if (sums[COLOURS] == 0) return;
		for (int q = 0; q < seen.length; q++) if (seen[q] == label && out[offset + COLOURS * seen.length + q] == 0) for (int c = 0; c < COLOURS; c++)
			out[offset + c * seen.length + q] = (float) (sums[c] / sums[COLOURS]);
	}
}
