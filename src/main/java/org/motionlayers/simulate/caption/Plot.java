package org.motionlayers.simulate.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.motionlayers.simulate.body.Pose;

/** What the objects of a scene do: one or two of them act, without running into each other or out of the frame. */
final class Plot {

	/** Times at which ways are compared, over the whole clip. */
	private static final int MOMENTS = 32;

	/** Pixels on a frame of 64 that are left between objects that pass each other. */
	private static final double GAP = .5;

	/** Kinds of action, as often one as the other; those before {@link #PLACE} need no second object. */
	enum Kind {
		MOVE, STOP, TURN, PLACE, CONTAIN;

		/** @return kinds for some of so many objects, as many as act */
		static List<Kind> draw(final int acting, final int objects, final SplittableRandom random) {
			return Stream.generate(() -> values()[random.nextInt(objects == 1 ? PLACE.ordinal() : values().length)]).limit(acting).toList();
		}
	}

	private final Cast cast;
	private final CaptionOptions options;
	private final SplittableRandom random;
	private final List<Action> actions = new ArrayList<>();
	private final List<Route> routes = new ArrayList<>();
	/** What another object is put on or over, or is put itself: neither may act again. */
	private final boolean[] busy;

	private Plot(final Cast cast, final CaptionOptions options, final SplittableRandom random) {
		this.cast = cast;
		this.options = options;
		this.random = random;
		this.busy = new boolean[cast.size()];
		for (int i = 0; i < cast.size(); i++) {
			actions.add(new Action.Stay());
			routes.add(Route.stay(cast.poses().get(i)));
		}
	}

	/** @return a plot in which an object acts for each of the kinds, null where this cast cannot do them */
	static Plot draw(final Cast cast, final List<Kind> kinds, final CaptionOptions options, final SplittableRandom random) {
		final Plot plot = new Plot(cast, options, random);
		for (final Kind kind : kinds) if (!plot.act(kind)) return null;
		return plot;
	}

	List<Action> actions() {
		return actions;
	}

	List<Route> routes() {
		return routes;
	}

	/** Lets one object act; tried in random order until one can. */
	private boolean act(final Kind kind) {
		for (final int i : shuffled()) {
			if (busy[i]) continue;
			if (kind == Kind.PLACE || kind == Kind.CONTAIN) {
				for (final int target : shuffled()) if (target != i && !busy[target] && (kind == Kind.PLACE ? place(i, target) : contain(i,
					target))) return true;
			}
			else if (kind == Kind.TURN ? turn(i) : move(i, kind == Kind.STOP)) return true;
		}
		return false;
	}

	private boolean move(final int i, final boolean stops) {
		final Action.Move move = new Action.Move(Direction.values()[random.nextInt(Direction.values().length)], stops);
		return settle(i, i, move, Route.move(cast.poses().get(i), move, options.unit(), random));
	}

	private boolean turn(final int i) {
		if (!cast.traits().get(i).form().turns()) return false;
		final Action.Turn turn = new Action.Turn(random.nextBoolean());
		return settle(i, i, turn, Route.turn(cast.poses().get(i), turn, random));
	}

	/** Small objects are put on large ones, so that both are seen. */
	private boolean place(final int i, final int on) {
		if (cast.traits().get(i).size() != Size.SMALL || cast.traits().get(on).size() != Size.LARGE || !reachable(i, on)) return false;
		return settle(i, on, new Action.Place(cast.traits().get(on).reference()), Route.place(cast.poses().get(i), cast.poses().get(on)));
	}

	private boolean contain(final int i, final int what) {
		if (cast.outlines().get(what).reach() > Form.room(cast.outlines().get(i)) || !reachable(i, what)) return false;
		return settle(i, what, new Action.Contain(cast.traits().get(what).reference()), Route.contain(cast.poses().get(i), cast.poses().get(what)));
	}

	private boolean reachable(final int i, final int target) {
		final double distance = Cast.distance(cast.poses().get(i), cast.poses().get(target)) / options.unit();
		return distance >= Route.NEAREST && distance <= Route.FARTHEST;
	}

	private boolean settle(final int i, final int target, final Action action, final Route route) {
		if (!isFree(i, target, action, route)) return false;
		actions.set(i, action);
		routes.set(i, route);
		busy[i] = true;
		busy[target] = true;
		return true;
	}

	/** @return whether the way stays in the frame and touches none but its target; what is held up passes over others, but not through what acts */
	private boolean isFree(final int i, final int target, final Action action, final Route route) {
		for (int k = 0; k <= MOMENTS; k++) {
			final double time = k / (double) MOMENTS;
			final Pose pose = route.at(time);
			final double reach = cast.outlines().get(i).reach() * pose.scale();
			if (Math.min(pose.x(), pose.y()) < reach || Math.max(pose.x(), pose.y()) > options.size() - 1 - reach) return false;
			final boolean held = action instanceof Action.Place && k > 0 && k < MOMENTS;
			for (int j = 0; j < cast.size(); j++) {
				if (j == i || j == target || held && actions.get(j) instanceof Action.Stay) continue;
				final Pose other = routes.get(j).at(time);
				if (Cast.distance(pose, other) < reach + cast.outlines().get(j).reach() * other.scale() + GAP * options.unit()) return false;
			}
		}
		return true;
	}

	private int[] shuffled() {
		final int[] order = new int[cast.size()];
		for (int i = 0; i < order.length; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}
}
