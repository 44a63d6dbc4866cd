package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

/** Movies of discs at given places, drawn in code. */
final class Discs {

	private final Shape shape;
	private final int[][] frames;
	private final int dimensions;

	/**
	 * @param shape of the frames
	 * @param radius of the discs, pixels
	 * @param places frames x objects x dimensions; null for an object that is not there
	 */
	Discs(final Shape shape, final double radius, final double[][][] places) {
		this.shape = shape;
		this.dimensions = shape.dimensions();
		this.frames = new int[places.length][];
		for (int t = 0; t < places.length; t++) frames[t] = draw(radius, places[t]);
	}

	private int[] draw(final double radius, final double[][] places) {
		final int[] labels = new int[shape.pixels()];
		for (int i = 0; i < places.length; i++) {
			if (places[i] == null) continue;
			final double z = dimensions == 3 ? places[i][2] : 0;
			for (int pz = (int) Math.max(0, z - radius); pz <= Math.min(shape.depth() - 1, z + radius); pz++) for (int y = (int) Math.max(0,
				places[i][1] - radius); y <= Math.min(shape.height() - 1, places[i][1] + radius); y++) for (int x = (int) Math.max(0,
					places[i][0] - radius); x <= Math.min(shape.width() - 1, places[i][0] + radius); x++)
			{
				final double dx = x - places[i][0], dy = y - places[i][1], dz = pz - z;
				if (dx * dx + dy * dy + dz * dz <= radius * radius) labels[shape.index(x, y, pz)] = i + 1;
			}
		}
		return labels;
	}

	Segmentation labels() {
		return Segmentation.of(shape, frames);
	}

	/** @return centroid of what is seen of an object; null where it is not seen */
	double[] centroid(final int t, final int label) {
		final PixelRuns runs = PixelRuns.of(frames[t], shape).get(label);
		return runs == null ? null : runs.centroid(dimensions);
	}

	/** @return what a predictor is given when the last observed frame is t */
	PredictionRequest request(final int t, final int future) {
		final List<Frame> images = new ArrayList<>();
		for (int k = 0; k <= t; k++) images.add(new Frame(PixelType.UINT8, shape, new byte[shape.pixels()]));
		final Movie movie = Movie.of("discs", images);
		final Scene scene = new Scene("discs", images.get(t), layers(t), movie.calibration(), movie.display());
		return new PredictionRequest(scene, movie, labels().head(t + 1), tracks(scene, t, new double[(t + 1) * dimensions]), Cues.NONE, future,
			1);
	}

	Tracks tracks(final Scene scene, final int t, final double[] camera) {
		final int n = scene.objects();
		final double[] positions = new double[(t + 1) * n * dimensions];
		final boolean[] cut = new boolean[(t + 1) * n];
		for (int k = 0; k <= t; k++) for (int i = 0; i < n; i++) {
			final double[] c = centroid(k, scene.labels()[i]);
			for (int d = 0; d < dimensions; d++) positions[(k * n + i) * dimensions + d] = c == null ? Double.NaN : c[d];
		}
		return new Tracks(scene.labels(), t + 1, dimensions, positions, cut, camera);
	}

	List<ObjectLayer> layers(final int t) {
		final List<ObjectLayer> layers = new ArrayList<>();
		PixelRuns.of(frames[t], shape).entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).forEach(e -> layers.add(layer(
			frames[t], e.getKey(), e.getValue())));
		return layers;
	}

	private ObjectLayer layer(final int[] labels, final int label, final PixelRuns runs) {
		final int x = runs.least(0), y = runs.least(1), z = runs.least(2);
		final List<int[]> rows = new ArrayList<>();
		for (int start = 0; start < labels.length; start++) {
			if (labels[start] != label) continue;
			final int rowEnd = (start / shape.width() + 1) * shape.width();
			int end = start;
			while (end < rowEnd && labels[end] == label) end++;
			rows.add(new int[] { start % shape.width() - x, start / shape.width() % shape.height() - y, start / shape.planeSize() - z, end -
				start });
			start = end - 1;
		}
		final int[][] columns = new int[4][rows.size()];
		for (int r = 0; r < rows.size(); r++) for (int k = 0; k < 4; k++) columns[k][r] = rows.get(r)[k];
		final RunMask mask = new RunMask(columns[0], columns[1], columns[2], columns[3]);
		final Box box = new Box(x, y, z, runs.most(0) - x + 1, runs.most(1) - y + 1, runs.most(2) - z + 1);
		final double[] centroid = runs.centroid(3);
		return new ObjectLayer(SegmentedObject.of(label), box, mask, PixelType.UINT8, List.of(new byte[mask.pixels()]), centroid,
			new double[] { 0 }, box.touchesBorder(shape), label);
	}
}
