package org.motionlayers.simulate.body;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws paths: the label of a pixel is that of the nearest body that holds its centre, and says what is seen there. */
final class Drawing {

	private static final double BRIGHTEST = 255;

	/** Soft edges are the mean over this many points along each side of a pixel. */
	private static final int POINTS = 4;

	private final int width;
	private final int height;
	private final Look look;
	private final Paths paths;
	private final int[] farToNear;
	/** Of a backdrop and a camera at rest, looked up once; null until then. */
	private volatile double[] stillShares;
	/** The first frame, where later ones change near bodies that move alone; null until it was drawn. */
	private volatile byte[] first;

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

	/** @return all bodies of a frame, in their own order */
	private Placed[] placed(final int t) {
		final Placed[] placed = new Placed[paths.objects()];
		for (int i = 0; i < placed.length; i++) placed[i] = new Placed(paths.bodies().get(i), paths.poses()[t][i]);
		return placed;
	}

	/** @return the label seen at every pixel */
	int[] labels(final int t) {
		return labels(t, placed(t));
	}

	private int[] labels(final int t, final Placed[] placed) {
		final int[] labels = new int[width * height];
		for (final int i : farToNear) cover(t, placed[i], labels);
		return labels;
	}

	/** Writes the label of a body to all pixels whose centre it holds. */
	private void cover(final int t, final Placed body, final int[] labels) {
		final Pose pose = body.pose();
		final double cx = paths.camera()[t][0], cy = paths.camera()[t][1], reach = body.reach();
		final int left = (int) Math.max(0, Math.ceil(pose.x() + cx - reach)), right = (int) Math.min(width - 1, Math.floor(pose.x() + cx +
			reach));
		final int top = (int) Math.max(0, Math.ceil(pose.y() + cy - reach)), bottom = (int) Math.min(height - 1, Math.floor(pose.y() + cy +
			reach));
		for (int y = top; y <= bottom; y++) for (int x = left; x <= right; x++) if (body.holds(x - cx, y - cy)) labels[y * width + x] = body.body()
			.label();
	}

	/** @return the pixels, channel after channel */
	byte[] image(final int t) {
		if (!rests() || t == 0) return drawn(t, new byte[look.channels() * width * height], null);
		if (first == null) first = drawn(0, new byte[look.channels() * width * height], null);
		return drawn(t, first.clone(), moved(t));
	}

	/** @return whether pixels change where bodies move alone */
	private boolean rests() {
		return look.noise() == 0 && look.background().still() && java.util.stream.Stream.of(paths.camera()).allMatch(c -> c[0] == 0 && c[1] == 0);
	}

	/** @return the pixels near bodies that are not where they were in frame 0, then and now */
	private BitSet moved(final int t) {
		final BitSet moved = new BitSet(width * height);
		for (int i = 0; i < paths.objects(); i++) {
			if (paths.poses()[t][i].equals(paths.poses()[0][i])) continue;
			for (final int frame : new int[] { 0, t }) {
				final Placed body = new Placed(paths.bodies().get(i), paths.poses()[frame][i]);
				final double reach = body.reach() + 1;
				final int left = (int) Math.max(0, Math.floor(body.pose().x() - reach)), right = (int) Math.min(width - 1, Math.ceil(body.pose().x() +
					reach));
				final int top = (int) Math.max(0, Math.floor(body.pose().y() - reach)), bottom = (int) Math.min(height - 1, Math.ceil(body.pose().y() +
					reach));
				if (left <= right) for (int y = top; y <= bottom; y++) moved.set(y * width + left, y * width + right + 1);
			}
		}
		return moved;
	}

	/**
	 * Draws.
	 *
	 * @param t the frame
	 * @param values where to
	 * @param asked the pixels to draw, null for all
	 * @return the values
	 */
	private byte[] drawn(final int t, final byte[] values, final BitSet asked) {
		final Placed[] placed = placed(t);
		final int[] labels = labels(t, placed);
		final double[] backdrop = backdrop(t);
		final int plane = labels.length;
		final SplittableRandom random = new SplittableRandom(look.noiseSeed() + t * 0x9E3779B97F4A7C15L);
		final double[] colour = new double[look.channels()], camera = paths.camera()[t];
		for (int p = 0; p < plane; p++) {
			if (asked != null && !asked.get(p)) continue;
			final double x = p % width - camera[0], y = p / width - camera[1];
			if (look.edges() == Look.Edges.SOFT && isEdge(labels, p)) mean(placed, x, y, backdrop[p], colour);
			else colour(labels[p] == 0 ? null : placed[labels[p] - 1], x, y, backdrop[p], colour);
			for (int c = 0; c < colour.length; c++) {
				final double noise = look.noise() == 0 ? 0 : look.noise() * random.nextGaussian();
				values[c * plane + p] = (byte) Math.rint(BRIGHTEST * Math.max(0, Math.min(1, colour[c] + noise)));
			}
		}
		return values;
	}

