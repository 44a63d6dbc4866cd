package org.motionlayers.simulate;

import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Look;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Sky;
import org.motionlayers.simulate.body.Wind;

/** Clouds that a smooth wind carries over the sky, in colour: a texture that moves, without objects. */
public final class Clouds {

	/** Size of the largest clouds and length of the whirls, as part of the shorter side. */
	private static final double CLOUD = .4, WHIRL = .8;

	private static final int OCTAVES = 3;

	private final CloudOptions options;

	/** @param options the clouds */
	public Clouds(final CloudOptions options) {
		this.options = options;
	}

	/**
	 * Makes one movie with its truth, which is its flow: there are no bodies.
	 *
	 * @param seed of everything random
	 */
	public BodySample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double side = Math.min(options.width(), options.height()), dark = random.nextDouble(.25, .5), bright = random.nextDouble(.8, 1);
		final Wind wind = new Wind(random, options.drift() * random.nextDouble(.3, 1), options.swirl() * random.nextDouble(.3, 1), WHIRL * side);
		final Sky sky = new Sky(new double[] { .4 * dark, .7 * dark, dark + .3 }, new double[] { bright, bright, bright }, CLOUD * side, OCTAVES,
			random.nextLong(), wind);
		final Paths paths = new Paths(List.of(), new Pose[options.frames()][0], new double[options.frames()][0], new double[options.frames()][2],
			List.of());
		return new BodySample("clouds", options.width(), options.height(), new Look(3, sky, 0, 0), paths, seed);
	}
}
