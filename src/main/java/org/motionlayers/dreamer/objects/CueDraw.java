package org.motionlayers.dreamer.objects;

import java.util.SplittableRandom;

/**
 * What a clip in training is left to know of its motion. Arrows are dropped object by object (the sound variant of Motion Dreamer, Eq. 9),
 * so that the motion of some has to be reasoned out of that of others.
 *
 * @param dropped probability p that an object loses its arrow
 * @param allKept part of the clips whose objects keep all arrows
 * @param allDropped part of the clips whose objects lose all arrows
 * @param pushed part of the clips in which the objects that move at the start keep their arrows and only they do, as users draw them
 * @param seen part of the clips in which the motion into the reference frame is known, as in a time-lapse
 */
public record CueDraw(double dropped, double allKept, double allDropped, double pushed, double seen) {

	/** Half of the arrows dropped; some clips with all, some with none; most with those of pushed objects alone, as users draw them. */
	public static final CueDraw DEFAULT = new CueDraw(.5, .05, .05, .7, .2);

	/** An object moves at the start if it is faster than this, pixels per frame over its diameter. */
	private static final double STILL = .01;

	/** @return the same with another probability to drop an arrow */
	public CueDraw withDropped(final double p) {
		return new CueDraw(p, allKept, allDropped, pushed, seen);
	}

	/** @return what is left to know of a clip over so many frames */
	ObjectCues draw(final ObjectClip clip, final int frames, final SplittableRandom random) {
		final int n = clip.scene().objects();
		final double kind = random.nextDouble();
		final boolean known = random.nextDouble() < seen;
		final double[][] arrows = new double[n][], velocities = new double[n][];
		for (int i = 0; i < n; i++) {
			if (keeps(clip, i, kind, random)) arrows[i] = clip.instanceFlow(i, frames);
			if (known && clip.velocities()[i] != null) velocities[i] = toDouble(clip.velocities()[i]);
		}
		return new ObjectCues(arrows, velocities);
	}

	private boolean keeps(final ObjectClip clip, final int object, final double kind, final SplittableRandom random) {
		final boolean survives = random.nextDouble() >= dropped;
		if (kind < allKept) return true;
		if (kind < allKept + allDropped) return false;
		return kind < allKept + allDropped + pushed ? moves(clip, object) : survives;
	}

	private static boolean moves(final ObjectClip clip, final int object) {
		final float[] velocity = clip.velocities()[object];
		double sum = 0;
		if (velocity != null) for (final float v : velocity) sum += v * v;
		return Math.sqrt(sum) > STILL * clip.scene().diameter(object);
	}

	static double[] toDouble(final float[] vector) {
		final double[] values = new double[vector.length];
		for (int d = 0; d < values.length; d++) values[d] = vector[d];
		return values;
	}
}
