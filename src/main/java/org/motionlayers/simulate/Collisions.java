package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Look;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Texture;

/**
 * Discs and boxes on a table seen from above: some are pushed, the others move when they are hit. Rigid bodies in the plane by dyn4j, so
 * momentum is carried on.
 */
public final class Collisions {

	private static final int ATTEMPTS = 400;

	/** Pixels between any two bodies at the start, at least. */
	private static final double GAP = 1;

	/** A push goes towards another body this often, or many scenes would have no collision. */
	private static final double AIMED = 0.8;

	/** Size of bodies as part of the shorter side of the frame. */
	private static final double SMALLEST = 0.10, LARGEST = 0.20;

	/** Length and distance of dominoes in widths of one. */
	private static final double DOMINO_LENGTH = 4, DOMINO_DISTANCE = 2.2;

	private final CollisionOptions options;

	/** @param options what collides, and how */
	public Collisions(final CollisionOptions options) {
		this.options = options;
	}

	/**
	 * Makes one movie with its truth.
	 *
	 * @param seed of everything random
	 * @throws InputException where so many bodies do not fit into the frame
	 */
	public BodySample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final List<Pose> poses = new ArrayList<>();
			final List<Body> bodies = options.bodies() == CollisionOptions.Bodies.DOMINOES ? dominoes(random, poses) : scattered(random, poses);
			if (bodies.size() < options.objects()) continue;
			final double[] pushes = pushes(random, poses);
			final Look look = new Look(3, Texture.random(random, 0, .45, .6), 0, 0);
			return new BodySample("collisions", options.width(), options.height(), look, new Table(options, bodies, poses, pushes).run(
				cameraVelocity(random)), seed);
		}
		throw new InputException(options.objects() + " bodies do not fit into " + options.width() + " x " + options.height() +
			" pixels; fewer bodies or a larger frame are needed.");
	}

	/**
	 * Pushes the same bodies from the same places in another way. The camera rests.
	 *
	 * @param sample a movie that was made with the same options
	 * @param pushes velocities at the start, x and y of every body, pixels per frame
	 * @return what comes of it, drawn as the sample is
	 */
	public BodySample again(final BodySample sample, final double[] pushes) {
		return sample.withPaths(new Table(options, sample.paths().bodies(), List.of(sample.paths().poses()[0]), pushes).run(new double[2]));
	}

	/**
	 * Draws another push of a body, as likely as it is in {@link #sample}.
	 *
	 * @param sample where all bodies are
	 * @param body which is pushed, 0 first
	 * @param random draws it
	 * @return velocity along x and y, pixels per frame
	 */
	public double[] push(final BodySample sample, final int body, final SplittableRandom random) {
		return push(random, List.of(sample.paths().poses()[0]), body);
	}

	private double[] cameraVelocity(final SplittableRandom random) {
		if (options.camera() == 0) return new double[2];
		return new double[] { random.nextDouble(-options.camera(), options.camera()), random.nextDouble(-options.camera(), options.camera()) };
	}

	private List<Body> scattered(final SplittableRandom random, final List<Pose> poses) {
		final List<Body> bodies = new ArrayList<>();
		for (int label = 1; label <= options.objects(); label++) {
			final Outline outline = outline(random);
			final Pose pose = place(random, outline, bodies, poses);
			if (pose == null) break;
			bodies.add(body(label, outline, random));
			poses.add(pose);
		}
		return bodies;
	}

	private Outline outline(final SplittableRandom random) {
		final double side = Math.min(options.width(), options.height());
		final boolean disc = options.bodies() == CollisionOptions.Bodies.DISCS || options.bodies() == CollisionOptions.Bodies.MIXED && random
			.nextBoolean();
		final double size = side * random.nextDouble(SMALLEST, LARGEST);
		return disc ? new Outline.Disc(size / 2) : new Outline.Box(size, side * random.nextDouble(SMALLEST, LARGEST));
	}

	private static Body body(final int label, final Outline outline, final SplittableRandom random) {
		return new Body(label, outline, Texture.random(random, .6, 1, .5), label, outline.area());
	}

	/** @return a place where the body touches neither another one nor the border, null where none was found */
	private Pose place(final SplittableRandom random, final Outline outline, final List<Body> bodies, final List<Pose> poses) {
		final double margin = outline.reach() + GAP;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Pose pose = new Pose(random.nextDouble(margin, options.width() - 1 - margin), random.nextDouble(margin, options.height() - 1 -
				margin), outline instanceof Outline.Disc ? 0 : random.nextDouble(0, Math.PI));
			boolean free = true;
			for (int i = 0; i < bodies.size(); i++) free &= Math.hypot(pose.x() - poses.get(i).x(), pose.y() - poses.get(i).y()) > outline
				.reach() + bodies.get(i).outline().reach() + GAP;
			if (free) return pose;
		}
		return null;
	}

	/** A row through the middle of the frame, along one of its diagonals or sides. */
	private List<Body> dominoes(final SplittableRandom random, final List<Pose> poses) {
		final double side = Math.min(options.width(), options.height());
		final double distance = .8 * side / options.objects(), thickness = Math.max(2, distance / DOMINO_DISTANCE);
		if (distance < thickness + GAP) return List.of();
		final Outline outline = new Outline.Box(thickness, Math.min(DOMINO_LENGTH * thickness, side / 3));
		final double angle = random.nextInt(8) * Math.PI / 4;
		final List<Body> bodies = new ArrayList<>();
		for (int i = 0; i < options.objects(); i++) {
			final double along = (i - (options.objects() - 1) / 2.0) * distance;
			poses.add(new Pose((options.width() - 1) / 2.0 + along * Math.cos(angle), (options.height() - 1) / 2.0 + along * Math.sin(angle),
				angle));
			bodies.add(body(i + 1, outline, random));
		}
		return bodies;
	}

	/** @return velocities, x and y of every body, pixels per frame; dominoes are pushed along their row, the first ones of it */
	private double[] pushes(final SplittableRandom random, final List<Pose> poses) {
		final double[] velocities = new double[2 * options.objects()];
		final int[] order = options.bodies() == CollisionOptions.Bodies.DOMINOES ? IntStream.range(0, options.objects()).toArray()
			: shuffled(random, options.objects());
		for (int n = 0; n < options.pushed(); n++) System.arraycopy(push(random, poses, order[n]), 0, velocities, 2 * order[n], 2);
		return velocities;
	}

	private double[] push(final SplittableRandom random, final List<Pose> poses, final int i) {
		final double speed = random.nextDouble(options.slowest(), Math.nextUp(options.fastest()));
		final double direction = options.bodies() == CollisionOptions.Bodies.DOMINOES ? poses.get(i).angle() : direction(random, poses, i);
		return new double[] { speed * Math.cos(direction), speed * Math.sin(direction) };
	}

	/** @return 0 to count - 1 in random order */
	static int[] shuffled(final SplittableRandom random, final int count) {
		final int[] order = new int[count];
		for (int i = 0; i < count; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}

	private double direction(final SplittableRandom random, final List<Pose> poses, final int i) {
		if (poses.size() == 1 || random.nextDouble() > AIMED) return random.nextDouble(-Math.PI, Math.PI);
		final int other = (i + 1 + random.nextInt(poses.size() - 1)) % poses.size();
		return Math.atan2(poses.get(other).y() - poses.get(i).y(), poses.get(other).x() - poses.get(i).x());
	}
}
