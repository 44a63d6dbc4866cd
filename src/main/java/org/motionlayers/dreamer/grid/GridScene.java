package org.motionlayers.dreamer.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.motionlayers.dreamer.clip.Canvas;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;

/** A scene of any size drawn on the network's grid, its objects in groups of no more than there are colours. */
final class GridScene {

	private final Canvas canvas;
	private final float[] rgb;
	private final float[] background;
	private final int[] labels;
	private final Map<Integer, Float> depths = new HashMap<>();
	private final List<int[]> groups = new ArrayList<>();

	/**
	 * @param request whose reference frame is drawn
	 * @param side of the grid, pixels
	 * @throws org.motionlayers.scene.InputException where the image has several planes or is smaller than the grid
	 */
	GridScene(final PredictionRequest request, final int side) {
		final Scene scene = request.scene();
		canvas = new Canvas(scene.shape(), side);
		rgb = canvas.rgb(request.observed().frame(request.observed().frames() - 1));
		background = canvas.rgb(scene.background());
		labels = canvas.labels(scene.labelImage());
		final List<ObjectLayer> nearFirst = scene.layers().stream().sorted(Comparator.comparing(ObjectLayer::depth).thenComparing(
			ObjectLayer::label)).toList();
		// The network has seen depths of 1, 2, ... alone: order is what it knows of depth.
		for (final ObjectLayer layer : nearFirst) depths.put(layer.label(), depths.size() + 1f);
		split(new ArrayList<>(scene.layers()), 0);
	}

	/** Halves the objects along x and y in turn until each part has a colour for all of its own: neighbours stay together. */
	private void split(final List<ObjectLayer> layers, final int axis) {
		if (layers.isEmpty()) return;
		if (layers.size() <= Palette.MOST) {
			groups.add(layers.stream().mapToInt(ObjectLayer::label).toArray());
			return;
		}
		layers.sort(Comparator.<ObjectLayer, Double> comparing(l -> l.centroid(axis)).thenComparing(ObjectLayer::label));
		final int half = layers.size() / 2;
		split(new ArrayList<>(layers.subList(0, half)), 1 - axis);
		split(new ArrayList<>(layers.subList(half, layers.size())), 1 - axis);
	}

	/** @return how the image lies on the grid */
	Canvas canvas() {
		return canvas;
	}

	/** @return labels of the objects of every group */
	List<int[]> groups() {
		return groups;
	}

	/**
	 * What is seen of a group once its objects have moved.
	 *
	 * @param rgb red, green, blue plane in [0, 1]; other groups stay where they were
	 * @param labels of the group alone
	 * @param depth of the group alone, infinite elsewhere
	 */
	record View(float[] rgb, int[] labels, float[] depth) {}

	/**
	 * Draws a group.
	 *
	 * @param group labels of its objects
	 * @param displacements x and y of each, pixels of the grid; frozen pixels are moved by whole pixels, nearer objects in front
	 */
	View view(final int[] group, final double[][] displacements) {
		final int pixels = labels.length, side = canvas.side();
		final View view = new View(rgb.clone(), new int[pixels], new float[pixels]);
		Arrays.fill(view.depth, Float.POSITIVE_INFINITY);
		for (int p = 0; p < pixels; p++) if (labels[p] != 0 && contains(group, labels[p])) for (int c = 0; c < 3; c++)
			view.rgb[c * pixels + p] = background[c * pixels + p];
		final int[] farToNear = IntStream.range(0, group.length).boxed().sorted((a, b) -> Float.compare(depths.get(group[b]), depths.get(
			group[a]))).mapToInt(i -> i).toArray();
		for (final int i : farToNear) {
			final int dx = (int) Math.rint(displacements[i][0]), dy = (int) Math.rint(displacements[i][1]);
			for (int p = 0; p < pixels; p++) if (labels[p] == group[i]) {
				final int x = p % side + dx, y = p / side + dy;
				if (x < 0 || y < 0 || x >= side || y >= side) continue;
				final int q = y * side + x;
				view.labels[q] = group[i];
				view.depth[q] = depths.get(group[i]);
				for (int c = 0; c < 3; c++) view.rgb[c * pixels + q] = rgb[c * pixels + p];
			}
		}
		return view;
	}

	private static boolean contains(final int[] group, final int label) {
		for (final int other : group) if (other == label) return true;
		return false;
	}
}
