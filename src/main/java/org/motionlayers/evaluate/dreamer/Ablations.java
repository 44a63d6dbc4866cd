package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.motionlayers.dreamer.grid.GridReasoner;
import org.motionlayers.dreamer.grid.GridTrainee;
import org.motionlayers.evaluate.paper.BriefTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.Progress;

/** Trains every row of Table 3 with the same small budget and scores it. A training that was interrupted goes on where it was. */
final class Ablations {

	private static final double RATE = 1e-3;

	private Ablations() {}

	/**
	 * Trains and scores.
	 *
	 * @param budget how much
	 * @param seed of the first weights and all batches, the same for every row
	 * @param work where the networks are kept
	 * @param contest that they are tried in
	 * @param progress is told and asked
	 * @return a row each, in the order of {@link Ablation}
	 */
	static List<Row> run(final Budget budget, final long seed, final Path work, final Contest contest, final Progress progress)
		throws IOException
	{
		final Sheet baseline = contest.score(Baselines.constantVelocity());
		final List<Row> rows = new ArrayList<>();
		for (final Ablation ablation : budget.ablations()) {
			final Optional<Row> whole = rows.stream().filter(row -> row.key().equals(Ablation.FULL.key())).findFirst();
			if (ablation == Ablation.P_05 && whole.isPresent()) rows.add(whole.get().as(ablation.key(), ablation.title()));
			else rows.add(row(ablation, budget, seed, work.resolve(ablation.key() + "-" + budget.steps() + "-steps-seed-" + seed), contest,
				baseline, progress));
		}
		return rows;
	}

	private static Row row(final Ablation ablation, final Budget budget, final long seed, final Path folder, final Contest contest,
		final Sheet baseline, final Progress progress) throws IOException
	{
		try (GridTrainee trainee = GridTrainee.ofCollisions(ablation.options(budget.width()), seed)) {
			train(trainee, budget.steps(), seed, folder, ablation.title(), progress);
		}
		try (ReasonerArm arm = new ReasonerArm(ablation.key(), ablation.title(), GridReasoner.open(folder), 1, budget.drawing())) {
			return Row.of(contest.score(arm), baseline);
		}
	}

	/** Trains with a small budget, going on where an interrupted training was. */
	static void train(final Trainee<?> trainee, final int steps, final long seed, final Path folder, final String title, final Progress progress)
		throws IOException
	{
		new BriefTraining(steps, steps, RATE, seed).run(trainee, folder, title, progress);
	}
}
