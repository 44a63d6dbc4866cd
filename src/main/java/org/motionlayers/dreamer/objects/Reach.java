package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.simulate.body.Outline;

/**
 * How far objects reach from their centroid along fixed directions (the support function of their outline): what decides when two of them
 * touch. In 2D 16 directions, in 3D the 26 of a voxel's neighbours; both sets look the same in every mirror of {@link Symmetry}.
 */
final class Reach {

	private static final int PLANAR = 16;

	/** From the centre of the outermost pixel to its border. */
	private static final double HALF_PIXEL = .5;

	private static final double[][] PLANE = plane(), SPACE = space();

	private Reach() {}

	/** @return the directions of 2 or 3 dimensions, vectors of length 1; each one's opposite is among them */
	static double[][] directions(final int dimensions) {
		return dimensions == 2 ? PLANE : SPACE;
	}

	private static double[][] plane() {
		final double[][] directions = new double[PLANAR][];
		for (int k = 0; k < PLANAR; k++) directions[k] = new double[] { Math.cos(2 * Math.PI * k / PLANAR), Math.sin(2 * Math.PI * k / PLANAR) };
		return directions;
	}

	private static double[][] space() {
		final List<double[]> directions = new ArrayList<>();
		for (int z = -1; z <= 1; z++) for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
			final double length = Math.sqrt(x * x + y * y + z * z);
			if (length > 0) directions.add(new double[] { x / length, y / length, z / length });
		}
		return directions.toArray(new double[0][]);
	}

	/** @return which direction is nearest to a vector */
	static int nearest(final double[] vector) {
		final double[][] directions = directions(vector.length);
		int best = 0;
		for (int k = 1; k < directions.length; k++) if (dot(directions[k], vector) > dot(directions[best], vector)) best = k;
		return best;
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int d = 0; d < a.length; d++) sum += a[d] * b[d];
		return sum;
	}

	/** @return how far a layer reaches, pixels */
	static double[] of(final ObjectLayer layer, final int dimensions) {
		final Gathering gathering = new Gathering(dimensions);
		final RunMask mask = layer.mask();
		for (int r = 0; r < mask.runs(); r++) gathering.add(layer.bounds().x() + mask.x(r), mask.length(r), layer.bounds().y() + mask.y(r), layer
			.bounds().z() + mask.z(r));
		final double[] centre = new double[dimensions];
		for (int d = 0; d < dimensions; d++) centre[d] = layer.centroid(d);
		return gathering.from(centre);
	}

	/** @return how far an outline turned by an angle reaches, pixels */
	static double[] of(final Outline outline, final double angle) {
		return Arrays.stream(PLANE).mapToDouble(u -> {
			final double along = Math.cos(angle) * u[0] + Math.sin(angle) * u[1], across = Math.cos(angle) * u[1] - Math.sin(angle) * u[0];
			if (outline instanceof Outline.Box box) return (box.length() * Math.abs(along) + box.width() * Math.abs(across)) / 2;
			if (outline instanceof Outline.Ellipse ellipse) return Math.hypot(ellipse.length() * along, ellipse.width() * across) / 2;
			return outline.reach();
		}).toArray();
	}

	/** Gathers the reach of a mask run by run. */
	static final class Gathering {

		private final double[][] directions;
		private final double[] farthest;

		Gathering(final int dimensions) {
			directions = directions(dimensions);
			farthest = new double[directions.length];
			Arrays.fill(farthest, Double.NEGATIVE_INFINITY);
		}

		/** Adds the pixels from x on, so many, of one row. */
		void add(final int x, final int length, final int y, final int z) {
			for (int k = 0; k < farthest.length; k++) {
				final double[] u = directions[k];
				final double end = u[0] > 0 ? x + length - 1 : x, rest = u[1] * y + (u.length == 3 ? u[2] * z : 0);
				farthest[k] = Math.max(farthest[k], u[0] * end + rest);
			}
		}

		/** @return how far the pixels reach from a centre */
		double[] from(final double[] centre) {
			final double[] reach = new double[farthest.length];
			for (int k = 0; k < reach.length; k++) reach[k] = farthest[k] - dot(directions[k], centre) + HALF_PIXEL;
			return reach;
		}
	}
}
