package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dyn4j.dynamics.BodyFixture;
import org.dyn4j.geometry.Convex;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.MassType;
import org.dyn4j.world.ContactCollisionData;
import org.dyn4j.world.World;
import org.dyn4j.world.listener.ContactListenerAdapter;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.Contact;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;

/** The physics of {@link Collisions}: dyn4j's rigid bodies on a table without gravity, in pixels and frames. */
final class Table {

	/** Steps of the physics in a frame: bodies move less than a quarter of a pixel in one. */
	private static final int STEPS = 32;

	/** Walls are as thick as this, pixels, so that nothing passes through. */
	private static final double WALL = 16;

	private final CollisionOptions options;
	private final List<Body> bodies;
	private final World<org.dyn4j.dynamics.Body> world = new World<>();
	private final List<org.dyn4j.dynamics.Body> solids = new ArrayList<>();
	private final Map<Long, Integer> lastTouch = new HashMap<>();
	private final List<Contact> contacts = new ArrayList<>();
	private int step;

	/**
	 * @param options restitution, drag, walls
	 * @param bodies what moves
	 * @param poses where they start
	 * @param pushes velocities at the start, x and y of every body
	 */
	Table(final CollisionOptions options, final List<Body> bodies, final List<Pose> poses, final double[] pushes) {
		this.options = options;
		this.bodies = bodies;
		world.setGravity(0, 0);
		world.getSettings().setStepFrequency(STEPS);
		world.getSettings().setAtRestDetectionEnabled(false);
		for (int i = 0; i < bodies.size(); i++) {
			final Body body = bodies.get(i);
			final org.dyn4j.dynamics.Body solid = solid(shape(body.outline()), body.label());
			solid.setMass(MassType.NORMAL);
			solid.rotate(poses.get(i).angle());
			solid.translate(poses.get(i).x(), poses.get(i).y());
			solid.setLinearVelocity(pushes[2 * i], pushes[2 * i + 1]);
			solid.setLinearDamping(-Math.log(1 - options.drag()));
			solid.setAngularDamping(-Math.log(1 - options.drag()));
			solids.add(solid);
		}
		if (options.walls() == CollisionOptions.Walls.FRAME) addWalls();
		world.addContactListener(new ContactListenerAdapter<>() {

			@Override
			public void collision(final ContactCollisionData<org.dyn4j.dynamics.Body> data) {
				touch(data.getBody1(), data.getBody2());
			}
		});
	}

	private static Convex shape(final Outline outline) {
		if (outline instanceof Outline.Disc disc) return Geometry.createCircle(disc.radius());
		final Outline.Box box = (Outline.Box) outline;
		return Geometry.createRectangle(box.length(), box.width());
	}

	private org.dyn4j.dynamics.Body solid(final Convex shape, final int label) {
		final org.dyn4j.dynamics.Body solid = new org.dyn4j.dynamics.Body();
		final BodyFixture fixture = solid.addFixture(shape, 1, 0, options.restitution());
		fixture.setRestitutionVelocity(0);
		solid.setUserData(label);
		world.addBody(solid);
		return solid;
	}

	/** The border of the frame runs along the outer edges of its pixels. */
	private void addWalls() {
		final double w = options.width(), h = options.height(), cx = (w - 1) / 2, cy = (h - 1) / 2;
		for (final int side : new int[] { -1, 1 }) {
			wall(Geometry.createRectangle(WALL, h + 2 * WALL), cx + side * (w + WALL) / 2, cy);
			wall(Geometry.createRectangle(w + 2 * WALL, WALL), cx, cy + side * (h + WALL) / 2);
		}
	}

	private void wall(final Convex shape, final double x, final double y) {
		final org.dyn4j.dynamics.Body wall = solid(shape, 0);
		wall.setMass(MassType.INFINITE);
		wall.translate(x, y);
	}

	private void touch(final org.dyn4j.dynamics.Body a, final org.dyn4j.dynamics.Body b) {
		final int one = (Integer) a.getUserData(), other = (Integer) b.getUserData();
		final int first = one == 0 ? other : other == 0 ? one : Math.min(one, other), second = one == 0 || other == 0 ? 0 : Math.max(one, other);
		final Integer last = lastTouch.put((long) first << 32 | second, step);
		if (last == null || last < step - 2) contacts.add(new Contact(step / (double) STEPS, first, second));
	}

	/**
	 * Lets time pass.
	 *
	 * @param camera displacement of the image per frame, x and y, pixels
	 */
	Paths run(final double[] camera) {
		final int frames = options.frames();
		final Pose[][] poses = new Pose[frames][];
		final double[][] velocities = new double[frames][], shifts = new double[frames][];
		for (int t = 0; t < frames; t++) {
			poses[t] = solids.stream().map(s -> new Pose(s.getWorldCenter().x, s.getWorldCenter().y, s.getTransform().getRotationAngle()))
				.toArray(Pose[]::new);
			velocities[t] = solids.stream().flatMapToDouble(s -> java.util.stream.DoubleStream.of(s.getLinearVelocity().x, s
				.getLinearVelocity().y)).toArray();
			shifts[t] = new double[] { t * camera[0], t * camera[1] };
			if (t < frames - 1) for (int k = 0; k < STEPS; k++, step++) world.step(1, 1.0 / STEPS);
		}
		unwrap(poses);
		return new Paths(bodies, poses, velocities, shifts, contacts);
	}

	/** Angles come between -pi and pi; a body that turns on must not jump back. */
	private static void unwrap(final Pose[][] poses) {
		for (int t = 1; t < poses.length; t++) for (int i = 0; i < poses[t].length; i++) {
			final double turn = Math.IEEEremainder(poses[t][i].angle() - poses[t - 1][i].angle(), 2 * Math.PI);
			poses[t][i] = new Pose(poses[t][i].x(), poses[t][i].y(), poses[t - 1][i].angle() + turn);
		}
	}
}
