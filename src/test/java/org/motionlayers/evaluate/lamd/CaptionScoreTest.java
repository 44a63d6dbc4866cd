package org.motionlayers.evaluate.lamd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.simulate.caption.Caption;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.caption.CaptionedShapes;

/** Actions are read off frames: right where the clip is what the caption says, wrong where it is another one. */
class CaptionScoreTest {

	private static final int CLIPS = 30;

	private static final long HELD_OUT = 1_000_000;

	private static CaptionedSample sample(final long seed) {
		return new CaptionedShapes(CaptionOptions.DEFAULT).sample(HELD_OUT + seed);
	}

	@Test
	void trueClipsDoWhatTheirCaptionsSayAndOthersDoNot() {
		final List<CaptionScore> own = new ArrayList<>(), other = new ArrayList<>();
		for (long seed = 0; seed < CLIPS; seed++) {
			final CaptionedSample made = sample(seed);
			own.add(CaptionScore.of(Held.clip(made.scene()), made, made.caption()));
			other.add(CaptionScore.of(Held.clip(made.scene()), made, sample(seed + CLIPS).caption()));
		}
		assertTrue(CaptionScore.action(own) > .98 && CaptionScore.referring(own) > .98, own.toString());
		assertTrue(CaptionScore.action(other) < .1 && CaptionScore.referring(other) < .3, other.toString());
	}

	/** As a network paints them: blurred over neighbours and grainy, some 27 dB from the truth. */
	@Test
	void blurredAndNoisyClipsAreStillRead() {
		final List<CaptionScore> scores = new ArrayList<>();
		for (long seed = 0; seed < CLIPS / 3; seed++) {
			final CaptionedSample made = sample(seed);
			scores.add(CaptionScore.of(worse(Held.clip(made.scene()), seed), made, made.caption()));
		}
		assertTrue(CaptionScore.action(scores) > .9 && CaptionScore.referring(scores) > .85, scores.toString());
	}

	private static VideoClip worse(final VideoClip clip, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] given = clip.values(), values = given.clone();
		final int w = clip.width();
		for (int k = 0; k < values.length; k++) {
			final int p = k % (w * clip.height());
			final boolean inside = p % w > 0 && p % w < w - 1 && p >= w && p < w * (clip.height() - 1);
			final float blurred = inside ? (4 * given[k] + given[k - 1] + given[k + 1] + given[k - w] + given[k + w]) / 8 : given[k];
			values[k] = (float) Math.max(0, Math.min(1, blurred + .03 * random.nextGaussian()));
		}
		return new VideoClip(clip.channels(), clip.frames(), clip.height(), w, values);
	}

	/** The first frame over and over: nothing that was described is done, and nothing acts. */
	@Test
	void aStillClipDoesNothing() {
		for (long seed = 0; seed < 5; seed++) {
			final CaptionedSample made = sample(seed);
			final VideoClip clip = Held.clip(made.scene());
			final CaptionScore score = CaptionScore.of(clip.still(), made, made.caption());
			assertEquals(0, score.right());
			assertEquals(0, score.acting());
			assertTrue(score.described() > 0);
		}
	}

	@Test
	void tracksAreTheTruePoses() {
		for (long seed = 0; seed < 10; seed++) {
			final CaptionedSample made = sample(seed);
			final Spot[][] spots = SpotTracker.track(Held.clip(made.scene()), made.scene().labels().labels(0), made.traits().size());
			for (int i = 0; i < made.traits().size(); i++) for (int t = 0; t < spots.length; t += 5) assertEquals(0, Math.hypot(spots[t][i].x() - made
				.scene().position(t, i, 0), spots[t][i].y() - made.scene().position(t, i, 1)), 1.5, made.caption().text() + ": " + made.traits().get(i) +
					" in frame " + t);
		}
	}

	/** Standing objects count neither as described nor as named. */
	@Test
	void whatStaysIsNotCounted() {
		final CaptionedSample made = sample(1);
		final Caption stay = new Caption(List.of(new Caption.Clause(made.traits().get(0).reference(), new org.motionlayers.simulate.caption.Action.Stay())));
		assertEquals(0, CaptionScore.of(Held.clip(made.scene()), made, stay).described());
	}
}
