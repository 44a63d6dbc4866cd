package org.motionlayers.evaluate.lamd;

import java.util.List;

import org.motionlayers.evaluate.image.StructuralSimilarity;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Frame;

/**
 * How near a clip is to the true one, frame 0 left out, which every model is given.
 *
 * @param psnr decibels, all pixels
 * @param moving decibels, pixels that differ from the first frame in truth; NaN where there are none
 * @param ssim mean over frames and channels
 */
record Fidelity(double psnr, double moving, double ssim) {

	/** A pixel has changed when a channel has by this part of the range. */
	private static final float CHANGED = .05f;

	/**
	 * Compares.
	 *
	 * @param found the clip
	 * @param truth of the same size
	 */
	static Fidelity of(final VideoClip found, final VideoClip truth) {
		final int plane = truth.width() * truth.height(), channels = truth.channels(), frames = truth.frames();
		final float[] a = found.values(), b = truth.values();
		double all = 0, moving = 0, moved = 0;
		for (int t = 1; t < frames; t++) for (int p = 0; p < plane; p++) {
			double sum = 0;
			boolean changed = false;
			for (int c = 0; c < channels; c++) {
				final int k = (c * frames + t) * plane + p;
				final double difference = a[k] - b[k];
				sum += difference * difference;
				changed |= Math.abs(b[k] - b[c * frames * plane + p]) > CHANGED;
			}
			all += sum;
			if (!changed) continue;
			moving += sum;
			moved += channels;
		}
		return new Fidelity(decibels(all / ((double) (frames - 1) * plane * channels)), moved == 0 ? Double.NaN : decibels(moving / moved), ssim(Pictures
			.frames(found), Pictures.frames(truth)));
	}

	private static double decibels(final double square) {
		return -10 * Math.log10(square);
	}

	private static double ssim(final List<Frame> found, final List<Frame> truth) {
		double sum = 0;
		for (int t = 1; t < truth.size(); t++) sum += StructuralSimilarity.ssim(found.get(t), truth.get(t), Pictures.BRIGHTEST);
		return sum / (truth.size() - 1);
	}

	/** @return decibels of one frame against the true one */
	static double psnr(final VideoClip found, final VideoClip truth, final int t) {
		final float[] a = found.frame(t), b = truth.frame(t);
		double sum = 0;
		for (int k = 0; k < a.length; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
		return decibels(sum / a.length);
	}
}
