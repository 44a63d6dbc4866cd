package org.motionlayers.dreamer.clip;

import java.util.SplittableRandom;

import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;

/**
 * Simulated collisions to learn from: 2 to 6 discs and boxes, one or two of them pushed at 1.5 to 4 pixels per frame on 64 pixels (as much
 * of the side on other grids), four of five scenes elastic, one of ten seen by a camera that moves.
 *
 * @param side of the grid, pixels
 * @param frames number of future frames
 */
public record CollisionClips(int side, int frames) {

	/** Scenes of this seed and larger ones are never trained on. */
	public static final long HELD_OUT = 1_000_000_000L;

	private static final int FEWEST = 2, MOST = 6;

	private static final double ELASTIC = .8, MOVING_CAMERA = .1;

	/** Speeds per pixel of the side. */
	private static final double SLOWEST = 1.5 / 64, FASTEST = 4.0 / 64, CAMERA = 1.0 / 64;

	/** A scene of which frame 0 is where the push begins. */
	public Clip clip(final long seed) {
		return Clip.of(sample(seed), 0, frames);
	}

	/** @return the simulation behind {@link #clip}, with its contacts */
	public BodySample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int objects = random.nextInt(FEWEST, MOST + 1), pushed = Math.min(objects, 1 + random.nextInt(2));
		final double restitution = random.nextDouble() < ELASTIC ? 1 : random.nextDouble();
		final double camera = random.nextDouble() < MOVING_CAMERA ? CAMERA * side : 0;
		final CollisionOptions options = new CollisionOptions(side, side, frames + 1, objects, CollisionOptions.Bodies.MIXED, pushed, SLOWEST * side,
			FASTEST * side, restitution, 0, CollisionOptions.Walls.FRAME, camera);
		return new Collisions(options).sample(random.nextLong());
	}

	/** @return a scene to train on */
	public Clip draw(final SplittableRandom random) {
		return clip(random.nextLong(HELD_OUT));
	}
}
