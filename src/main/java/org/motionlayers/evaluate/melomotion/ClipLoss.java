package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.scene.Video;

/** The L1 loss of composited clips against truth held in memory: what one batch of training costs when it makes its frames. */
final class ClipLoss {

	private final List<PixelPath> paths;
	private final byte[][][] truth;

	/** @param paths the clips */
	ClipLoss(final List<PixelPath> paths) {
		this.paths = paths;
		this.truth = paths.stream().map(path -> IntStream.rangeClosed(1, path.frames()).mapToObj(t -> (byte[]) path.truth(t).data()).toArray(
			byte[][]::new)).toArray(byte[][][]::new);
	}

	/** @return mean |I_t - I_t_gt| over frames 1 to T-1 of a clip composited with these velocities, colours in [0, 1] (Eq. 6) */
	double l1(final int clip, final float[] velocities) {
		final Video video = paths.get(clip).video(velocities);
		double sum = 0;
		for (int t = 1; t <= video.frames(); t++) sum += l1((byte[]) video.image(t).data(), truth[clip][t - 1]);
		return sum / video.frames();
	}

	private static double l1(final byte[] a, final byte[] b) {
		long sum = 0;
		for (int i = 0; i < a.length; i++) sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
		return sum / PixelPath.RANGE / a.length;
	}
}