	private double[] backdrop(final int t) {
		final double cx = paths.camera()[t][0], cy = paths.camera()[t][1];
		final boolean still = look.background().still() && cx == 0 && cy == 0;
		if (still && stillShares != null) return stillShares;
		final double[] shares = look.background().shares(t, width, height, cx, cy);
		if (still) stillShares = shares;
		return shares;
	}

	/** The colour of a body at a world point; where it is null, that of the backdrop at its share of the second colour. */
	private void colour(final Placed body, final double x, final double y, final double backdrop, final double[] colour) {
		final double share = body == null ? backdrop : body.share(x, y);
		for (int c = 0; c < colour.length; c++) colour[c] = body == null ? look.background().value(c, share) : body.body().texture().value(c, share);
	}

	/** @return whether a pixel beside it has another label */
	private boolean isEdge(final int[] labels, final int p) {
		final int x = p % width, label = labels[p];
		return x > 0 && labels[p - 1] != label || x < width - 1 && labels[p + 1] != label || p >= width && labels[p - width] != label || p +
			width < labels.length && labels[p + width] != label;
	}

	/** The mean colour over a pixel about a world point. */
	private void mean(final Placed[] placed, final double x, final double y, final double backdrop, final double[] colour) {
		final double[] sum = new double[colour.length];
		final Placed[] near = near(placed, x, y);
		for (int k = 0; k < POINTS * POINTS; k++) {
			final double px = x + (k % POINTS + .5) / POINTS - .5, py = y + (k / POINTS + .5) / POINTS - .5;
			colour(nearest(near, px, py), px, py, backdrop, colour);
			for (int c = 0; c < sum.length; c++) sum[c] += colour[c];
		}
		for (int c = 0; c < sum.length; c++) colour[c] = sum[c] / (POINTS * POINTS);
	}

	/** @return the bodies that may be seen within a pixel, the nearest to the viewer first */
	private Placed[] near(final Placed[] placed, final double x, final double y) {
		final Placed[] near = new Placed[placed.length];
		int n = 0;
		for (int k = farToNear.length - 1; k >= 0; k--) {
			final Placed body = placed[farToNear[k]];
			final double dx = Math.abs(x - body.pose().x()) - .5, dy = Math.abs(y - body.pose().y()) - .5;
			if (dx <= body.reach() && dy <= body.reach()) near[n++] = body;
		}
		return Arrays.copyOf(near, n);
	}

	/** @return the first body that holds a world point, null for none */
	private static Placed nearest(final Placed[] bodies, final double x, final double y) {
		for (final Placed body : bodies) if (body.holds(x, y)) return body;
		return null;
	}

	/** @return depth of what is seen */
	float[] depth(final int t) {
		final int[] labels = labels(t);
		final float[] depth = new float[labels.length];
		Arrays.fill(depth, Float.POSITIVE_INFINITY);
		for (int p = 0; p < depth.length; p++) if (labels[p] != 0) depth[p] = (float) paths.bodies().get(labels[p] - 1).depth();
		return depth;
	}

	/** @return displacement since an earlier frame of the point seen at every pixel of frame t: all x, then all y */
	float[] flow(final int t, final int since) {
		final int[] labels = labels(t);
		final int plane = labels.length;
		final float[] flow = new float[2 * plane];
		if (t == since) return flow;
		final double[] now = paths.camera()[t], before = paths.camera()[since];
		for (int p = 0; p < plane; p++) {
			final double x = p % width - now[0], y = p / width - now[1];
			double dx = now[0] - before[0], dy = now[1] - before[1];
			if (labels[p] != 0) {
				final Pose pose = paths.poses()[t][labels[p] - 1], old = paths.poses()[since][labels[p] - 1];
				final double u = pose.bodyU(x, y), v = pose.bodyV(x, y);
				dx += x - old.worldX(u, v);
				dy += y - old.worldY(u, v);
			}
			else {
				double left = 0, up = 0;
				for (int k = since; k < t && !look.background().still(); k++) {
					final double[] step = look.background().step(x - left, y - up);
					left += step[0];
					up += step[1];
				}
				dx += left;
				dy += up;
			}
			flow[p] = (float) dx;
			flow[plane + p] = (float) dy;
		}
		return flow;
	}
}
