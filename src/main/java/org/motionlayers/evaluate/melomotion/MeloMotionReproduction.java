package org.motionlayers.evaluate.melomotion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.evaluate.paper.PaperReproduction;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Video;
import org.motionlayers.simulate.SquaresOptions;
import org.scijava.plugin.Plugin;

/** The experiments of MeloMotion (2026), section 4, on Moving Squares. */
@Plugin(type = PaperReproduction.class, name = "melomotion")
public final class MeloMotionReproduction implements PaperReproduction {

	/** The columns of the paper's Figure 1. */
	private static final int[] FIGURE_FRAMES = { 0, 1, 2, 4, 8, 12, 15 };

	private static final SquaresOptions ALL_MOVE = SquaresOptions.PAPER;
	private static final SquaresOptions ONE_MOVES = SquaresOptions.PAPER.withMode(SquaresOptions.Mode.DIFFERENTIATED);

	@Override
	public PaperReport reproduce(final boolean quick, final long seed, final Path work, final Progress progress) {
		NetworkEngine.require();
		return new MeloMotionReport(run(quick ? Budget.QUICK : Budget.FULL, seed, progress)).report();
	}

	/** Runs everything, networks on one thread: figures then do not depend on the number of cores, but for speeds. */
	static Results run(final Budget budget, final long seed, final Progress progress) {
		final int threads = NetworkEngine.setThreads(1);
		try {
			return runAll(budget, seed, progress);
		}
		finally {
			NetworkEngine.setThreads(threads);
		}
	}

	private static Results runAll(final Budget budget, final long seed, final Progress progress) {
		final ParameterTable parameters = ParameterTable.count();
		final List<PixelPath> pictures = paths(ALL_MOVE, budget.pictureScenes(), seed + 1), still = paths(ONE_MOVES, Differentiation.SCENES,
			seed + 2), training = paths(ALL_MOVE, budget.trainingScenes(), seed + 3);
		final PositionTable positions = PositionTable.of(ALL_MOVE, pictures, budget, seed, progress);
		final PositionTable apart = PositionTable.of(ONE_MOVES, List.of(), budget, seed, progress);
		final Baselines baselines = Baselines.of(Lesson.of(Lesson.scenes(ALL_MOVE, budget.samples(), seed)), Lesson.of(Lesson.scenes(ALL_MOVE,
			budget.testScenes(), ~seed)));
		final SharingTable sharing = SharingTable.of(budget, seed, progress);
		final PoolingTable pooling = PoolingTable.of(budget, seed, progress);
		try (LatentExperiment latent = new LatentExperiment(positions.predictors(), training, pictures, seed);
				BackboneExperiment backbone = new BackboneExperiment(seed))
		{
			final LatentExperiment.Losses losses = latent.run(budget, progress);
			backbone.train(training, budget.backboneSteps(), progress);
			return new Results(budget, seed, parameters, positions, apart, baselines, Results.FrameBaselines.of(pictures), losses,
				Differentiation.of(apart.predictors(), still), sharing, pooling, backbone.parameters(), SpeedTable.of(backbone.backbone(), budget,
					seed, progress), EdgeTable.of(pictures, positions.predictors(), latent, backbone, progress), strip(pictures.get(0), still.get(0),
						positions.predictors(), apart.predictors(), latent, backbone));
		}
	}

	private static List<PixelPath> paths(final SquaresOptions options, final int count, final long seed) {
		return Lesson.scenes(options, count, seed).stream().map(PixelPath::new).toList();
	}

	/** Figure 1 for a scene in which one object moves, then all ways to make frames for one in which all do. */
	private static FrameStrip strip(final PixelPath all, final PixelPath one, final PerObjectPredictors positions,
		final PerObjectPredictors apart, final LatentExperiment latent, final BackboneExperiment backbone)
	{
		final Video ours = all.video(positions.velocities(all.features())), oursApart = one.video(apart.velocities(one.features()));
		final List<Frame> flow = backbone.predict(all);
		final List<FrameStrip.Row> rows = new ArrayList<>();
		rows.add(row("one moves: truth", one::truth));
		rows.add(row("one moves: layers", oursApart::image));
		rows.add(row("all move: truth", all::truth));
		rows.add(row("all move: layers", ours::image));
		rows.add(row("all move: latent path", t -> t == 0 ? all.truth(0) : latent.frame(all, t)));
		rows.add(row("all move: flow warping", t -> t == 0 ? all.truth(0) : flow.get(t - 1)));
		return new FrameStrip("figure1", IntStream.of(FIGURE_FRAMES).mapToObj(t -> "t = " + t).toList(), rows);
	}

	private static FrameStrip.Row row(final String caption, final java.util.function.IntFunction<Frame> frames) {
		return new FrameStrip.Row(caption, IntStream.of(FIGURE_FRAMES).mapToObj(frames).toList());
	}
}
