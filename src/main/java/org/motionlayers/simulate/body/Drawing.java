package org.motionlayers.simulate.body;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws paths: a pixel shows the nearest body that holds its centre. No blending, so that labels say exactly what is seen. */
final class Drawing {

	private static final double BRIGHTEST = 255;

	private final int width;
	private final int height;
	private final Look look;
	private final Paths paths;
	private final int[] farToNear;

	Drawing(final int width, final int height, final Look look, final Paths paths) {
		this.width = width;
		this.height = height;
		this.look = look;
		this.paths = paths;
		this.farToNear = IntStream.range(0, paths.objects()).boxed().sorted((a, b) -> {
			final int byDepth = Double.compare(paths.bodies().get(b).depth(), paths.bodies().get(a).depth());
			return byDepth != 0 ? byDepth : Integer.compare(b, a);
		}).mapToInt(i -> i).toArray();
	}

	/** @return the label seen at every pixel */
	int[] labels(final int t) {
		final int[] labels = new int[width * height];
		for (final int i : farToNear) cover(t, i, labels);
		return labels;
	}

	/** Writes the label of a body to all pixels whose centre it holds. */
	private void cover(final int t, final int i, final int[] labels) {
		final Body body = paths.bodies().get(i);
		final Pose pose = paths.poses()[t][i];
		final double cx = paths.camera()[t][0], cy = paths.camera()[t][1], reach = body.outline().reach();
		final int left = (int) Math.max(0, Math.ceil(pose.x() + cx - reach)), right = (int) Math.min(width - 1, Math.floor(pose.x() + cx +
			reach));
		final int top = (int) Math.max(0, Math.ceil(pose.y() + cy - reach)), bottom = (int) Math.min(height - 1, Math.floor(pose.y() + cy +
			reach));
		for (int y = top; y <= bottom; y++) for (int x = left; x <= right; x++)
			if (body.outline().contains(pose.bodyU(x - cx, y - cy), pose.bodyV(x - cx, y - cy))) labels[y * width + x] = body.label();
	}

	/** @return the pixels, channel after channel */
	byte[] image(final int t) {
		final int[] labels = labels(t);
		final int plane = labels.length;
		final byte[] values = new byte[look.channels() * plane];
		final SplittableRandom random = new SplittableRandom(look.noiseSeed() + t * 0x9E3779B97F4A7C15L);
		for (int p = 0; p < plane; p++) {
			final double x = p % width - paths.camera()[t][0], y = p / width - paths.camera()[t][1];
			final Texture texture = labels[p] == 0 ? look.background() : paths.bodies().get(labels[p] - 1).texture();
			final Pose pose = labels[p] == 0 ? null : paths.poses()[t][labels[p] - 1];
			final double share = pose == null ? texture.share(x, y) : texture.share(pose.bodyU(x, y), pose.bodyV(x, y));
			for (int c = 0; c < look.channels(); c++) {
				final double noise = look.noise() == 0 ? 0 : look.noise() * random.nextGaussian();
				values[c * plane + p] = (byte) Math.rint(BRIGHTEST * Math.max(0, Math.min(1, texture.value(c, share) + noise)));
			}
		}
		return values;
	}

	/** @return depth of what is seen */
	float[] depth(final int t) {
		final int[] labels = labels(t);
		final float[] depth = new float[labels.length];
		Arrays.fill(depth, Float.POSITIVE_INFINITY);
		for (int p = 0; p < depth.length; p++) if (labels[p] != 0) depth[p] = (float) paths.bodies().get(labels[p] - 1).depth();
		return depth;
	}

	/** @return displacement since the frame before of the point seen at every pixel: all x, then all y */
	float[] flow(final int t) {
		final int[] labels = labels(t);
		final int plane = labels.length;
		final float[] flow = new float[2 * plane];
		if (t == 0) return flow;
		final double[] now = paths.camera()[t], before = paths.camera()[t - 1];
		for (int p = 0; p < plane; p++) {
			double dx = now[0] - before[0], dy = now[1] - before[1];
			if (labels[p] != 0) {
				final double x = p % width - now[0], y = p / width - now[1];
				final Pose pose = paths.poses()[t][labels[p] - 1], old = paths.poses()[t - 1][labels[p] - 1];
				final double u = pose.bodyU(x, y), v = pose.bodyV(x, y);
				dx += x - old.worldX(u, v);
				dy += y - old.worldY(u, v);
			}
			flow[p] = (float) dx;
			flow[plane + p] = (float) dy;
		}
		return flow;
	}
}
