package org.motionlayers.evaluate.lamd;

import java.util.List;

import org.motionlayers.simulate.caption.Action;
import org.motionlayers.simulate.caption.Form;
import org.motionlayers.simulate.caption.Reference;
import org.motionlayers.simulate.caption.Traits;

/**
 * Says whether an object did what was asked for, by its track. Lengths are on a frame of 64 pixels; a frame of another size has them in proportion.
 */
final class ActionJudge {

	/** A displacement from which an object has moved; from which it has been taken somewhere. */
	private static final double MOVED = 2.5, TAKEN = 3.5;

	/** Farthest end from where it was to be taken. */
	private static final double NEAR = 3;

	/** An angle from which an object has turned, radians; growth from which it has risen. */
	private static final double TURNED = .5, RISEN = 1.1;

	/** A slide goes the way it was told to within 45 degrees. */
	private static final double ALONG = Math.sqrt(.5);

	/** What stops is slower at the end than this part of its speed at the beginning. */
	private static final double STOPPED = .4;

	private static final double UNIT = 64;

	private final Spot[][] spots;
	private final List<Traits> traits;
	private final double unit;

	/**
	 * @param spots frames x objects
	 * @param traits what the objects look like
	 * @param size width and height of the frames, pixels
	 */
	ActionJudge(final Spot[][] spots, final List<Traits> traits, final int size) {
		this.spots = spots;
		this.traits = traits;
		this.unit = size / UNIT;
	}

	/** @return whether an object moved or turned at all */
	boolean acted(final int i) {
		return displacement(i) >= MOVED || turns(i) && Math.abs(angle(i)) >= TURNED;
	}

	/** @return whether an object did this */
	boolean did(final int i, final Action action) {
		if (action instanceof Action.Move move) return moves(i, move);
		if (action instanceof Action.Turn turn) return turns(i) && displacement(i) < MOVED && angle(i) * (turn.clockwise() ? 1 : -1) >= TURNED;
		if (action instanceof Action.Place place) return taken(i, place.on()) && grows(i) >= RISEN;
		if (action instanceof Action.Contain contain) return taken(i, contain.what());
		return !acted(i);
	}

	private boolean moves(final int i, final Action.Move move) {
		final double dx = last()[i].x() - spots[0][i].x(), dy = last()[i].y() - spots[0][i].y();
		final boolean right = dx * move.direction().x() + dy * move.direction().y() >= ALONG * Math.hypot(dx, dy) && displacement(i) >= MOVED;
		// a quarter of the clip at its beginning, and one at its end
		final int end = spots.length - 1, part = Math.max(1, end / 4);
		final boolean stops = spots[end][i].distance(spots[end - part][i]) < STOPPED * spots[part][i].distance(spots[0][i]);
		return right && stops == move.stops();
	}

	private boolean taken(final int i, final Reference target) {
		final List<Integer> named = target.named(traits);
		return named.size() == 1 && last()[i].distance(spots[0][named.get(0)]) <= NEAR * unit && displacement(i) >= TAKEN;
	}

	private Spot[] last() {
		return spots[spots.length - 1];
	}

	private double displacement(final int i) {
		return last()[i].distance(spots[0][i]) / unit;
	}

	private boolean turns(final int i) {
		return traits.get(i).form() == Form.SQUARE || traits.get(i).form() == Form.CONE;
	}

	private double angle(final int i) {
		return last()[i].angle() - spots[0][i].angle();
	}

	private double grows(final int i) {
		double largest = 0;
		for (final Spot[] frame : spots) largest = Math.max(largest, frame[i].scale());
		return largest;
	}
}
