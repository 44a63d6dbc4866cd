package org.motionlayers.evaluate.comparison;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;

import org.motionlayers.evaluate.forecast.ObservedCentroids;
import org.motionlayers.evaluate.forecast.ObservedCentroids.Sighting;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/**
 * One side of a comparison: frames, fetched when asked for, and where there are any, labels and positions of objects, as many of each.
 *
 * @param images the frames
 * @param labels their labels
 * @param positions by frame and label: where objects are, pixels
 */
public record Sequence(List<Frame> images, Optional<Segmentation> labels, Optional<List<SortedMap<Integer, Sighting>>> positions) {

	/** @return the frames of a movie from one on */
	public static Sequence of(final Movie movie, final int first, final int count) {
		return new Sequence(lazy(count, k -> movie.frame(first + k)), Optional.empty(), Optional.empty());
	}

	/**
	 * The same with labels.
	 *
	 * @param segmentation labels
	 * @param first which of their frames goes with the first of these
	 * @param progress is told and asked while centroids are measured, which are the positions where there are no others
	 */
	public Sequence withLabels(final Segmentation segmentation, final int first, final Progress progress) {
		final Segmentation window = new Segmentation(segmentation.shape(), frames(), k -> segmentation.labels(first + k), segmentation
			.objects(), segmentation.identified(), segmentation.calibration(), segmentation.description());
		return new Sequence(images, Optional.of(window), Optional.of(positions.orElseGet(() -> centroids(window, progress))));
	}

	private static List<SortedMap<Integer, Sighting>> centroids(final Segmentation labels, final Progress progress) {
		final ObservedCentroids centroids = new ObservedCentroids(labels, progress);
		final List<SortedMap<Integer, Sighting>> frames = new ArrayList<>();
		for (int k = 0; k < centroids.frames(); k++) frames.add(centroids.frame(k));
		return frames;
	}

	/** @return the same with these positions, a map a frame */
	public Sequence withPositions(final List<SortedMap<Integer, Sighting>> known) {
		if (known.size() != frames()) throw new IllegalArgumentException(known.size() + " frames of positions do not fit " + frames() + ".");
		return new Sequence(images, labels, Optional.of(List.copyOf(known)));
	}

	/** @return the first frame, its labels and positions, again and again */
	public Sequence frozen(final int count) {
		final Frame image = images.get(0);
		return new Sequence(Collections.nCopies(count, image), labels.map(seen -> {
			final int[] first = seen.labels(0);
			return new Segmentation(seen.shape(), count, k -> first, Map.of(), true, seen.calibration(), seen.description());
		}), positions.map(seen -> Collections.nCopies(count, seen.get(0))));
	}

	/** @return number of frames */
	public int frames() {
		return images.size();
	}

	private static List<Frame> lazy(final int count, final IntFunction<Frame> source) {
		return new AbstractList<>() {

			@Override
			public Frame get(final int k) {
				return source.apply(k);
			}

			@Override
			public int size() {
				return count;
			}
		};
	}
}
