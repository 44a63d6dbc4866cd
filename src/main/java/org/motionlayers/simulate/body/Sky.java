package org.motionlayers.simulate.body;

import org.motionlayers.simulate.body.Wind.Point;

/**
 * Clouds that drift: smooth random patches of several sizes, carried by a {@link Wind} that never changes. What is seen at a place in frame t
 * is what was, in frame 0, where the wind came from; so the flow is known exactly.
 */
public final class Sky implements Backdrop {

	/** Every octave is this much finer and fainter than the one before. */
	private static final double FINER = .5, FAINTER = .55;

	private final double[] first;
	private final double[] second;
	private final double period;
	private final int octaves;
	private final long seed;
	private final Wind wind;
	private final Journey journey = new Journey();

	/** Where the pixels of the frame that was asked for last came from: the next frame's are one step farther. */
	private static final class Journey {

		private int frame = -1;
		private Point[] origins = new Point[0];
		private double[] asked = new double[0];
	}

	/**
	 * @param first red, green, blue of clear sky, 0 to 1
	 * @param second red, green, blue of clouds, 0 to 1
	 * @param period size of the largest patches, pixels
	 * @param octaves number of sizes, each half of the one before
	 * @param seed of the patches
	 * @param wind what carries them
	 */
	public Sky(final double[] first, final double[] second, final double period, final int octaves, final long seed, final Wind wind) {
		this.first = first.clone();
		this.second = second.clone();
		this.period = period;
		this.octaves = octaves;
		this.seed = seed;
		this.wind = wind;
	}

	@Override
	public synchronized double[] shares(final int t, final int width, final int height, final double shiftX, final double shiftY) {
		final double[] asked = { width, height, shiftX, shiftY };
		if (journey.frame > t || !java.util.Arrays.equals(asked, journey.asked)) {
			journey.frame = 0;
			journey.asked = asked;
			journey.origins = new Point[width * height];
			for (int p = 0; p < journey.origins.length; p++) journey.origins[p] = new Point(p % width - shiftX, p / width - shiftY);
		}
		for (; journey.frame < t; journey.frame++) for (int p = 0; p < journey.origins.length; p++) journey.origins[p] = wind.before(journey.origins[p]);
		final double[] shares = new double[journey.origins.length];
		for (int p = 0; p < shares.length; p++) shares[p] = share(journey.origins[p]);
		return shares;
	}

	/** Value noise of all octaves, stretched to 0 to 1 about its mean. */
	private double share(final Point at) {
		double sum = 0, weight = 1, weights = 0, size = period;
		for (int k = 0; k < octaves; k++) {
			sum += weight * Noise.smooth(seed + k, at.x() / size, at.y() / size);
			weights += weight;
			weight *= FAINTER;
			size *= FINER;
		}
		return Math.max(0, Math.min(1, .5 + 1.6 * (sum / weights - .5)));
	}

	@Override
	public double value(final int channel, final double share) {
		return first[channel] + share * (second[channel] - first[channel]);
	}

	@Override
	public double[] step(final double x, final double y) {
		final Point before = wind.before(new Point(x, y));
		return new double[] { x - before.x(), y - before.y() };
	}

	@Override
	public boolean still() {
		return false;
	}
}
