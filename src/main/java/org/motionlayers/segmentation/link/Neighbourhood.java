package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the objects of a frame near a place: a grid of cells that holds the centres. */
final class Neighbourhood {

	/** More neighbours than these are of no use to an assignment. */
	private static final int MAX_NEIGHBOURS = 12;

	private final Regions regions;
	private final double cell;
	private final Map<List<Integer>, List<Integer>> cells = new HashMap<>();

	/**
	 * @param regions the objects
	 * @param cell size of a cell in pixels, about the distance that will be asked for
	 */
	Neighbourhood(final Regions regions, final double cell) {
		this.regions = regions;
		this.cell = Math.max(1, cell);
		for (int i = 0; i < regions.count(); i++) cells.computeIfAbsent(List.of(index(regions.centroid(i, 0)), index(regions.centroid(i, 1)), index(
			regions.centroid(i, 2))), key -> new ArrayList<>()).add(i);
	}

	private int index(final double position) {
		return (int) Math.floor(position / cell);
	}

	/**
	 * Finds objects whose centre lies near.
	 *
	 * @param x pixels
	 * @param y pixels
	 * @param z pixels
	 * @param radius largest distance in pixels
	 * @return the nearest ones, nearest first, ties by object
	 */
	int[] near(final double x, final double y, final double z, final double radius) {
		final List<Integer> found = new ArrayList<>();
		for (int k = index(z - radius); k <= index(z + radius); k++)
			for (int j = index(y - radius); j <= index(y + radius); j++)
				for (int i = index(x - radius); i <= index(x + radius); i++)
					for (final int object : cells.getOrDefault(List.of(i, j, k), List.of()))
						if (distance(object, x, y, z) <= radius) found.add(object);
		found.sort((a, b) -> {
			final int order = Double.compare(distance(a, x, y, z), distance(b, x, y, z));
			return order != 0 ? order : Integer.compare(a, b);
		});
		return found.stream().limit(MAX_NEIGHBOURS).mapToInt(Integer::intValue).toArray();
	}

	private double distance(final int object, final double x, final double y, final double z) {
		return Math.sqrt(square(regions.centroid(object, 0) - x) + square(regions.centroid(object, 1) - y) + square(regions.centroid(object, 2) -
			z));
	}

	private static double square(final double value) {
		return value * value;
	}

	/** @return median over the objects of the distance to the nearest other one, or infinity where there is none */
	static double spacing(final Regions regions, final double extent) {
		if (regions.count() < 2) return Double.POSITIVE_INFINITY;
		final double guess = extent / Math.sqrt(regions.count());
		final Neighbourhood grid = new Neighbourhood(regions, guess);
		final double[] nearest = new double[regions.count()];
		for (int i = 0; i < nearest.length; i++) nearest[i] = grid.nearestOther(i, guess, extent);
		Arrays.sort(nearest);
		return nearest[nearest.length / 2];
	}

	private double nearestOther(final int object, final double guess, final double extent) {
		final double x = regions.centroid(object, 0), y = regions.centroid(object, 1), z = regions.centroid(object, 2);
		for (double radius = guess; radius < 2 * extent; radius *= 2) {
			for (final int other : near(x, y, z, radius)) if (other != object) return distance(other, x, y, z);
		}
		return extent;
	}
}
