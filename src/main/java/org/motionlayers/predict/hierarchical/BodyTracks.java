package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;

/**
 * Every unbroken piece of every track in the observed frames, objects that have gone included, measured on the masks: centroids, and the
 * body followed where the frame's border cuts it. The camera's motion is taken out.
 */
final class BodyTracks {

	/** A piece that grows frame by frame. */
	private record Piece(int first, List<double[]> place, List<double[]> path) {

		private Piece(final int first, final double[] place) {
			this(first, new ArrayList<>(List.of(place)), new ArrayList<>(List.of(new double[place.length])));
		}

		private BodyTrack track(final int label) {
			return new BodyTrack(label, first, place.toArray(double[][]::new), path.toArray(double[][]::new));
		}
	}

	private final Segmentation labels;
	private final Tracks camera;
	private final int dimensions;
	private final SortedMap<Integer, List<Piece>> pieces = new TreeMap<>();

	private BodyTracks(final Segmentation labels, final Tracks camera) {
		this.labels = labels;
		this.camera = camera;
		this.dimensions = camera.dimensions();
	}

	/**
	 * Measures; label images are read one after the other, each once.
	 *
	 * @param labels of the observed frames
	 * @param camera tracks whose camera shifts are taken out
	 * @param progress is told and asked
	 * @return all pieces, by label, then by time
	 */
	static List<BodyTrack> of(final Segmentation labels, final Tracks camera, final Progress progress) {
		final BodyTracks tracks = new BodyTracks(labels, camera);
		Map<Integer, PixelRuns> before = Map.of();
		for (int k = 0; k < labels.frames(); k++) {
			progress.update(k, labels.frames(), "following objects");
			final Map<Integer, PixelRuns> now = PixelRuns.of(labels.labels(k), labels.shape());
			for (final Map.Entry<Integer, PixelRuns> object : now.entrySet()) tracks.add(k, object.getKey(), before.get(object.getKey()), object
				.getValue());
			before = now;
		}
		final List<BodyTrack> all = new ArrayList<>();
		tracks.pieces.forEach((label, list) -> list.forEach(piece -> all.add(piece.track(label))));
		return all;
	}

	private void add(final int k, final int label, final PixelRuns before, final PixelRuns now) {
		final double[] centroid = now.centroid(dimensions), place = centroid.clone();
		for (int d = 0; d < dimensions; d++) place[d] -= camera.camera(k, d);
		final List<Piece> list = pieces.computeIfAbsent(label, l -> new ArrayList<>());
		if (before == null) {
			list.add(new Piece(k, place));
			return;
		}
		final Piece piece = list.get(list.size() - 1);
		final double[] step = step(before, now, centroid), last = piece.path().get(piece.path().size() - 1);
		for (int d = 0; d < dimensions; d++) step[d] += last[d] - (camera.camera(k, d) - camera.camera(k - 1, d));
		piece.place().add(place);
		piece.path().add(step);
	}

	private double[] step(final PixelRuns before, final PixelRuns now, final double[] centroid) {
		final double[] step = centroid.clone(), from = before.centroid(dimensions);
		for (int d = 0; d < dimensions; d++) step[d] -= from[d];
		final boolean cut = before.isCut(labels.shape(), dimensions) || now.isCut(labels.shape(), dimensions);
		return cut ? BodyStep.between(before, now, labels.shape(), step) : step;
	}
}
