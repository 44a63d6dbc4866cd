package org.motionlayers.dreamer.objects;

import java.util.Arrays;

import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;

/**
 * What object space knows of the reference frame: every object as a few numbers, all in pixels.
 *
 * @param bounds size of the frame along x, y(, z)
 * @param centres objects x dimensions: centroids, the centre of the first pixel at 0
 * @param covariances objects x dimensions x dimensions, row-major: second central moments of the mask, square pixels
 * @param areas number of pixels of every mask
 * @param brightness mean value of every object over its mask and all channels, any unit; NaN where it is not known, as in tracks
 * @param depths distance from the viewer, any unit
 */
public record ObjectScene(double[] bounds, double[][] centres, double[][] covariances, double[] areas, double[] brightness,
	double[] depths)
{

	/** Checks that all say as much. */
	public ObjectScene {
		final int n = centres.length;
		if (n == 0 || covariances.length != n || areas.length != n || brightness.length != n || depths.length != n)
			throw new IllegalArgumentException(n + " centres, " + covariances.length + " covariances, " + areas.length + " areas, " +
				brightness.length + " values and " + depths.length + " depths do not make a scene.");
	}

	/** @return the objects of a scene, in the order of its layers, of which there must be one at least */
	public static ObjectScene of(final Scene scene) {
		final int dimensions = scene.shape().dimensions(), n = scene.objects();
		final double[] bounds = { scene.shape().width(), scene.shape().height(), scene.shape().depth() };
		final double[][] centres = new double[n][dimensions], covariances = new double[n][];
		final double[] areas = new double[n], brightness = new double[n], depths = new double[n];
		for (int i = 0; i < n; i++) {
			final ObjectLayer layer = scene.layers().get(i);
			for (int d = 0; d < dimensions; d++) centres[i][d] = layer.centroid(d);
			covariances[i] = covariance(layer, centres[i]);
			areas[i] = layer.area();
			for (int c = 0; c < layer.channels(); c++) brightness[i] += layer.meanValue(c) / layer.channels();
			depths[i] = layer.depth();
		}
		return new ObjectScene(Arrays.copyOf(bounds, dimensions), centres, covariances, areas, brightness, depths);
	}

	private static double[] covariance(final ObjectLayer layer, final double[] centre) {
		final int dimensions = centre.length;
		final double[] sums = new double[dimensions * dimensions], offset = new double[3];
		final RunMask mask = layer.mask();
		for (int r = 0; r < mask.runs(); r++) {
			offset[1] = layer.bounds().y() + mask.y(r) - centre[1];
			if (dimensions == 3) offset[2] = layer.bounds().z() + mask.z(r) - centre[2];
			for (int x = 0; x < mask.length(r); x++) {
				offset[0] = layer.bounds().x() + mask.x(r) + x - centre[0];
				for (int a = 0; a < dimensions; a++) for (int b = 0; b < dimensions; b++) sums[a * dimensions + b] += offset[a] * offset[b];
			}
		}
		for (int k = 0; k < sums.length; k++) sums[k] /= layer.area();
		return sums;
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
		return new ObjectScene(bounds, newCentres, covariances, areas, brightness, depths);
	}
}
