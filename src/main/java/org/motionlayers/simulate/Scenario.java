package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/**
 * The scenes that can be made to learn from, by the names that users give them. Each has exact truth: frames, labels, tracks, flow, depth.
 *
 * <pre>
 * BodySample scene = Scenario.COLLISIONS.sample(ScenarioOptions.DEFAULT.withObjects(7), 1);
 * </pre>
 */
public enum Scenario {

	/** Discs and boxes on a table, some of them pushed: the others move when they are hit. */
	COLLISIONS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			return collisions(options, options.objects(CollisionOptions.DEFAULT.objects()), CollisionOptions.Bodies.MIXED, seed);
		}
	},

	/** A row of dominoes seen from above, pushed at one end. */
	DOMINOES {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			return collisions(options, options.objects(USUAL_DOMINOES), CollisionOptions.Bodies.DOMINOES, seed);
		}
	},

	/** Vehicles in lanes; where the first one brakes, those behind it do too. Objects are spread evenly over at most four lanes. */
	TRAFFIC {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			requireNoPushes(options, "vehicles");
			final TrafficOptions usual = TrafficOptions.DEFAULT;
			final int vehicles = options.objects(usual.lanes() * usual.vehicles());
			int lanes = usual.lanes();
			while (vehicles % lanes != 0) lanes--;
			return new Traffic(new TrafficOptions(options.size(), options.size(), options.frames(), lanes, vehicles / lanes, usual.speed(), Math
				.min(lanes, usual.brakes()), options.camera())).sample(seed);
		}
	},

	/** Cells that crawl, keep their direction for a while and turn away from what they touch. */
	CELLS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			return cells(options, CellOptions.DEFAULT.inhibition(), 0, seed);
		}
	},

	/** Cells that align with their neighbours and move together. */
	STREAMS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			return cells(options, 0, STREAMING, seed);
		}
	},

	/** Coloured shapes that move, rotate, are picked up and placed on others or contain others, and the caption that says so. */
	CAPTIONS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			requireNoPushes(options, "captioned shapes");
			requireNoCamera(options, "captioned shapes");
			final CaptionOptions usual = CaptionOptions.DEFAULT.withSize(options.size(), options.frames());
			return new CaptionedShapes(options.objects() == 0 ? usual : usual.withObjects(options.objects(), options.objects())).sample(seed).scene();
		}
	},

	/** Cells that move as one of eight classes of motion says; the seed draws the class. */
	MOTIONS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			requireNoPushes(options, "cells");
			requireNoCamera(options, "classes of motion");
			final SwarmOptions usual = SwarmOptions.DEFAULT.withSize(options.size(), options.frames());
			return new Swarm(options.objects() == 0 ? usual : usual.withCells(options.objects(), options.objects())).sample(seed);
		}
	},

	/** Clouds that a smooth wind carries: a texture that moves, without objects. */
	CLOUDS {

		@Override
		BodySample draw(final ScenarioOptions options, final long seed) {
			requireNoPushes(options, "clouds");
			requireNoCamera(options, "clouds");
			if (options.objects() != 0) throw new InputException("objects=" + options.objects() + ": clouds have no objects; leave objects=0.");
			return new Clouds(CloudOptions.DEFAULT.withSize(options.size(), options.size(), options.frames())).sample(seed);
		}
	};

	/** Dominoes of a row that fits into every frame. */
	private static final int USUAL_DOMINOES = 6;

	/** How strongly cells of a stream align. */
	private static final double STREAMING = 2;

	/**
	 * Makes one scene.
	 *
	 * @param options what is asked for
	 * @param seed of everything random: the same options and seed give the same scene
	 * @return movie and truth
	 * @throws InputException where the objects do not fit, or an option has no meaning in this scene
	 */
	public BodySample sample(final ScenarioOptions options, final long seed) {
		return draw(options, seed);
	}

	abstract BodySample draw(ScenarioOptions options, long seed);

	private static BodySample collisions(final ScenarioOptions options, final int objects, final CollisionOptions.Bodies bodies,
		final long seed)
	{
		if (options.pushed() > objects) throw new InputException("pushed=" + options.pushed() + ": there are " + objects + " bodies; 0 to " +
			objects + " can be pushed.");
		return new Collisions(CollisionOptions.DEFAULT.withSize(options.size(), options.size(), options.frames()).withBodies(objects, bodies, options
			.pushed()).withContacts(options.restitution(), 0).withCamera(options.camera())).sample(seed);
	}

	private static BodySample cells(final ScenarioOptions options, final double inhibition, final double stream, final long seed) {
		requireNoPushes(options, "cells");
		final CellOptions usual = CellOptions.DEFAULT;
		return new Cells(new CellOptions(options.size(), options.size(), options.frames(), options.objects(usual.objects()), usual.speed(), usual
			.persistence(), inhibition, stream, usual.noise(), options.camera())).sample(seed);
	}

	private static void requireNoCamera(final ScenarioOptions options, final String things) {
		if (options.camera() != 0) throw new InputException("camera=" + options.camera() + ": " + things +
			" are seen by a camera at rest; leave camera=0.");
	}

	private static void requireNoPushes(final ScenarioOptions options, final String things) {
		if (options.pushed() != ScenarioOptions.DEFAULT.pushed() || options.restitution() != ScenarioOptions.DEFAULT.restitution())
			throw new InputException("pushed=" + options.pushed() + ", restitution=" + options.restitution() + ": " + things +
				" move by themselves and do not bounce; leave pushed=" + ScenarioOptions.DEFAULT.pushed() + " restitution=" +
				ScenarioOptions.DEFAULT.restitution() + ", or choose collisions or dominoes.");
	}
}
