package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.List;
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
 * Vehicles in lanes that follow each other by the Intelligent Driver Model (Treiber et al. 2000): each keeps its distance, and brakes
 * when the one before it does.
 */
public final class Traffic {

	/** Steps of the model in a frame. */
	private static final int STEPS = 16;

	private static final double TWO_WAYS = 0.5;

	private final TrafficOptions options;

	/** @param options the road */
	public Traffic(final TrafficOptions options) {
		this.options = options;
	}

	/**
	 * Makes one movie with its truth.
	 *
	 * @param seed of everything random
	 * @throws InputException where so many vehicles do not fit into a lane
	 */
	public BodySample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final boolean upright = random.nextBoolean(), twoWays = random.nextDouble() < TWO_WAYS;
		final List<Lane> lanes = new ArrayList<>();
		final double road = upright ? options.height() : options.width(), across = upright ? options.width() : options.height();
		final int[] order = Collisions.shuffled(random, options.lanes());
		for (int k = 0; k < options.lanes(); k++) lanes.add(new Lane(options, road, across / options.lanes(), order[k] < options.brakes(),
			random));
		final List<Body> bodies = new ArrayList<>();
		for (final Lane lane : lanes) for (int i = 0; i < options.vehicles(); i++) bodies.add(new Body(bodies.size() + 1, lane.outline(i),
			Texture.random(random, .6, 1, .3), bodies.size() + 1, lane.outline(i).area()));
		final double[] camera = options.camera() == 0 ? new double[2] : new double[] { random.nextDouble(-options.camera(), options.camera()),
			random.nextDouble(-options.camera(), options.camera()) };
		final Look look = new Look(3, Texture.random(random, .1, .3, .5), 0, 0);
		return new BodySample("traffic", options.width(), options.height(), look, drive(lanes, bodies, upright, twoWays, camera), seed);
	}

	private Paths drive(final List<Lane> lanes, final List<Body> bodies, final boolean upright, final boolean twoWays,
		final double[] camera)
	{
		final Pose[][] poses = new Pose[options.frames()][bodies.size()];
		final double[][] velocities = new double[options.frames()][2 * bodies.size()], shifts = new double[options.frames()][];
		for (int t = 0; t < options.frames(); t++) {
			shifts[t] = new double[] { t * camera[0], t * camera[1] };
			for (int k = 0, n = 0; k < lanes.size(); k++) for (int i = 0; i < options.vehicles(); i++, n++) {
				final boolean back = twoWays && k >= lanes.size() / 2;
				poses[t][n] = pose(lanes.get(k), k, i, upright, back);
				velocities[t][2 * n + (upright ? 1 : 0)] = back ? -lanes.get(k).speed(i) : lanes.get(k).speed(i);
			}
			for (final Lane lane : lanes) for (int s = 0; s < STEPS; s++) lane.step(t + s / (double) STEPS, 1.0 / STEPS);
		}
		return new Paths(bodies, poses, velocities, shifts, List.of());
	}

	private Pose pose(final Lane lane, final int number, final int vehicle, final boolean upright, final boolean back) {
		final double length = upright ? options.height() : options.width(), across = (number + .5) * (upright ? options.width() : options
			.height()) / options.lanes() - .5;
		final double along = back ? length - 1 - lane.position(vehicle) : lane.position(vehicle);
		final double angle = (upright ? Math.PI / 2 : 0) + (back ? Math.PI : 0);
		return upright ? new Pose(across, along, angle) : new Pose(along, across, angle);
	}
}
