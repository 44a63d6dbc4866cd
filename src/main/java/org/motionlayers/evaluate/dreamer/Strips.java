package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/** Rows of frames of the first trials in which something without an arrow is hit: the truth, then what every arm makes of it. */
final class Strips {

	/** How many trials are shown. */
	private static final int SHOWN = 3;

	private static final int[] FRAMES = { 0, 2, 4, 5, 6, 7, 8 };

	private Strips() {}

	/**
	 * Draws.
	 *
	 * @param trials to choose from
	 * @param arms what is shown, in this order
	 * @param progress is told and asked
	 */
	static List<FrameStrip> of(final List<Trial> trials, final List<Arm> arms, final Progress progress) {
		final List<FrameStrip> strips = new ArrayList<>();
		for (final Trial trial : trials.stream().filter(t -> t.hit().length > 0).limit(SHOWN).toList()) {
			final List<FrameStrip.Row> rows = new ArrayList<>();
			rows.add(row("truth", trial, Contest.frames(trial)));
			for (final Arm arm : arms) rows.add(row(arm.key().replace('_', ' '), trial, arm.imagine(trial, progress).frames()));
			strips.add(new FrameStrip("scene" + (strips.size() + 1), IntStream.of(FRAMES).mapToObj(t -> "t = " + t).toList(), rows));
		}
		return strips;
	}

	private static FrameStrip.Row row(final String caption, final Trial trial, final List<Frame> frames) {
		return new FrameStrip.Row(caption, IntStream.of(FRAMES).mapToObj(t -> t == 0 ? trial.sample().movie().frame(0) : frames.get(t - 1))
			.toList());
	}
}
