package org.motionlayers.simulate.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Look;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Texture;

/**
 * Bright cells on dark ground, one channel, that move as one {@link MotionClass} says. They never touch and stay in the frame.
 *
 * <pre>
 * BodySample made = new Swarm(SwarmOptions.DEFAULT).sample(MotionClass.ROTATION, 1);
 * </pre>
 */
public final class Swarm {

	/** Name of the fact that says the class. */
	public static final String CLASS = "class";

	private static final int SCENES = 400, PLACES = 60;

	/** Longest cell and how it shrinks where there are many: pixels on a frame of 64. */
	private static final double LONGEST = 7.5, CROWDED = 22;

	private static final double GAP = .5;

	/** Directions of their own must not look like a common motion: the part of their square that one explains, at most. */
	private static final double COMMON = .5;

	private final SwarmOptions options;

	/** @param options what swarms are like */
	public Swarm(final SwarmOptions options) {
		this.options = options;
	}

	/** @return a swarm of the class that the seed draws */
	public BodySample sample(final long seed) {
		return sample(MotionClass.values()[new SplittableRandom(~seed).nextInt(MotionClass.values().length)], seed);
	}

	/**
	 * Makes one movie with its truth; its facts name the class.
	 *
	 * @param kind how the cells move
	 * @param seed of everything random
	 * @throws InputException where so many cells do not fit
	 */
	public BodySample sample(final MotionClass kind, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int cells = random.nextInt(options.fewest(), options.most() + 1);
		for (int attempt = 0; attempt < SCENES; attempt++) {
			final Law law = new Law(kind, options.frames(), random);
			final List<Outline> outlines = new ArrayList<>();
			final List<double[][]> paths = new ArrayList<>();
			for (int i = 0; i < cells && outlines.size() == i; i++) add(law, i, cells, outlines, paths, random);
			if (outlines.size() < cells || kind == MotionClass.DIRECTED && cells > 2 && common(paths) > COMMON) continue;
			return made(kind, law, outlines, paths, random, seed);
		}
		throw new InputException(cells + " cells do not fit into " + options.size() + " x " + options.size() + " pixels; fewer are needed.");
	}

	/** Adds a cell that never leaves the frame nor touches another one; none where no place was found. */
	private void add(final Law law, final int i, final int cells, final List<Outline> outlines, final List<double[][]> paths,
		final SplittableRandom random)
	{
		final double length = Math.min(LONGEST, CROWDED / Math.sqrt(cells)) * random.nextDouble(.8, 1);
		final Outline outline = new Outline.Ellipse(length, length * random.nextDouble(.7, 1));
		final double margin = outline.reach() + GAP, side = SwarmOptions.UNIT - 1;
		for (int attempt = 0; attempt < PLACES; attempt++) {
			final double[][] path = law.path(random.nextDouble(margin, side - margin), random.nextDouble(margin, side - margin), (i + random
				.nextDouble()) / cells, random);
			boolean free = true;
			for (int t = 0; t < path.length && free; t++) {
				free = Math.min(path[t][0], path[t][1]) >= margin && Math.max(path[t][0], path[t][1]) <= side - margin;
				for (int j = 0; j < outlines.size() && free; j++) free = Math.hypot(path[t][0] - paths.get(j)[t][0], path[t][1] - paths.get(j)[t][1]) >
					margin + outlines.get(j).reach();
			}
			if (!free) continue;
			outlines.add(outline);
			paths.add(path);
			return;
		}
	}

	/** @return the part of the displacements' square that drift, rotation and divergence explain */
	private static double common(final List<double[][]> paths) {
		final int n = paths.size(), last = paths.get(0).length - 1;
		double x = 0, y = 0, dx = 0, dy = 0;
		for (final double[][] p : paths) {
			x += p[0][0] / n;
			y += p[0][1] / n;
			dx += (p[last][0] - p[0][0]) / n;
			dy += (p[last][1] - p[0][1]) / n;
		}
		double radial = 0, around = 0, extent = 0, all = 0;
		for (final double[][] p : paths) {
			final double rx = p[0][0] - x, ry = p[0][1] - y, mx = p[last][0] - p[0][0], my = p[last][1] - p[0][1];
			radial += rx * mx + ry * my;
			around += rx * my - ry * mx;
			extent += rx * rx + ry * ry;
			all += mx * mx + my * my;
		}
		return (n * (dx * dx + dy * dy) + (radial * radial + around * around) / extent) / all;
	}

	private BodySample made(final MotionClass kind, final Law law, final List<Outline> outlines, final List<double[][]> paths,
		final SplittableRandom random, final long seed)
	{
		final int frames = options.frames(), n = outlines.size();
		final double unit = options.unit();
		final List<Body> bodies = new ArrayList<>();
		final Pose[][] poses = new Pose[frames][n];
		final double[][] velocities = new double[frames][2 * n];
		for (int i = 0; i < n; i++) {
			final Outline.Ellipse outline = (Outline.Ellipse) outlines.get(i);
			final Outline scaled = new Outline.Ellipse(outline.length() * unit, outline.width() * unit);
			bodies.add(new Body(i + 1, scaled, surface(random), i + 1, scaled.area()));
			final double angle = random.nextDouble(-Math.PI, Math.PI);
			// the middle of the frame stays the middle
			for (int t = 0; t < frames; t++) poses[t][i] = new Pose((paths.get(i)[t][0] + .5) * unit - .5, (paths.get(i)[t][1] + .5) * unit - .5,
				angle + law.angle(t));
			for (int t = 0; t < frames; t++) {
				final int from = Math.min(t, frames - 2);
				velocities[t][2 * i] = poses[from + 1][i].x() - poses[from][i].x();
				velocities[t][2 * i + 1] = poses[from + 1][i].y() - poses[from][i].y();
			}
		}
		final Texture ground = new Texture(Texture.Pattern.CLOUDS, grey(.05), grey(.15), 24 * unit, 0, random.nextLong());
		final Look look = new Look(1, ground, options.noise(), random.nextLong(), Look.Edges.SOFT);
		return new BodySample(kind.title(), options.size(), options.size(), look, new Paths(bodies, poses, velocities, new double[frames][2], List
			.of()), seed).withFacts(Map.of(CLASS, kind.title()));
	}

	private Texture surface(final SplittableRandom random) {
		final double bright = random.nextDouble(.6, 1);
		return new Texture(Texture.Pattern.CLOUDS, grey(bright), grey(bright * .6), random.nextDouble(3, 5) * options.unit(), 0, random.nextLong());
	}

	private static double[] grey(final double value) {
		return new double[] { value, value, value };
	}
}
