package org.motionlayers.simulate.swarm;

import java.util.SplittableRandom;

/**
 * One instance of a class of motion: how a cell moves from where it starts. Lengths are pixels on a frame of 64; speeds are those of a clip of 16
 * frames, of others in proportion, so that collective motions end as far.
 */
final class Law {

	/** Speed of cells that keep a direction, alone or together, pixels per frame. */
	private static final double[] SPEED = { .6, 1.1 };

	/** Standard deviation of a free step along an axis; of the place of a trembling cell. */
	private static final double STEP = .75, CAGE = .75;

	/** Frames over which a trembling cell forgets where it was. */
	private static final double MEMORY = 1.2;

	/** Angle of a whole rotation, radians; growth of distances in a divergence, their part left after a convergence. */
	private static final double[] TURN = { .5, .8 }, GROWTH = { 1.3, 1.5 }, LEFT = { .6, .75 };

	/** What cells of a collective motion do by themselves, standard deviation per frame along an axis. */
	private static final double OWN = .05;

	/** Frames of the clip that speeds are given for, less one. */
	private static final double STEPS = 15;

	private final MotionClass kind;
	private final int frames;
	private final double centreX;
	private final double centreY;
	private final double direction;
	private final double strength;

	/**
	 * Draws an instance.
	 *
	 * @param kind the class
	 * @param frames of the clip
	 * @param random source of its strength, direction and centre
	 */
	Law(final MotionClass kind, final int frames, final SplittableRandom random) {
		this.kind = kind;
		this.frames = frames;
		final double middle = (SwarmOptions.UNIT - 1) / 2.0;
		centreX = middle + random.nextDouble(-3, 3);
		centreY = middle + random.nextDouble(-3, 3);
		direction = random.nextDouble(-Math.PI, Math.PI);
		strength = switch (kind) {
			case ROTATION -> (random.nextBoolean() ? 1 : -1) * draw(random, TURN);
			case DIVERGENCE -> draw(random, GROWTH) - 1;
			case CONVERGENCE -> draw(random, LEFT) - 1;
			default -> draw(random, SPEED) * STEPS;
		};
	}

	private static double draw(final SplittableRandom random, final double[] range) {
		return random.nextDouble(range[0], range[1]);
	}

	/**
	 * The way of one cell.
	 *
	 * @param x where it starts
	 * @param y where it starts
	 * @param share its place in a circle of directions, 0 to 1, where every cell has one of its own
	 * @param random source of its own steps
	 * @return frames x (x, y)
	 */
	double[][] path(final double x, final double y, final double share, final SplittableRandom random) {
		final double[][] path = new double[frames][];
		final double own = direction + 2 * Math.PI * share, speed = draw(random, SPEED) * STEPS;
		double walkX = 0, walkY = 0;
		for (int t = 0; t < frames; t++) {
			final double s = t / (frames - 1.0);
			final double[] at = switch (kind) {
				case DIRECTED -> new double[] { x + s * speed * Math.cos(own), y + s * speed * Math.sin(own) };
				case DRIFT -> new double[] { x + s * strength * Math.cos(direction), y + s * strength * Math.sin(direction) };
				case ROTATION -> turned(x, y, s * strength);
				case DIVERGENCE, CONVERGENCE -> new double[] { x + s * strength * (x - centreX), y + s * strength * (y - centreY) };
				case CONFINED, BROWNIAN, STILL -> new double[] { x, y };
			};
			path[t] = new double[] { at[0] + walkX, at[1] + walkY };
			walkX = next(walkX, random);
			walkY = next(walkY, random);
		}
		return path;
	}

	private double[] turned(final double x, final double y, final double angle) {
		final double dx = x - centreX, dy = y - centreY;
		return new double[] { centreX + Math.cos(angle) * dx - Math.sin(angle) * dy, centreY + Math.sin(angle) * dx + Math.cos(angle) * dy };
	}

	/** @return where a cell's own wandering takes it in the next frame, along one axis */
	private double next(final double walk, final SplittableRandom random) {
		final double slowness = STEPS / (frames - 1);
		return switch (kind) {
			case STILL -> 0;
			case BROWNIAN -> walk + STEP * Math.sqrt(slowness) * random.nextGaussian();
			case CONFINED -> {
				final double kept = Math.exp(-slowness / MEMORY);
				yield kept * walk + CAGE * Math.sqrt(1 - kept * kept) * random.nextGaussian();
			}
			default -> walk + OWN * Math.sqrt(slowness) * random.nextGaussian();
		};
	}

	/** @return by how much a cell has turned at frame t, radians */
	double angle(final int t) {
		return kind == MotionClass.ROTATION ? strength * t / (frames - 1) : 0;
	}
}
