package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.evaluate.paper.LineChart;
import org.motionlayers.evaluate.paper.Markdown;
import org.motionlayers.evaluate.paper.PaperReport;

/** Says what was found, beside the paper's own numbers. */
final class DreamerReport {

	/** FVD and FVMD of the paper's Table 1. */
	private static final Map<String, String> PAPER_TABLE_1 = Map.of(Entrants.GRID, "157.8 / 205.1", Entrants.ONE_STAGE, "173.0 / 224.3");

	/** Lines of a chart lie beside each other by this, frames, so that their intervals can be told apart. */
	private static final double BESIDE = 0.06;

	private final Results results;
	private final Markdown text = new Markdown();

	DreamerReport(final Results results) {
		this.results = results;
	}

	/** @return figures, text, charts and film strips */
	PaperReport report() {
		introduction();
		tableOne();
		reasoning();
		physics();
		tableThree();
		shares();
		samplers();
		lossless();
		return new PaperReport(results.figures(), text.toString(), List.of(positionChart(), overlapChart()), results.strips());
	}

	private void introduction() {
		final Budget budget = results.budget();
		text.heading(1, "Motion Dreamer, reproduced").paragraph(
			"%d simulated collisions that nothing was trained on: %d x %d pixels, five discs and boxes within walls, elastic, one of them pushed at 1.5 to" +
				" 4 pixels per frame. Shown are the first frame, its labels and depth, and one arrow on the body that is pushed: its mean displacement per" +
				" frame (Eq. 2). The %d frames that follow are imagined. Physion itself has neither depth nor flow (its \"depth\" holds colours), and its" +
				" videos and networks are not here, so the paper's numbers stand beside these for order and direction alone: they compare with one another," +
				" not with ours.", budget.trials(), Trial.SCENES.width(), Trial.SCENES.height(), Trial.FRAMES).paragraph(
					"%d motions are drawn in every scene (%s, %d steps) and the typical one counts: that whose distances to the others sum to the least." +
						" In brackets: 95 %% bootstrap intervals over scenes; of Frechet distances, whose draws are too large by what doubled scenes take from the" +
						" spread, moved so that their median lies on the value (%d draws).", budget.samples(), budget.drawing().method(), budget.drawing()
							.steps(), budget.draws());
		for (final Map.Entry<String, String> lack : results.missing().entrySet()) text.paragraph("Not tried: `%s`. %s", lack.getKey(), lack
			.getValue());
		results.strips().forEach(strip -> text.image("Truth and predictions", strip.name()));
	}

	private void tableOne() {
		text.heading(2, "Table 1: what comes").header("Arm", "FVMD on tracks", "FD of frames", "position error, last frame (px)", "its median",
			"mask IoU, last frame", "paper, FVD / FVMD");
		for (final Row row : results.arms()) text.row(row.title() + (row.trials() < results.budget().trials() ? ", " + row.trials() + " scenes" : ""),
			row.fvmd(), row.fd(), row.position(), last(row.medians()), row.iou(), PAPER_TABLE_1.getOrDefault(row.key(), "-"));
		text.row("equal distributions: other scenes", results.floor().fvmd(), results.floor().fd(), "-", "-", "-", "-").end();
		text.paragraph("FVMD: Frechet distance of histograms of velocity and acceleration of object tracks (one clip an object, 32 dimensions), frames 1" +
			" to %d, in whole pixels, as frames show them: the histograms count any motion above 0 as much as one of a pixel per frame, and no network" +
			" rests to the hundredth (`fvmd_subpixel` in report.json counts that too). FD: of 64 random-convolution features of clips of 4 frames, tiles of 32 x 32 pixels, in units of their own; the same scenes are on" +
			" both sides, so backgrounds agree and other scenes are farther away than any prediction. Most bodies are never touched and rest: the median" +
			" says so, and tables below ask for those that are hit.", Trial.FRAMES);
		final Row tracker = results.floor().tracker();
		text.paragraph("What a network paints says where objects are only to a tracker, which lays each object's patch over the frames; on true frames it" +
			" is off by %s pixels on average (median %s) and its FVMD is %s.", tracker.position(), last(tracker.medians()), tracker.fvmd());
		differences();
		text.image("Position error", positionChart().name()).image("Overlap of masks", overlapChart().name());
	}

	private void differences() {
		final List<String> arms = List.of(Entrants.GRID, Entrants.DECODED);
		if (arms.stream().noneMatch(arm -> results.differences().containsKey(arm + "_less_one_stage_position"))) return;
		text.header("Less one-stage, the same scenes", "FVMD", "FD", "position error, last frame (px)", "mask IoU, last frame");
		for (final String arm : arms) {
			final Map<String, Estimate> all = results.differences();
			final String prefix = arm + "_less_one_stage_";
			if (all.containsKey(prefix + "position")) text.row(results.arm(arm).orElseThrow().title(), all.get(prefix + "fvmd"), all.get(prefix + "fd"), all
				.get(prefix + "position"), all.get(prefix + "iou"));
		}
		text.end().paragraph("An interval on one side of 0 is a difference beyond chance. Layers are where their motion says; what a network paints, by one" +
			" stage or by two, is looked at by the same tracker.");
	}

	private static Estimate last(final Estimate[] estimates) {
		return estimates[estimates.length - 1];
	}

