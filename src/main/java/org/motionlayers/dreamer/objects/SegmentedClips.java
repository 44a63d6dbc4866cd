package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * Clips of a segmented movie: every frame that has enough frames after it is the reference frame of one. Pixels are not needed: a folder
 * of the Cell Tracking Challenge or a TrackMate file read as a segmentation is a training set. 2D and 3D.
 */
public final class SegmentedClips {

	/** A label in one frame. */
	private record Seen(double area, double[] centre, double[] reach) {}

	private SegmentedClips() {}

	/**
	 * @param labels of a movie; a label names the same object in all frames
	 * @param frames number of future frames
	 * @param progress is told and asked
	 * @return a clip for every frame that has any object and so many frames after it; objects that end earlier are not seen from then on
	 * @throws InputException where the movie is too short, or its labels name other objects in every frame
	 */
	public static List<ObjectClip> of(final Segmentation labels, final int frames, final Progress progress) {
		if (!labels.identified()) throw new InputException("labels: '" + labels.description() +
			"' numbers objects afresh in every frame; tracks are learned from, link them first.");
		if (labels.frames() <= frames) throw new InputException("labels: '" + labels.description() + "' has " + labels.frames() +
			" frames; clips of " + (frames + 1) + " are learned from.");
		final List<SortedMap<Integer, Seen>> movie = new ArrayList<>();
		for (int t = 0; t < labels.frames(); t++) {
			progress.update(t, labels.frames(), "measuring tracks");
			movie.add(measure(labels.shape(), labels.labels(t)));
		}
		final List<ObjectClip> clips = new ArrayList<>();
		for (int t = 0; t + frames < movie.size(); t++) if (!movie.get(t).isEmpty()) clips.add(clip(labels.shape(), movie, t, frames));
		if (clips.isEmpty()) throw new InputException("labels: '" + labels.description() + "' shows no object that " + frames +
			" frames come after.");
		return clips;
	}

	/** What is known of a label while its runs are gathered. */
	private static final class Sums {

		private final double[] sums;
		private final Reach.Gathering reach;
		private long area;

		Sums(final int dims) {
			sums = new double[dims];
			reach = new Reach.Gathering(dims);
		}

		void add(final int x, final int length, final int y, final int z) {
			area += length;
			final double[] mean = { x + (length - 1) / 2.0, y, z };
			for (int d = 0; d < sums.length; d++) sums[d] += length * mean[d];
			reach.add(x, length, y, z);
		}

		Seen seen() {
			final double[] centre = new double[sums.length];
			for (int d = 0; d < centre.length; d++) centre[d] = sums[d] / area;
			return new Seen(area, centre, reach.from(centre));
		}
	}

	private static SortedMap<Integer, Seen> measure(final Shape shape, final int[] labels) {
		final SortedMap<Integer, Sums> sums = new TreeMap<>();
		for (int row = 0; row < labels.length; row += shape.width()) {
			final int y = row / shape.width() % shape.height(), z = row / shape.planeSize();
			for (int x = 0; x < shape.width();) {
				final int label = labels[row + x], start = x;
				while (x < shape.width() && labels[row + x] == label) x++;
				if (label != 0) sums.computeIfAbsent(label, l -> new Sums(shape.dimensions())).add(start, x - start, y, z);
			}
		}
		final SortedMap<Integer, Seen> seen = new TreeMap<>();
		sums.forEach((label, sum) -> seen.put(label, sum.seen()));
		return seen;
	}

	private static ObjectClip clip(final Shape shape, final List<SortedMap<Integer, Seen>> movie, final int reference, final int frames) {
		final int[] present = movie.get(reference).keySet().stream().mapToInt(Integer::intValue).toArray();
		final int n = present.length, dims = shape.dimensions();
		final double[][] centres = new double[n][], reaches = new double[n][];
		final double[] areas = new double[n], unknown = new double[n];
		final float[][] velocities = new float[n][], sizes = new float[frames][n];
		final float[][][] displacements = new float[frames][n][];
		Arrays.fill(unknown, Double.NaN);
		for (int i = 0; i < n; i++) {
			final Seen now = movie.get(reference).get(present[i]);
			centres[i] = now.centre();
			reaches[i] = now.reach();
			areas[i] = now.area();
			final Seen before = reference == 0 ? null : movie.get(reference - 1).get(present[i]);
			velocities[i] = before == null ? null : difference(now, before, dims);
			boolean seen = true;
			for (int t = 0; t < frames; t++) {
				final Seen then = movie.get(reference + t + 1).get(present[i]);
				seen &= then != null;
				displacements[t][i] = seen ? difference(then, now, dims) : nowhere(dims);
				sizes[t][i] = seen ? (float) Math.log(then.area() / now.area()) : 0;
			}
		}
		final double[] bounds = { shape.width(), shape.height(), shape.depth() };
		// who hides whom is not known of tracks: all as deep
		return new ObjectClip(new ObjectScene(Arrays.copyOf(bounds, dims), centres, reaches, areas, unknown, new double[n]), displacements,
			sizes, velocities);
	}

	private static float[] difference(final Seen then, final Seen now, final int dims) {
		final float[] difference = new float[dims];
		for (int d = 0; d < dims; d++) difference[d] = (float) (then.centre()[d] - now.centre()[d]);
		return difference;
	}

	private static float[] nowhere(final int dims) {
		final float[] nowhere = new float[dims];
		Arrays.fill(nowhere, Float.NaN);
		return nowhere;
	}
}
