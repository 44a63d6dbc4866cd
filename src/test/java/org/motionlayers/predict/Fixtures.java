package org.motionlayers.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
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

/** Scenes, movies and tracks drawn in code. */
public final class Fixtures {

	private Fixtures() {}

	/** @return a scene of one-pixel objects, 8 bit, with these labels at these places: x, y[, z] each */
	public static Scene scene(final Shape shape, final int[] labels, final int[]... places) {
		final int[] image = new int[shape.pixels()];
		for (int i = 0; i < labels.length; i++) image[shape.index(places[i][0], places[i][1], places[i].length > 2 ? places[i][2] : 0)] =
			labels[i];
		final Frame frame = new Frame(PixelType.UINT8, shape, new byte[shape.values()]);
		return scene(frame, image);
	}

	/** @return the scene of a reference frame and its labels, cut out the slow and plain way, sorted by label */
	public static Scene scene(final Frame frame, final int[] labels) {
		final List<ObjectLayer> layers = new ArrayList<>();
		Arrays.stream(labels).filter(l -> l != 0).distinct().sorted().forEach(label -> layers.add(layer(frame, labels, label)));
		return new Scene("drawn", frame, layers, Calibration.NONE, Display.DEFAULT);
	}

	private static ObjectLayer layer(final Frame frame, final int[] labels, final int label) {
		final Shape s = frame.shape();
		final int[] low = { s.width(), s.height(), s.depth() }, high = { -1, -1, -1 };
		final double[] centroid = new double[3], means = new double[s.channels()];
		final List<int[]> pixels = new ArrayList<>();
		for (int z = 0; z < s.depth(); z++) for (int y = 0; y < s.height(); y++) for (int x = 0; x < s.width(); x++) {
			if (labels[s.index(x, y, z)] != label) continue;
			final int[] p = { x, y, z };
			pixels.add(p);
			for (int d = 0; d < 3; d++) {
				low[d] = Math.min(low[d], p[d]);
				high[d] = Math.max(high[d], p[d]);
				centroid[d] += p[d];
			}
			for (int c = 0; c < means.length; c++) means[c] += frame.value(x, y, z, c);
		}
		final int n = pixels.size();
		final List<Object> patch = new ArrayList<>();
		for (int c = 0; c < means.length; c++) {
			patch.add(frame.type().newArray(n));
			means[c] /= n;
			for (int i = 0; i < n; i++) frame.type().set(patch.get(c), i, frame.value(pixels.get(i)[0], pixels.get(i)[1], pixels.get(i)[2], c));
		}
		for (int d = 0; d < 3; d++) centroid[d] /= n;
		final Box bounds = new Box(low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
		return new ObjectLayer(SegmentedObject.of(label), bounds, runs(pixels, low), frame.type(), patch, centroid, means, bounds
			.touchesBorder(s), 0);
	}

	private static RunMask runs(final List<int[]> pixels, final int[] low) {
		final List<int[]> runs = new ArrayList<>();
		int[] last = null;
		for (final int[] p : pixels) {
			final int x = p[0] - low[0], y = p[1] - low[1], z = p[2] - low[2];
			if (last != null && last[2] == z && last[1] == y && last[0] + last[3] == x) last[3]++;
			else runs.add(last = new int[] { x, y, z, 1 });
		}
		return new RunMask(column(runs, 0), column(runs, 1), column(runs, 2), column(runs, 3));
	}

	private static int[] column(final List<int[]> rows, final int k) {
		return rows.stream().mapToInt(row -> row[k]).toArray();
	}

	/** @return tracks of a scene without a camera; positions[frame][object], NaN where not seen */
	public static Tracks tracks(final Scene scene, final double[][][] positions) {
		return tracks(scene, positions, new double[positions.length][scene.shape().dimensions()]);
	}

	/** @return tracks of a scene with camera[frame] */
	public static Tracks tracks(final Scene scene, final double[][][] positions, final double[][] camera) {
		return new Tracks(scene.labels(), positions.length, scene.shape().dimensions(), Arrays.stream(positions).flatMap(Arrays::stream)
			.flatMapToDouble(Arrays::stream).toArray(), new boolean[positions.length * scene.objects()], Arrays.stream(camera).flatMapToDouble(
				Arrays::stream).toArray());
	}

	/** @return a request that holds these tracks and nothing else that a predictor of straight motion reads */
	public static PredictionRequest request(final Scene scene, final Tracks tracks, final Cues cues, final int frames) {
		final List<Frame> movie = java.util.Collections.nCopies(tracks.frames(), scene.background());
		final int[][] labels = new int[tracks.frames()][scene.shape().pixels()];
		return new PredictionRequest(scene, Movie.of("drawn", movie), Segmentation.of(scene.shape().withChannels(1), labels), tracks, cues,
			frames, 1);
	}
}
