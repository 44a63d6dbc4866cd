package org.motionlayers.evaluate.lamd;

import java.util.List;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.simulate.caption.Action;
import org.motionlayers.simulate.caption.Caption;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.caption.Traits;

/**
 * How well a clip does what its caption says: the counts of the two precisions of CATER-GEN (Hu et al. 2023), measured on tracks.
 *
 * @param described actions that the caption describes, standing still not counted
 * @param right those that the object named by the caption did
 * @param acting objects that moved or turned
 * @param named those that the caption lets act
 */
record CaptionScore(int described, int right, int acting, int named) {

	/**
	 * Judges a clip.
	 *
	 * @param clip the frames; the first one is that of the scene
	 * @param scene what the first frame shows
	 * @param caption what was asked for; an expression that does not name exactly one object of the scene is not fulfilled
	 */
	static CaptionScore of(final VideoClip clip, final CaptionedSample scene, final Caption caption) {
		final List<Traits> traits = scene.traits();
		final Spot[][] spots = SpotTracker.track(clip, scene.scene().labels().labels(0), traits.size());
		final ActionJudge judge = new ActionJudge(spots, traits, clip.width());
		int described = 0, right = 0, acting = 0, namedActing = 0;
		final boolean[] named = new boolean[traits.size()];
		for (final Caption.Clause clause : caption.clauses()) {
			if (clause.action() instanceof Action.Stay) continue;
			described++;
			final List<Integer> who = clause.who().named(traits);
			if (who.size() != 1) continue;
			named[who.get(0)] = true;
			if (judge.did(who.get(0), clause.action())) right++;
		}
		for (int i = 0; i < traits.size(); i++) if (judge.acted(i)) {
			acting++;
			if (named[i]) namedActing++;
		}
		return new CaptionScore(described, right, acting, namedActing);
	}

	/** @return P_act of many clips: the share of described actions that were done */
	static double action(final List<CaptionScore> scores) {
		return scores.stream().mapToInt(CaptionScore::right).sum() / (double) scores.stream().mapToInt(CaptionScore::described).sum();
	}

	/** @return P_re of many clips: the share of acting objects that were to act; NaN where none does anything */
	static double referring(final List<CaptionScore> scores) {
		return scores.stream().mapToInt(CaptionScore::named).sum() / (double) scores.stream().mapToInt(CaptionScore::acting).sum();
	}
}
