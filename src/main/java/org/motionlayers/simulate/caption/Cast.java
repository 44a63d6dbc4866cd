package org.motionlayers.simulate.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Pose;

/**
 * The objects of a scene where they start, no two of them alike and none touching.
 *
 * @param traits their looks
 * @param outlines their shapes
 * @param poses where they are
 */
record Cast(List<Traits> traits, List<Outline> outlines, List<Pose> poses) {

	/** Most large objects of a scene. */
	private static final int MOST_LARGE = 3;

	private static final double LARGE = .45;

	/** Pixels on a frame of 64 between any two objects, at least, and between objects and the border. */
	private static final double GAP = 1.5;

	private static final int ATTEMPTS = 60;

	/** @return a cast, of fewer objects than asked for where no place was found */
	static Cast draw(final CaptionOptions options, final int count, final SplittableRandom random) {
		final Cast cast = new Cast(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		final List<Hue> hues = hues(count, random.nextDouble() < options.repeats(), random);
		int large = 0;
		for (int i = 0; i < count; i++) {
			Traits traits;
			do {
				final Size size = large < MOST_LARGE && random.nextDouble() < LARGE ? Size.LARGE : Size.SMALL;
				traits = new Traits(size, hues.get(i), Form.values()[random.nextInt(Form.values().length)]);
			}
			while (cast.traits.contains(traits));
			final Outline outline = traits.form().outline(traits.size().radius() * options.unit());
			final Pose pose = cast.place(outline, options, random);
			if (pose == null) break;
			if (traits.size() == Size.LARGE) large++;
			cast.traits.add(traits);
			cast.outlines.add(outline);
			cast.poses.add(pose);
		}
		return cast;
	}

	/** @return as many colours in random order, none twice where there are enough of them and no repetition is asked for */
	private static List<Hue> hues(final int count, final boolean repeated, final SplittableRandom random) {
		final List<Hue> hues = new ArrayList<>(List.of(Hue.values()));
		for (int i = hues.size(); i > 1; i--) java.util.Collections.swap(hues, i - 1, random.nextInt(i));
		while (hues.size() < count) hues.add(hues.get(random.nextInt(hues.size())));
		if (repeated && count > 1) hues.set(1, hues.get(0));
		return hues;
	}

	private Pose place(final Outline outline, final CaptionOptions options, final SplittableRandom random) {
		final double margin = outline.reach() + GAP * options.unit();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Pose pose = new Pose(random.nextDouble(margin, options.size() - 1 - margin), random.nextDouble(margin, options.size() - 1 - margin),
				random.nextDouble(-Math.PI, Math.PI));
			boolean free = true;
			for (int i = 0; i < poses.size(); i++) free &= distance(pose, poses.get(i)) > margin + outlines.get(i).reach();
			if (free) return pose;
		}
		return null;
	}

	/** @return distance of two centres, pixels */
	static double distance(final Pose a, final Pose b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}

	/** @return number of objects */
	int size() {
		return traits.size();
	}
}
