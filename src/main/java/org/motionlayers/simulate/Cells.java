package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Look;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Texture;

/**
 * Cells on a dish, bright on dark in one channel: persistent random walkers that turn away from what they touch, or stream together.
 */
public final class Cells {

	private static final int ATTEMPTS = 400;

	/** Size as part of what would fill the frame. */
	private static final double FILLED = .3;

	/** Width of a cell in lengths, thinnest. */
	private static final double THINNEST = .7;

	private final CellOptions options;

	/** @param options the cells */
	public Cells(final CellOptions options) {
		this.options = options;
	}

	/**
	 * Makes one movie with its truth.
	 *
	 * @param seed of everything random
	 * @throws InputException where so many cells do not fit into the frame
	 */
	public BodySample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<Body> bodies = new ArrayList<>();
		final List<Pose> poses = new ArrayList<>();
		for (int label = 1; label <= options.objects(); label++) {
			final Outline outline = outline(random);
			final Pose pose = place(random, outline, bodies, poses);
			bodies.add(new Body(label, outline, surface(random), label, outline.area()));
			poses.add(pose);
		}
		final double[] camera = options.camera() == 0 ? new double[2] : new double[] { random.nextDouble(-options.camera(), options.camera()),
			random.nextDouble(-options.camera(), options.camera()) };
		final Look look = new Look(1, new Texture(Texture.Pattern.CLOUDS, grey(.05), grey(.15), 24, 0, random.nextLong()), options.noise(),
			random.nextLong());
		return new BodySample("cells", options.width(), options.height(), look, new Dish(options, bodies, poses, random).run(camera), seed);
	}

	private Outline outline(final SplittableRandom random) {
		final double typical = Math.sqrt(FILLED * options.width() * options.height() / options.objects());
		final double length = Math.min(typical, Math.min(options.width(), options.height()) / 5.0) * random.nextDouble(.7, 1);
		return new Outline.Ellipse(length, length * random.nextDouble(THINNEST, 1));
	}

	private static Texture surface(final SplittableRandom random) {
		final double bright = random.nextDouble(.5, 1);
		return new Texture(Texture.Pattern.CLOUDS, grey(bright), grey(bright * .6), random.nextDouble(3, 6), 0, random.nextLong());
	}

	private static double[] grey(final double value) {
		return new double[] { value, value, value };
	}

	private Pose place(final SplittableRandom random, final Outline outline, final List<Body> bodies, final List<Pose> poses) {
		final double reach = outline.reach();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Pose pose = new Pose(random.nextDouble(reach, options.width() - 1 - reach), random.nextDouble(reach, options.height() - 1 -
				reach), random.nextDouble(-Math.PI, Math.PI));
			boolean free = true;
			for (int i = 0; i < bodies.size(); i++) free &= Math.hypot(pose.x() - poses.get(i).x(), pose.y() - poses.get(i).y()) > reach +
				bodies.get(i).outline().reach();
			if (free) return pose;
		}
		throw new InputException(options.objects() + " cells do not fit into " + options.width() + " x " + options.height() +
			" pixels; fewer cells or a larger frame are needed.");
	}
}
