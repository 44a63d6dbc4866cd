package org.motionlayers.dreamer.objects;

import java.util.Arrays;

import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;

/**
 * What object space knows of the reference frame: every object as a few numbers, all in pixels.
 *
 * @param bounds size of the frame along x, y(, z)
 * @param centres objects x dimensions: centroids, the centre of the first pixel at 0
 * @param reaches objects x {@link Reach#directions}: how far the mask reaches from its centroid
 * @param areas number of pixels of every mask
 * @param brightness mean value of every object over its mask and all channels, any unit; NaN where it is not known, as in tracks
 * @param depths distance from the viewer, any unit
 */
public record ObjectScene(double[] bounds, double[][] centres, double[][] reaches, double[] areas, double[] brightness,
	double[] depths)
{

	/** Checks that all say as much. */
	public ObjectScene {
		final int n = centres.length;
		if (n == 0 || reaches.length != n || areas.length != n || brightness.length != n || depths.length != n)
			throw new IllegalArgumentException(n + " centres, " + reaches.length + " reaches, " + areas.length + " areas, " +
				brightness.length + " values and " + depths.length + " depths do not make a scene.");
	}

	/** @return the objects of a scene, in the order of its layers, of which there must be one at least */
	public static ObjectScene of(final Scene scene) {
		final int dimensions = scene.shape().dimensions(), n = scene.objects();
		final double[] bounds = { scene.shape().width(), scene.shape().height(), scene.shape().depth() };
		final double[][] centres = new double[n][dimensions], reaches = new double[n][];
		final double[] areas = new double[n], brightness = new double[n], depths = new double[n];
		for (int i = 0; i < n; i++) {
			final ObjectLayer layer = scene.layers().get(i);
			for (int d = 0; d < dimensions; d++) centres[i][d] = layer.centroid(d);
			reaches[i] = Reach.of(layer, dimensions);
			areas[i] = layer.area();
			for (int c = 0; c < layer.channels(); c++) brightness[i] += layer.meanValue(c) / layer.channels();
			depths[i] = layer.depth();
		}
		return new ObjectScene(Arrays.copyOf(bounds, dimensions), centres, reaches, areas, brightness, depths);
	}

	/** @return number of objects */
	public int objects() {
		return centres.length;
	}

	/** @return 2 or 3 */
	public int dimensions() {
		return bounds.length;
	}

	/** @return diameter of the disc or ball as large as an object, pixels */
	public double diameter(final int object) {
		return dimensions() == 2 ? 2 * Math.sqrt(areas[object] / Math.PI) : Math.cbrt(6 * areas[object] / Math.PI);
	}

	/** @return mean diameter of the objects, pixels: the length that all others are measured by */
	public double unit() {
		double sum = 0;
		for (int i = 0; i < objects(); i++) sum += diameter(i);
		return sum / objects();
	}

	/** @return the same objects elsewhere */
	public ObjectScene withCentres(final double[][] newCentres) {
		return new ObjectScene(bounds, newCentres, reaches, areas, brightness, depths);
	}
}