	private void reasoning() {
		text.heading(2, "Reasoning and arrows").header("Arm", "hit, no arrow: error at the last frame (px)", "of constant velocity", "best of " + results
			.budget().samples(), "mean of " + results.budget().samples(), "arrow's end missed by (px, median)");
		for (final Row row : results.arms()) text.row(row.title(), row.hit(), row.ratio(), row.bestHit(), row.meanHit(), row.follow());
		text.end().paragraph("Bodies without an arrow that another one hits before the last frame. An arrow is the mean displacement of what it is drawn on," +
			" so where it leads is the true last position. One arrow does not say all: other pushes lead to its end, too, over other contacts. The row" +
			" of the true physics tries %d pushes in every scene with the simulator that made it, betters those that lead nearest to the arrow's end," +
			" and takes the typical one of those that lead there: what a perfect reasoner could make of the arrow, but for how likely each push is." +
			" Where the frame before is shown, too, nothing is left to guess.", results.budget().pushes());
	}

	private void physics() {
		text.heading(2, "Collisions").header("Arm", "begins to move too early or late by (frames)", "drift of momentum", "error of inverse depth");
		for (final Row row : results.arms()) text.row(row.title(), row.start(), row.momentum(), row.depth());
		text.end().paragraph("A body has begun to move when it is %.1f pixels from its place; one that never does begins in the frame after the last. Momentum:" +
			" length of the difference from the true total (walls change it) over that at the start. Depth: where either shows an object, last frame.",
			Score.STARTED);
	}

	private void tableThree() {
		text.heading(2, "Table 3: ablations on the grid");
		if (results.ablations().isEmpty()) {
			text.paragraph("None were trained.");
			return;
		}
		final Budget budget = results.budget();
		text.paragraph("Every row is trained anew here, with the same small budget: %,d steps, a network of %d channels at its finest level, %d scenes, one" +
			" motion drawn in each. The first row is the whole model at that budget: compare with it, not with Table 1.", budget.steps(), budget.width(),
			budget.ablated()).header("Model", "FVMD on tracks", "FD of frames", "position error (px)", "hit, of constant velocity", "mask IoU",
				"paper, FVD / FVMD");
		for (final Row row : results.ablations()) text.row(row.title(), row.fvmd(), row.fd(), row.position(), row.ratio(), row.iou(), Ablation.paper(row
			.key()));
		text.end().paragraph("The paper's row without optical flow is its Table 1's one-stage model, to the digit. Intervals that overlap with the first row's" +
			" say nothing about the part that was left out; at a hundred scenes neither does a difference of a few FVD in the paper.");
	}

	private void shares() {
		if (results.shares().isEmpty()) return;
		text.heading(2, "Arrows dropped in training, in object space").paragraph(
			"Small networks of object space, %,d steps each. Arrows are dropped object by object with probability p (Eq. 9) and in no other way; with p = 0 nothing has to be reasoned.", results
				.budget().objectSteps()).header("Model", "FVMD on tracks", "position error (px)", "hit, of constant velocity", "mask IoU");
		for (final Row row : results.shares()) text.row(row.title(), row.fvmd(), row.position(), row.ratio(), row.iou());
		text.end();
	}

	private void samplers() {
		if (results.samplers().isEmpty()) return;
		text.heading(2, "Samplers").header("Sampler", "FVMD on tracks", "position error (px)", "hit, of constant velocity");
		for (final Row row : results.samplers()) text.row(row.title(), row.fvmd(), row.position(), row.ratio());
		text.end().paragraph("One motion drawn in each of %d scenes, by the object-space model. FVMD of the first less that of the last: %s.", results
			.budget().samplers(), results.differences().entrySet().stream().filter(e -> e.getKey().startsWith("fvmd_")).map(e -> e.getValue()
				.toString()).findFirst().orElse("-"));
	}

	private void lossless() {
		final Lossless l = results.lossless();
		text.heading(2, "Lossless where the motion is right").paragraph("The same bodies drawn by the generator on paths of whole pixels, and the layers moved" +
			" along the same paths: of %,d pixels of bodies, %,d differ (largest difference %.0f of 255).", l.pixels(), l.different(), l.largest());
	}

	private LineChart positionChart() {
		return chart("position", "Position error by frame, mean over objects", "pixels", Row::positions);
	}

	private LineChart overlapChart() {
		return chart("iou", "Overlap of masks by frame", "intersection over union", Row::overlaps);
	}

	private LineChart chart(final String name, final String title, final String unit, final Function<Row, Estimate[]> values) {
		final List<LineChart.Line> lines = new ArrayList<>();
		final List<Row> shown = Entrants.CHARTED.stream().map(results::arm).flatMap(Optional::stream).toList();
		for (int k = 0; k < shown.size(); k++) {
			final Estimate[] estimates = values.apply(shown.get(k));
			final double[] x = new double[estimates.length];
			for (int t = 0; t < x.length; t++) x[t] = t + 1 + (k - (shown.size() - 1) / 2.0) * BESIDE;
			lines.add(new LineChart.Line(shown.get(k).key().replace('_', ' '), x, Estimate.values(estimates), Arrays.stream(estimates).mapToDouble(
				Estimate::low).toArray(), Arrays.stream(estimates).mapToDouble(Estimate::high).toArray()));
		}
		return new LineChart(name, title, "frame", unit, LineChart.Scale.LINEAR, lines);
	}
}
