package org.motionlayers.evaluate.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** Where every label is in every frame: the centroid of its mask, which is that of the visible part where the border cuts the object. */
public final class ObservedCentroids {

	/**
	 * One object in one frame.
	 *
	 * @param position centroid of the mask: x, y(, z), pixels
	 * @param cut whether the mask touches the border of the frame along x or y
	 */
	public record Sighting(double[] position, boolean cut) {}

	private final List<SortedMap<Integer, Sighting>> frames = new ArrayList<>();

	/**
	 * Measures every frame once.
	 *
	 * @param labels a label names the same object in every frame
	 * @param progress is told and asked
	 */
	public ObservedCentroids(final Segmentation labels, final Progress progress) {
		for (int t = 0; t < labels.frames(); t++) {
			progress.update(t, labels.frames(), "measuring centroids");
			frames.add(measure(labels.labels(t), labels.shape()));
		}
	}

	private static SortedMap<Integer, Sighting> measure(final int[] labels, final Shape shape) {
		final SortedMap<Integer, double[]> sums = new TreeMap<>();
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			final double[] sum = sums.computeIfAbsent(labels[i], l -> new double[5]);
			final int x = i % shape.width(), y = i / shape.width() % shape.height();
			sum[0] += x;
			sum[1] += y;
			sum[2] += i / shape.planeSize();
			sum[3]++;
			if (x == 0 || y == 0 || x == shape.width() - 1 || y == shape.height() - 1) sum[4] = 1;
		}
		final SortedMap<Integer, Sighting> sightings = new TreeMap<>();
		sums.forEach((label, sum) -> {
			final double[] position = new double[shape.dimensions()];
			for (int d = 0; d < position.length; d++) position[d] = sum[d] / sum[3];
			sightings.put(label, new Sighting(position, sum[4] != 0));
		});
		return sightings;
	}

	/** @return number of frames */
	public int frames() {
		return frames.size();
	}

	/** @return what is seen in a frame, by label */
	public SortedMap<Integer, Sighting> frame(final int t) {
		return frames.get(t);
	}

	/** @return whether an object is seen in every one of some frames, the last included */
	boolean seen(final int label, final int from, final int to) {
		if (from < 0 || to >= frames.size()) return false;
		for (int t = from; t <= to; t++) if (!frames.get(t).containsKey(label)) return false;
		return true;
	}

	/** @return whether an object is cut in any of some frames, the last included */
	boolean cut(final int label, final int from, final int to) {
		for (int t = from; t <= to; t++) if (frames.get(t).get(label).cut()) return true;
		return false;
	}
}
