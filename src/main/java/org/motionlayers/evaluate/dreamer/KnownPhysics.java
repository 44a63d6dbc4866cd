package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.dreamer.TypicalMotion;
import org.motionlayers.evaluate.motion.MotionError;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;

/**
 * No prediction, but the limit of what an arrow tells: the true simulator with the true outlines, which knows how likely every push is and
 * has to find those that lead to where the arrows end. There may be many: bodies hit bodies on the way. Pushes are drawn, the ones that lead
 * nearest are bettered a little at a time; those that lead to within a pixel are the futures, of which the typical one counts.
 *
 * @param pushes how many are drawn
 */
record KnownPhysics(int pushes) implements Arm {

	/** The nearest pushes, which are bettered. */
	private static final int KEPT = 16;

	/** How much pushes are changed while they are bettered, pixels per frame; and how often each time. */
	private static final double[] CHANGES = { .3, .1, .03 };
	private static final int TRIES = 8;

	/** An arrow is met where it is missed by less, pixels. */
	private static final double MET = 1;

	/** A push of every body, what comes of it, and by how much it misses the arrows, pixels. */
	private record Attempt(double[] push, Motion motion, double miss) {}

	@Override
	public String key() {
		return Entrants.KNOWN_PHYSICS;
	}

	@Override
	public String title() {
		return "true physics, any push that leads to the arrow: the limit of what an arrow tells";
	}

	@Override
	public Future imagine(final Trial trial, final Progress progress) {
		final List<Motion> met = pushesThatMeet(trial, progress).stream().map(Attempt::motion).toList();
		return Future.ofLayers(trial, met.get(TypicalMotion.of(met)), met);
	}

	private List<Attempt> pushesThatMeet(final Trial trial, final Progress progress) {
		final Collisions collisions = new Collisions(Trial.SCENES);
		final SplittableRandom random = new SplittableRandom(trial.request().seed());
		final List<Attempt> drawn = new ArrayList<>();
		for (int k = 0; k < pushes; k++) {
			progress.update(k, pushes + KEPT, "trying pushes");
			final double[] push = new double[2 * trial.truth().objects()];
			for (final int i : trial.hinted()) System.arraycopy(collisions.push(trial.sample(), i, random), 0, push, 2 * i, 2);
			drawn.add(attempt(trial, collisions, push));
		}
		drawn.sort(Comparator.comparingDouble(Attempt::miss));
		final List<Attempt> better = new ArrayList<>();
		for (int k = 0; k < Math.min(KEPT, drawn.size()); k++) {
			progress.update(pushes + k, pushes + KEPT, "trying pushes");
			better.add(bettered(trial, collisions, drawn.get(k), random));
		}
		better.sort(Comparator.comparingDouble(Attempt::miss));
		return better.stream().filter(attempt -> attempt.miss <= Math.max(MET, better.get(0).miss)).toList();
	}

	private static Attempt bettered(final Trial trial, final Collisions collisions, final Attempt first, final SplittableRandom random) {
		Attempt best = first;
		for (final double change : CHANGES) for (int k = 0; k < TRIES; k++) {
			final double[] push = best.push.clone();
			for (final int i : trial.hinted()) for (int d = 0; d < 2; d++) push[2 * i + d] += change * random.nextGaussian();
			final Attempt other = attempt(trial, collisions, push);
			if (other.miss < best.miss) best = other;
		}
		return best;
	}

	private static Attempt attempt(final Trial trial, final Collisions collisions, final double[] push) {
		final BodySample outcome = collisions.again(trial.sample(), push);
		final Motion motion = Baselines.withoutRotation(outcome.motion(0));
		final MotionError error = new MotionError(motion, trial.truth());
		return new Attempt(push, motion, Math.sqrt(Arrays.stream(trial.hinted()).mapToDouble(i -> error.position(trial.frames(), i)).map(
			miss -> miss * miss).sum()));
	}
}
