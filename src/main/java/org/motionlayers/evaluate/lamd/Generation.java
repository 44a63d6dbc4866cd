package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.swarm.MotionClass;

/** Tables 5 to 10: what generated clips look like, and whether they do what was asked for. */
final class Generation {

	private Generation() {}

	/**
	 * Looks of clips against those of true ones with the same first frames.
	 *
	 * @return fd, fvmd, flicker, dynamic, background, and the same of the truth behind true_
	 */
	static Table looks(final List<VideoClip> clips, final List<Held> held, final Budget budget, final Progress progress) {
		final List<Looks> found = new ArrayList<>(), real = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) {
			progress.update(k, clips.size(), "looking at clips");
			found.add(Looks.of(clips.get(k), held.get(k), progress));
			real.add(Looks.of(held.get(k).clip(), held.get(k), progress));
		}
		return new Table().put("fd", Looks.fd(real, found, budget.draws())).put("fvmd", Looks.fvmd(real, found, budget.draws())).putAll("", look(found))
			.putAll("true_", look(real));
	}

	private static Table look(final List<Looks> looks) {
		return new Table().mean("flicker", looks, Looks::flicker).mean("dynamic", looks, Looks::dynamic).mean("background", looks, Looks::background);
	}

	/** @return accuracy: the share of clips whose class, measured from tracks, is that asked for; true_accuracy of the true clips */
	static Table classes(final List<VideoClip> clips, final List<Held> held) {
		final List<Double> right = new ArrayList<>(), truth = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) {
			right.add(hit(clips.get(k), held.get(k)));
			truth.add(hit(held.get(k).clip(), held.get(k)));
		}
		return new Table().mean("accuracy", right, value -> value).mean("true_accuracy", truth, value -> value);
	}

	private static double hit(final VideoClip clip, final Held held) {
		return MotionClassifier.of(clip, held.labels(), held.scene().objects()) == MotionClass.of(held.prompt().motionClass()) ? 1 : 0;
	}

	/** @return p_act and p_re; those of the true clips behind true_, and of the clips against captions of other ones behind shuffled_ */
	static Table captions(final List<VideoClip> clips, final List<Held> held) {
		final List<CaptionScore> found = new ArrayList<>(), truth = new ArrayList<>(), shuffled = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) {
			final CaptionedSample told = held.get(k).told().orElseThrow();
			found.add(CaptionScore.of(clips.get(k), told, told.caption()));
			truth.add(CaptionScore.of(held.get(k).clip(), told, told.caption()));
			shuffled.add(CaptionScore.of(clips.get(k), told, held.get((k + 1) % held.size()).told().orElseThrow().caption()));
		}
		return new Table().putAll("", precisions(found)).putAll("true_", precisions(truth)).putAll("shuffled_", precisions(shuffled));
	}

	private static Table precisions(final List<CaptionScore> scores) {
		return new Table().put("p_act", Estimate.of(scores.size(), drawn -> CaptionScore.action(chosen(scores, drawn)))).put("p_re", Estimate.of(scores
			.size(), drawn -> CaptionScore.referring(chosen(scores, drawn))));
	}

	private static List<CaptionScore> chosen(final List<CaptionScore> scores, final int[] drawn) {
		return java.util.Arrays.stream(drawn).mapToObj(scores::get).toList();
	}
}
