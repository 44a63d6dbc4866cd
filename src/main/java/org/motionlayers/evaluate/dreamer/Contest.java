package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/** Lets arms imagine the same trials and scores them. */
final class Contest {

	private final List<Trial> trials;
	private final Sheet.Truth truth;
	private final Progress progress;

	/**
	 * A contest on trials.
	 *
	 * @param trials at least 2
	 * @param draws of the bootstrap of Frechet distances
	 * @param progress is told and asked
	 */
	Contest(final List<Trial> trials, final int draws, final Progress progress) {
		this(trials, truth(trials, draws, progress), progress);
	}

	/** @return the true distributions of some trials */
	static Sheet.Truth truth(final List<Trial> trials, final int draws, final Progress progress) {
		final List<Moments> tracks = new ArrayList<>(), exact = new ArrayList<>(), frames = new ArrayList<>();
		for (final Trial trial : trials) {
			progress.update(tracks.size(), trials.size(), "looking at true frames");
			tracks.add(Features.tracks(trial.truth()));
			exact.add(Features.exactTracks(trial.truth()));
			frames.add(Features.frames(frames(trial), progress));
		}
		return new Sheet.Truth(tracks, exact, frames, draws);
	}

	/** @return the true future frames */
	static List<Frame> frames(final Trial trial) {
		final List<Frame> frames = new ArrayList<>();
		for (int t = 1; t <= trial.frames(); t++) frames.add(trial.sample().movie().frame(t));
		return frames;
	}

	/** @return what an arm scores in all trials */
	Sheet score(final Arm arm) {
		final List<Score> scores = new ArrayList<>();
		for (final Trial trial : trials) {
			final Progress inner = new Progress() {

				@Override
				public void report(final long done, final long total, final String what) {
					progress.report(scores.size(), trials.size(), arm.title());
				}

				@Override
				public boolean canceled() {
					return progress.canceled();
				}
			};
			inner.update(0, 1, arm.title());
			scores.add(Score.of(trial, arm.imagine(trial, inner), inner));
		}
		return new Sheet(arm.key(), arm.title(), scores, truth);
	}

	/** @return the same contest on the first trials alone */
	Contest head(final int count) {
		return count >= trials.size() ? this : new Contest(trials.subList(0, count), truth.head(count), progress);
	}

	private Contest(final List<Trial> trials, final Sheet.Truth truth, final Progress progress) {
		this.trials = List.copyOf(trials);
		this.truth = truth;
		this.progress = progress;
	}

	/** @return the trials */
	List<Trial> trials() {
		return trials;
	}

	/** @return their true distributions */
	Sheet.Truth truth() {
		return truth;
	}
}
