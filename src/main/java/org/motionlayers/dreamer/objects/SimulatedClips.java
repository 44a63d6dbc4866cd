package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.CellOptions;
import org.motionlayers.simulate.Cells;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.Traffic;
import org.motionlayers.simulate.TrafficOptions;
import org.motionlayers.simulate.body.BodySample;

/**
 * Clips of simulated scenes, without drawing a pixel: outlines and paths say all that object space needs. Scenes of training have seeds
 * below {@link #HELD_OUT}, scenes to judge by have seeds from there on.
 */
public enum SimulatedClips {

	/**
	 * Discs and boxes on a table, most of them at rest until they are hit: mostly five bodies, one pushed, elastic; else two to seven,
	 * one or two pushed, inelastic, sliding, in rows, or leaving the frame.
	 */
	COLLISIONS {

		@Override
		BodySample sample(final int frames, final SplittableRandom random) {
			CollisionOptions options = CollisionOptions.DEFAULT.withSize(64, 64, frames);
			if (random.nextDouble() < USUAL) return new Collisions(options).sample(random.nextLong());
			final CollisionOptions.Bodies kind = CollisionOptions.Bodies.values()[random.nextInt(CollisionOptions.Bodies.values().length)];
			final int bodies = random.nextInt(2, 8);
			options = options.withBodies(bodies, kind, random.nextInt(1, 3));
			if (random.nextDouble() < .3) options = options.withContacts(random.nextDouble(.2, 1), random.nextDouble(0, .1));
			if (random.nextDouble() < .15) options = options.withWalls(CollisionOptions.Walls.NONE);
			return new Collisions(options).sample(random.nextLong());
		}
	},

	/** Cells that crawl, turn away from what they touch, or stream together; sparse and dense. */
	CELLS {

		@Override
		BodySample sample(final int frames, final SplittableRandom random) {
			final CellOptions options = CellOptions.DEFAULT.withSize(128, 128, frames, random.nextInt(4, 13)).withBehaviour(random.nextDouble(2,
				16), random.nextDouble(0, 2), random.nextBoolean() ? 0 : random.nextDouble(0, 1));
			return new Cells(options).sample(random.nextLong());
		}
	},

	/** Lanes of cars, of which followers brake. */
	TRAFFIC {

		@Override
		BodySample sample(final int frames, final SplittableRandom random) {
			return new Traffic(TrafficOptions.DEFAULT.withSize(128, 128, frames)).sample(random.nextLong());
		}
	};

	/** The first seed of scenes that nothing is trained on. */
	public static final long HELD_OUT = 1_000_000_000;

	private static final double USUAL = .85;

	/** Scenes that do not fit their frame are drawn anew, so often at most. */
	private static final int ATTEMPTS = 100;

	abstract BodySample sample(int frames, SplittableRandom random);

	/**
	 * @param frames number of future frames
	 * @param seed of the scene
	 * @return one clip; the first frame of the scene is its reference frame
	 */
	public ObjectClip clip(final int frames, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) try {
			return BodyClips.clip(sample(frames + 1, random), frames);
		}
		catch (final InputException tooFull) {
			// another draw has smaller or fewer bodies
		}
		throw new IllegalStateException("No scene of " + this + " fits its frame.");
	}

	/**
	 * @param frames number of future frames
	 * @param count how many clips
	 * @param seed of the first; the others follow
	 * @return clips, the same for the same seed
	 */
	public List<ObjectClip> clips(final int frames, final int count, final long seed) {
		return new ArrayList<>(IntStream.range(0, count).parallel().mapToObj(k -> clip(frames, seed + k)).toList());
	}
}
