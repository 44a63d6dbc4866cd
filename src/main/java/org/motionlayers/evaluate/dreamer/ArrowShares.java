package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.motionlayers.dreamer.objects.CueDraw;
import org.motionlayers.dreamer.objects.ObjectClip;
import org.motionlayers.dreamer.objects.ObjectFormat;
import org.motionlayers.dreamer.objects.ObjectNetwork;
import org.motionlayers.dreamer.objects.ObjectReasoner;
import org.motionlayers.dreamer.objects.ObjectTrainee;
import org.motionlayers.dreamer.objects.SimulatedClips;
import org.motionlayers.scene.Progress;

/** How many arrows should be dropped in training (p of Eq. 9), asked in object space, where small budgets already teach what collisions do. */
final class ArrowShares {

	private static final double[] DROPPED = { 0, .3, .5, .7 };

	/** As in all ablations: arrows are dropped one by one and in no other way; seen velocities stay as usual. */
	private static final double SEEN = CueDraw.DEFAULT.seen();

	private static final double REACH = 2;

	private static final int CHANNELS = 32, INNER = 32, HEADS = 4, BLOCKS = 1;

	private static final int CLIPS_PER_STEP = 5, FEWEST_CLIPS = 64;

	private ArrowShares() {}

	/**
	 * Trains and scores a network for each share.
	 *
	 * @param budget how much
	 * @param seed of the first weights and all batches, the same for every row
	 * @param work where the networks are kept
	 * @param contest that they are tried in
	 * @param progress is told and asked
	 */
	static List<Row> run(final Budget budget, final long seed, final Path work, final Contest contest, final Progress progress)
		throws IOException
	{
		final List<Row> rows = new ArrayList<>();
		if (budget.objectSteps() == 0) return rows;
		final Sheet baseline = contest.score(Baselines.constantVelocity());
		final ObjectFormat format = new ObjectFormat(2, Trial.FRAMES, REACH, true);
		final List<ObjectClip> clips = SimulatedClips.COLLISIONS.clips(Trial.FRAMES, Math.max(FEWEST_CLIPS, CLIPS_PER_STEP * budget.objectSteps()), 0);
		for (final double p : DROPPED) {
			final String key = "p_" + Double.toString(p).replace('.', '_'), title = String.format(Locale.ROOT, "p = %.1f", p);
			final Path folder = work.resolve("objects-" + key + "-" + budget.objectSteps() + "-steps-seed-" + seed);
			try (ObjectTrainee trainee = new ObjectTrainee(ObjectNetwork.config(format, CHANNELS, INNER, HEADS, BLOCKS), clips,
				ObjectTrainee.Options.DEFAULT.withCues(new CueDraw(p, 0, 0, 0, SEEN)), seed))
			{
				Ablations.train(trainee, budget.objectSteps(), seed, folder, title, progress);
			}
			try (ReasonerArm arm = new ReasonerArm(key, title, ObjectReasoner.open(folder), budget.samples(), budget.drawing())) {
				rows.add(Row.of(contest.score(arm), baseline));
			}
		}
		return rows;
	}
}
