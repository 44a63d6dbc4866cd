package org.motionlayers.dreamer.objects;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scenes as the network reads them: lengths in mean diameters of each scene's own objects, so that neither the size of pixels nor that
 * of the frame matters. A batch has scenes of as many objects each. All arrays row-major.
 *
 * @param format how numbers are made
 * @param scenes number of scenes
 * @param objects number of objects in each
 * @param frames number of future frames
 * @param neighbours how many objects each one attends to, itself included
 * @param features scenes x objects x {@link ObjectFormat#features}
 * @param centres scenes x objects x dimensions
 * @param reaches scenes x objects x {@link Reach#directions}: how far the object reaches from its centre
 * @param logSizes scenes x objects: logarithm of the diameter
 * @param bounds scenes x dimensions: size of the frame
 * @param straight scenes x objects x frames x token values: motion without reasoning
 * @param nearest scenes x objects x neighbours: who attends to whom; null where everybody does to everybody
 */
record ObjectInput(ObjectFormat format, int scenes, int objects, int frames, int neighbours, float[] features, float[] centres,
	float[] reaches, float[] logSizes, float[] bounds, float[] straight, int[] nearest)
{

	/** Most objects that one attends to. */
	static final int MOST_NEIGHBOURS = 12;

	/** Velocities are small against diameters: they are brought to about 1. */
	static final double VELOCITY_SCALE = 3;

	/** Reaches differ little from half a diameter: their differences are brought to about 1. */
	static final double REACH_SCALE = 4;

	/** One scene and what is known of its motion. */
	record Known(ObjectScene scene, ObjectCues cues) {}

	/** @return a batch of scenes with as many objects each */
	static ObjectInput of(final ObjectFormat format, final int frames, final List<Known> batch) {
		final int b = batch.size(), n = batch.get(0).scene().objects(), dims = format.dimensions();
		final int neighbours = Math.min(n, MOST_NEIGHBOURS);
		final ObjectInput input = new ObjectInput(format, b, n, frames, neighbours, new float[b * n * format.features()], new float[b * n *
			dims], new float[b * n * format.directions()], new float[b * n], new float[b * dims], new float[b * n * frames * format.tokenValues()],
			neighbours == n ? null : new int[b * n * neighbours]);
		for (int k = 0; k < b; k++) input.write(k, batch.get(k));
		return input;
	}

	private void write(final int k, final Known known) {
		final ObjectScene scene = known.scene();
		final double unit = scene.unit();
		final int dims = format.dimensions();
		for (int d = 0; d < dims; d++) bounds[k * dims + d] = (float) (scene.bounds()[d] / unit);
		final double[] brightness = format.appearance() ? standardised(scene.brightness()) : new double[objects];
		final double[] depth = format.appearance() ? ranks(scene.depths()) : new double[objects];
		for (int i = 0; i < objects; i++) {
			final int at = k * objects + i;
			// pixels are as wide as 1: the border is half a pixel before the first centre
			for (int d = 0; d < dims; d++) centres[at * dims + d] = (float) ((scene.centres()[i][d] + .5) / unit);
			for (int r = 0; r < format.directions(); r++) reaches[at * format.directions() + r] = (float) (scene.reaches()[i][r] / unit);
			logSizes[at] = (float) Math.log(scene.diameter(i) / unit);
			writeFeatures(at * format.features(), scene, known.cues(), i, new double[] { brightness[i], depth[i] }, unit);
			writeStraight(at, known.cues(), i, depth[i], unit);
			if (nearest != null) System.arraycopy(nearest(scene, i, neighbours), 0, nearest, at * neighbours, neighbours);
		}
	}

	private void writeFeatures(final int start, final ObjectScene scene, final ObjectCues cues, final int i, final double[] others,
		final double unit)
	{
		final int dims = format.dimensions();
		int at = start;
		features[at++] = (float) Math.log(scene.diameter(i) / unit);
		// about a disc of mean size
		for (final double reach : scene.reaches()[i]) features[at++] = (float) (REACH_SCALE * (reach / unit - .5));
		for (final double other : others) features[at++] = (float) other;
		for (final double[] velocity : new double[][] { cues.arrows()[i], cues.velocities()[i] }) {
			features[at++] = velocity == null ? 0 : 1;
			for (int d = 0; d < dims; d++) features[at++] = velocity == null ? 0 : (float) (VELOCITY_SCALE * velocity[d] / unit);
		}
	}

	/**
	 * @return scenes x objects x dimensions: how objects set off, mean diameters per frame times {@link #VELOCITY_SCALE}: as they were seen
	 *         to move, else as their arrow says on the mean, else not at all
	 */
	float[] departures() {
		final int dims = format.dimensions(), each = format.features();
		final float[] departures = new float[scenes * objects * dims];
		for (int p = 0; p < departures.length; p++) {
			final int end = (p / dims + 1) * each;
			final boolean seen = features[end - dims - 1] > 0;
			departures[p] = features[end - (seen ? dims : 2 * dims + 1) + p % dims];
		}
		return departures;
	}

	/** @return whether an arrow says where an object ends up; objects of all scenes are counted together */
	boolean hasArrow(final int object) {
		return features[(object + 1) * format.features() - 2 * format.dimensions() - 2] > 0;
	}

	private void writeStraight(final int object, final ObjectCues cues, final int i, final double depth, final double unit) {
		final int values = format.tokenValues(), dims = format.dimensions();
		for (int t = 0; t < frames; t++) {
			final int at = (object * frames + t) * values;
			for (int d = 0; d < dims; d++) straight[at + d] = (float) (cues.straight(i, t + 1, d) / (unit * format.reach()));
			straight[at + dims + 1] = (float) depth;
		}
	}

	/** @return values of mean 0 and deviation 1; 0 where they are unknown or all the same */
	private static double[] standardised(final double[] values) {
		final double mean = Arrays.stream(values).average().orElse(0), variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean))
			.average().orElse(0);
		return Arrays.stream(values).map(v -> variance > 0 ? (v - mean) / Math.sqrt(variance) : 0).toArray();
	}

	/** @return the order of the depths, from -1 for the nearest to 1 for the farthest; equal depths have equal ranks */
	static double[] ranks(final double[] depths) {
		final double[] sorted = Arrays.stream(depths).distinct().sorted().toArray();
		return Arrays.stream(depths).map(v -> sorted.length == 1 ? 0 : 2.0 * Arrays.binarySearch(sorted, v) / (sorted.length - 1) - 1).toArray();
	}

	/** @return the object itself, then the nearest others, by the gap between their discs */
	private static int[] nearest(final ObjectScene scene, final int object, final int count) {
		final double[] gaps = new double[scene.objects()];
		for (int j = 0; j < gaps.length; j++) {
			double sum = 0;
			for (int d = 0; d < scene.dimensions(); d++) sum += Math.pow(scene.centres()[j][d] - scene.centres()[object][d], 2);
			gaps[j] = j == object ? Double.NEGATIVE_INFINITY : Math.sqrt(sum) - scene.diameter(j) / 2;
		}
		return IntStream.range(0, gaps.length).boxed().sorted((a, b) -> Double.compare(gaps[a], gaps[b])).limit(count).mapToInt(j -> j).toArray();
	}
}
