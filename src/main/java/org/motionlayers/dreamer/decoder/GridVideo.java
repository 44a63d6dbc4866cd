package org.motionlayers.dreamer.decoder;

import java.util.HashMap;
import java.util.Map;

import org.motionlayers.dreamer.clip.Canvas;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/**
 * A composited video on the decoder's grid: labels, flow and depth of every frame are exact there, whoever predicted the motion, and its
 * first frame channel by channel, or as one colour picture where it has three.
 */
final class GridVideo {

	private final Video video;
	private final Canvas canvas;
	private final Frame reference;
	private final ChannelRange[] ranges;
	private final Map<Integer, Float> depths = new HashMap<>();

	/**
	 * @param video layers and where they go; 2D, at least as long as the grid
	 * @param side of the grid, pixels
	 */
	GridVideo(final Video video, final int side) {
		this.video = video;
		this.canvas = new Canvas(video.scene().shape(), side);
		this.reference = video.image(0);
		this.ranges = new ChannelRange[reference.shape().channels()];
		for (int c = 0; c < ranges.length; c++) ranges[c] = ChannelRange.of(reference, video.scene().display(), c);
		for (final ObjectLayer layer : video.scene().layers()) depths.put(layer.label(), layer.depth());
	}

	/** @return the grid */
	Canvas canvas() {
		return canvas;
	}

	/** @return how many pictures the decoder must draw for a frame: 1 of three channels, else 1 for every channel */
	int pictures() {
		return ranges.length == Clip.COLOURS ? 1 : ranges.length;
	}

	/** @return the range of a channel */
	ChannelRange range(final int channel) {
		return ranges[channel];
	}

	/** @return frame 0 as the decoder sees it, for one of {@link #pictures()}: a channel alone is repeated to red, green and blue */
	FirstFrame first(final int picture) {
		final Shape shape = reference.shape();
		final byte[] seen = new byte[Clip.COLOURS * shape.pixels()];
		for (int c = 0; c < Clip.COLOURS; c++) {
			final int channel = pictures() == 1 && ranges.length == Clip.COLOURS ? c : picture;
			for (int p = 0; p < shape.pixels(); p++) PixelType.UINT8.set(seen, c * shape.pixels() + p, PixelType.UINT8.maximum() *
				ranges[channel].toUnit(reference.type().get(reference.data(), channel * shape.pixels() + p)));
		}
		final float[] rgb = canvas.rgb(new Frame(PixelType.UINT8, shape.withChannels(Clip.COLOURS), seen));
		final int[] labels = canvas.labels(video.labels(0));
		return new FirstFrame(canvas.side(), rgb, labels, depth(labels));
	}

	/** @return R_1 to R_T */
	DenseMotion motion() {
		final float[][] flow = new float[video.frames()][], depth = new float[video.frames()][];
		final int[][] labels = new int[video.frames()][];
		for (int t = 1; t <= video.frames(); t++) {
			labels[t - 1] = canvas.labels(video.labels(t));
			depth[t - 1] = depth(labels[t - 1]);
			flow[t - 1] = flow(t, labels[t - 1]);
		}
		return new DenseMotion(canvas.side(), canvas.side(), flow, labels, depth);
	}

	private float[] depth(final int[] labels) {
		final float[] depth = new float[labels.length];
		for (int p = 0; p < depth.length; p++) depth[p] = depths.getOrDefault(labels[p], Float.POSITIVE_INFINITY);
		return depth;
	}

	/** The flow at the centre of every pixel of the grid; of an object that no centre hits, and beside the image, that of its first pixel. */
	private float[] flow(final int t, final int[] grid) {
		final Shape shape = reference.shape();
		final int[] labels = video.labels(t);
		final float[] full = video.flow(t), flow = new float[2 * grid.length];
		final Map<Integer, Integer> firsts = new HashMap<>();
		for (int p = 0; p < labels.length; p++) firsts.putIfAbsent(labels[p], p);
		for (int g = 0; g < grid.length; g++) {
			final long x = Math.round(canvas.toImage(g % canvas.side(), 0)), y = Math.round(canvas.toImage(g / canvas.side(), 1));
			final boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
			final int at = inside ? (int) (y * shape.width() + x) : -1;
			final Integer source = at >= 0 && labels[at] == grid[g] ? Integer.valueOf(at) : firsts.get(grid[g]);
			if (source == null) continue;
			for (int d = 0; d < 2; d++) flow[d * grid.length + g] = (float) (full[d * labels.length + source] * canvas.scale());
		}
		return flow;
	}

	/**
	 * Enlarges a plane of the grid to the image, linearly between the centres of its pixels.
	 *
	 * @param plane planes of the grid, one after another
	 * @param start where the plane's first value is
	 * @param x of a pixel of the image
	 * @param y of it
	 */
	double enlarged(final float[] plane, final int start, final int x, final int y) {
		final int last = canvas.side() - 1;
		final double gx = Math.max(0, Math.min(last, canvas.toGrid(x, 0))), gy = Math.max(0, Math.min(last, canvas.toGrid(y, 1)));
		final int x0 = (int) gx, y0 = (int) gy, x1 = Math.min(last, x0 + 1), y1 = Math.min(last, y0 + 1);
		final double fx = gx - x0, fy = gy - y0;
		final int above = start + y0 * canvas.side(), below = start + y1 * canvas.side();
		return (1 - fy) * ((1 - fx) * plane[above + x0] + fx * plane[above + x1]) + fy * ((1 - fx) * plane[below + x0] + fx * plane[below + x1]);
	}
}
