package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.scene.Progress;

/** All experiments, one after another. */
final class Experiment {

	/** Trials of the floor come after all others of the seed. */
	private static final int OTHER_TRIALS = 5_000;

	private final Budget budget;
	private final long seed;
	private final Path work;
	private final Progress progress;
	private final Contest contest;

	/**
	 * @param budget how much of everything
	 * @param seed of trials and trainings
	 * @param work where half-trained networks are kept
	 * @param progress is told and asked
	 */
	Experiment(final Budget budget, final long seed, final Path work, final Progress progress) {
		this.budget = budget;
		this.seed = seed;
		this.work = work;
		this.progress = progress;
		this.contest = new Contest(Trial.of(budget.trials(), 0, seed, progress), budget.draws(), progress);
	}

	/** @return everything that was found */
	Results run() throws IOException {
		try (Entrants entrants = Entrants.shipped(budget)) {
			final Map<String, Sheet> sheets = new LinkedHashMap<>();
			final List<Row> arms = new ArrayList<>();
			final Sheet baseline = contest.score(Baselines.constantVelocity());
			for (final Arm arm : entrants.arms()) {
				final Contest asked = arm instanceof FrameArm ? contest.head(budget.generated()) : contest;
				final Sheet sheet = asked.score(arm);
				sheets.put(arm.key(), sheet);
				arms.add(Row.of(sheet, baseline.head(asked)));
			}
			final Map<String, Estimate> differences = differences(sheets);
			final List<Row> samplers = samplers(entrants, baseline, differences);
			return new Results(budget, seed, arms, entrants.missing(), differences, floor(baseline), Lossless.of(contest.trials()), Ablations.run(
				budget, seed, work, contest.head(budget.ablated()), progress), ArrowShares.run(budget, seed, work, contest.head(budget.ablated()),
					progress), samplers, Strips.of(contest.trials(), entrants.charted(), progress));
		}
	}

	/** Of the trials that both were tried on. The decoder's frames are looked at as those of the one stage are, by a tracker; layers are not. */
	private static Map<String, Estimate> differences(final Map<String, Sheet> sheets) {
		final Map<String, Estimate> differences = new LinkedHashMap<>();
		final Sheet painted = sheets.get(Entrants.ONE_STAGE);
		if (painted == null) return differences;
		for (final String key : List.of(Entrants.GRID, Entrants.DECODED)) {
			if (!sheets.containsKey(key)) continue;
			final Sheet ours = sheets.get(key).head(painted);
			final String prefix = key + "_less_one_stage_";
			differences.put(prefix + "fvmd", ours.fvmdDifference(painted));
			differences.put(prefix + "fd", ours.fdDifference(painted));
			differences.put(prefix + "position", ours.difference(painted, Score::lastPosition));
			differences.put(prefix + "iou", ours.difference(painted, score -> new double[] { score.overlap()[score.overlap().length - 1] }));
		}
		return differences;
	}

	private Results.Floor floor(final Sheet baseline) {
		final Sheet.Truth others = Contest.truth(Trial.of(budget.trials(), OTHER_TRIALS, seed, progress), budget.draws(), progress);
		return new Results.Floor(Sheet.frechet(contest.truth().tracks(), others.tracks(), budget.draws()), Sheet.frechet(contest.truth().frames(),
			others.frames(), budget.draws()), Row.of(contest.score(Baselines.tracker()), baseline));
	}

	/** The object-space model drawn in other ways, one motion a trial; and how far few steps are from a long chain. */
	private List<Row> samplers(final Entrants entrants, final Sheet baseline, final Map<String, Estimate> differences) {
		final List<Row> rows = new ArrayList<>();
		final Optional<ReasonerArm> objects = entrants.objects();
		if (objects.isEmpty()) return rows;
		final List<Sheet> sheets = new ArrayList<>();
		final int steps = budget.drawing().steps();
		final Contest some = contest.head(budget.samplers());
		for (final Drawing drawing : new Drawing[] { new Drawing(Drawing.Method.DPMPP, steps), new Drawing(Drawing.Method.DDIM, steps), new Drawing(
			Drawing.Method.DDPM, budget.chain()) })
		{
			final String name = drawing.method().name().toLowerCase(java.util.Locale.ROOT) + "_" + drawing.steps();
			sheets.add(some.score(new ReasonerArm(name, title(drawing), objects.get().reasoner(), 1, drawing)));
			rows.add(Row.of(sheets.get(sheets.size() - 1), baseline.head(some)));
		}
		differences.put("fvmd_" + rows.get(0).key() + "_less_" + rows.get(2).key(), sheets.get(0).fvmdDifference(sheets.get(2)));
		return rows;
	}

	private static String title(final Drawing drawing) {
		return switch (drawing.method()) {
			case DPMPP -> "DPM-Solver++, ";
			case DDIM -> "DDIM, ";
			case DDPM -> "DDPM, ";
		} + drawing.steps() + " steps";
	}
}
