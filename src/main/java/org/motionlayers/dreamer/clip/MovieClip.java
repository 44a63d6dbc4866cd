package org.motionlayers.dreamer.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;

/**
 * Clips out of movies whose objects are segmented and tracked: flow is the displacement of centroids painted over masks, depth is by
 * order of area, since nothing else is known of it.
 */
public final class MovieClip {

	private MovieClip() {}

	/**
	 * Cuts a clip out.
	 *
	 * @param movie the frames, of any pixel type and number of channels, one plane
	 * @param labels of every frame; the same label must be the same object
	 * @param first frame of the movie that becomes frame 0
	 * @param frames number of future frames
	 * @param side of the grid that it is drawn on, pixels
	 * @throws InputException where there are too few frames, labels name no objects over time, or the image does not fit the grid
	 */
	public static Clip of(final Movie movie, final Segmentation labels, final int first, final int frames, final int side) {
		final int last = first + frames;
		if (first < 0 || frames < 1 || last >= movie.frames() || last >= labels.frames()) throw new InputException("Image '" + movie.title() +
			"' has " + movie.frames() + " frames and " + labels.frames() + " of labels; a clip from frame " + first + " needs " + (last + 1) + ".");
		if (!labels.identified()) throw new InputException("Labels of '" + movie.title() +
			"' do not name the same object in every frame; a clip needs tracked objects.");
		final Canvas canvas = new Canvas(movie.shape(), side);
		final int pixels = side * side;
		final int[][] drawn = new int[frames + 1][];
		final List<Map<Integer, double[]>> centroids = new ArrayList<>();
		for (int t = 0; t <= frames; t++) {
			final int[] full = labels.labels(first + t);
			drawn[t] = canvas.labels(full);
			centroids.add(centroids(full, movie.shape().width(), canvas.scale()));
		}
		final Map<Integer, Float> depths = depthsByArea(drawn);
		final float[][] flow = new float[frames][2 * pixels], depth = new float[frames + 1][];
		for (int t = 0; t <= frames; t++) depth[t] = depth(drawn[t], depths);
		for (int t = 1; t <= frames; t++) paint(drawn[t], centroids.get(t - 1), centroids.get(t), flow[t - 1]);
		return new Clip(t -> canvas.rgb(movie.frame(first + t)), drawn[0], depth[0], new DenseMotion(side, side, flow, Arrays.copyOfRange(drawn, 1,
			frames + 1), Arrays.copyOfRange(depth, 1, frames + 1)), new double[2]);
	}

	/** @return sum of positions, then their number, of every label, on the grid's scale */
	private static Map<Integer, double[]> centroids(final int[] labels, final int width, final double scale) {
		final Map<Integer, double[]> sums = new HashMap<>();
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0) {
			final double[] sum = sums.computeIfAbsent(labels[p], l -> new double[3]);
			sum[0] += p % width;
			sum[1] += p / width;
			sum[2]++;
		}
		sums.values().forEach(s -> {
			s[0] *= scale / s[2];
			s[1] *= scale / s[2];
		});
		return sums;
	}

	private static void paint(final int[] labels, final Map<Integer, double[]> before, final Map<Integer, double[]> now, final float[] flow) {
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0 && before.containsKey(labels[p])) for (int d = 0; d < 2; d++)
			flow[d * labels.length + p] = (float) (now.get(labels[p])[d] - before.get(labels[p])[d]);
	}

	/** Of 1, 2, ...: a large object is taken to lie behind a small one. */
	private static Map<Integer, Float> depthsByArea(final int[][] labels) {
		final Map<Integer, Integer> areas = new HashMap<>();
		for (final int[] frame : labels) for (final int label : frame) if (label != 0) areas.merge(label, 1, Integer::sum);
		final List<Integer> order = new ArrayList<>(areas.keySet());
		order.sort((a, b) -> areas.get(a).equals(areas.get(b)) ? Integer.compare(a, b) : Integer.compare(areas.get(a), areas.get(b)));
		final Map<Integer, Float> depths = new HashMap<>();
		for (final int label : order) depths.put(label, depths.size() + 1f);
		return depths;
	}

	/** @return depth of every pixel; infinite for the background */
	static float[] depth(final int[] labels, final Map<Integer, Float> depths) {
		final float[] depth = new float[labels.length];
		for (int p = 0; p < depth.length; p++) depth[p] = labels[p] == 0 ? Float.POSITIVE_INFINITY : depths.get(labels[p]);
		return depth;
	}
}
