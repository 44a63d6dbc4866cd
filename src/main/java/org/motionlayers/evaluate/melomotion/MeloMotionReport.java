package org.motionlayers.evaluate.melomotion;

import static org.motionlayers.evaluate.paper.Markdown.number;

import java.util.Arrays;
import java.util.List;

import org.motionlayers.evaluate.paper.LineChart;
import org.motionlayers.evaluate.paper.Markdown;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.simulate.SquaresOptions;

/** Says what was found, every figure beside the paper's. */
final class MeloMotionReport {

	private static final long[] PAPER_PARAMETERS = { 6438, 256, 742, 34587, 1088, 43111 };
	private static final String[] PAPER_POS = { "2e-4", "1e-4", "1e-4", "< 1e-4", "< 1e-4", "< 1e-4" };
	private static final double[] PAPER_L1 = { 0.067, 0.068, 0.067, 0.068, 0.068, 0.067 };

	private final Results results;
	private final Markdown text = new Markdown();

	MeloMotionReport(final Results results) {
		this.results = results;
	}

	/** @return figures, text, charts and the film strip */
	PaperReport report() {
		introduction();
		parameters();
		positions();
		latent();
		differentiation();
		sharing();
		pooling();
		speed();
		edges();
		return new PaperReport(results.figures(), text.toString(), List.of(positionChart(), frameChart()), List.of(results.strip()));
	}

	private void introduction() {
		final Budget budget = results.budget();
		final SquaresOptions squares = SquaresOptions.PAPER;
		text.heading(1, "MeloMotion, reproduced").paragraph(
			"Moving Squares: %d x %d pixels, %d squares of %d pixels on black, %d frames, v = %.2f (c - 0.5) widths per frame for colours c in" +
				" [0, 1]. The paper leaves the unit open; this one gives its speeds (0.028) and a position loss of zero motion (k^2 / 6) above its" +
				" first epoch's. Squares start so that they stay in the frame and never meet.", squares.width(), squares.height(), squares
					.objects(), squares.smallest(), squares.frames(), squares.gain()).paragraph(
						"Training: %d epochs of %,d samples, batches of 1, AdamW (0.9, 0.95), weight decay 1e-5, learning rate 1e-2 falling to 0 along a" +
							" cosine; %d seeds from %d on. Everything is tested on scenes that were not trained on.", budget.epochs(), budget
								.samples(), budget.seeds(), results.seed()).image("Truth and predictions", results.strip().name()).paragraph(
									"Figure 1 of the paper and beyond. First two rows: one square moves. Then all move: the truth, layers composited at" +
										" pixel level, the latent path after phase 2, and the flow-warping baseline.");
	}

	private void parameters() {
		final ParameterTable p = results.parameters();
		final String[] names = { "Per-object predictors (3 x)", "RGB projector", "Camera head", "Decoder", "Encoder", "Total" };
		final long[] counts = { p.predictors(), p.projector(), p.camera(), p.decoder(), p.encoder(), p.total() };
		text.heading(2, "Table 1: parameters").header("Component", "here", "paper");
		for (int i = 0; i < names.length; i++) text.row(names[i], counts[i], PAPER_PARAMETERS[i]);
		text.end().paragraph("The paper's text gives 2,274 per predictor, which is 2,146 and a layer normalisation of 64 features; its table" +
			" sums with 2,146. The total leaves out the VAE and the segmentation model, which the paper does not count. The camera head is" +
			" counted and, as in the paper, used nowhere.");
	}

	private void positions() {
		final PositionTable all = results.positions(), apart = results.apart();
		text.heading(2, "Table 2: position loss and L1").header("Epoch", "POS", "POS, other scenes", "POS, one moves", "POS, paper",
			"L1 of the pixel path", "L1, paper");
		for (int e = 0; e < all.pos().length; e++) text.row(e + 1, all.pos()[e], all.testPos()[e], apart.pos()[e], e < PAPER_POS.length
			? PAPER_POS[e] : "", all.l1()[e], e < PAPER_L1.length ? PAPER_L1[e] : "");
		text.end().paragraph("Mean and standard deviation over seeds. POS is the mean of Eq. 5 over the epoch's samples, each before its own" +
			" step, in widths squared; on other scenes it is taken at the end of the epoch. A POS of 1e-4 is %.1f pixels per frame, %.0f pixels" +
			" after 15 frames.", Math.sqrt(1e-4) * SquaresOptions.PAPER.width(), 15 * Math.sqrt(1e-4) * SquaresOptions.PAPER.width());
		final Baselines b = results.baselines();
		final Results.FrameBaselines f = results.frames();
		text.header("Without a network", "POS", "L1").row("nothing moves", number(b.zero()), number(f.first())).row("all move with the mean",
			number(b.mean()), "-").row("linear map of colour, least squares", number(b.leastSquares()), "-").row("black frames", "-", number(f
				.black())).row("true motion, composited", "0", number(f.oracle())).end().paragraph(
					"The map from colour to velocity is linear, so least squares is exact up to rounding: the task says whether training works," +
						" not whether a network is needed. An L1 of 0.067 is worse than black frames.");
		text.image("Position loss", positionChart().name()).image("L1", frameChart().name());
	}

	private void latent() {
		final LatentExperiment.Losses l = results.latent();
		text.heading(2, "The latent path and phase 2").header("Decoder", "L1", "paper").row("random weights", number(l.random()), "-").row(
			"trained on interpolated latents, then frozen (phase 1)", number(l.frozen()), "0.067").row("trained on (phase 2)", number(l
				.phaseTwo()), "future work").end().paragraph(
					"Latent: 16 channels on 16 x 16 cells of 8 pixels, [mask, red, green, blue, 0, ...], means over a cell's pixels: no VAE holds" +
						" colours that way, the paper's is made by hand too or is not what it says. Objects are placed at whole cells, so they are up to" +
						" 4 pixels off along each axis whatever the decoder does; the pixel path rounds to whole pixels. The decoder is pre-trained" +
						" with a squared loss (L1 from the start stays grey for thousands of steps) and trained with L1 in phase 2; from some seeds it still paints two" +
						" colour channels alike." +
						" Rounding passes no gradient to the predictors, so L_L1 + 10 L_pos trains them exactly as L_pos does. Steps: %,d" +
						" before and %,d in phase 2, of %d frames each.", results.budget().pretraining(), results.budget().phaseTwo(),
						LatentExperiment.FRAMES);
	}

	private void differentiation() {
		final Differentiation d = results.differentiation();
		text.heading(2, "Differentiation (4.4), " + Differentiation.SCENES + " scenes").header("", "here", "paper").row(
			"speed of the moving object, widths per frame", number(d.movingSpeed()), "0.029").row("error of its velocity", number(d
				.movingError()), "not given").row("largest speed of a resting object", number(d.stationaryMax()), "0.001").row(
					"mean change from frame to frame", number(d.frameChange()), "0.0105").end().paragraph(
						"The change from frame to frame depends on size and brightness of the squares; the truth here is the same number.");
	}

	private void sharing() {
		text.heading(2, "Table 3: shared against decoupled predictors").header("Predictor", "Scenes", "learning rate", "POS",
			"difference of outputs", "told apart");
		for (final SharingTable.Row row : results.sharing().rows()) text.row(row.name(), row.mode() == SquaresOptions.Mode.ALL_MOVE ? "all move"
			: "one moves", number(row.rate()), number(row.pos()), number(row.difference()), number(row.distinct()));
		text.end().paragraph("Means over seeds. \"Told apart\": the share of its velocity that the moving object is given, less the share of what" +
			" its colour would mean that a resting one is given; 1 is right. The paper: the shared predictor gives one velocity for all, the" +
			" decoupled ones do not, because of conflicting gradients.").paragraph(
				"The collapse is there at the paper's learning rate, and is gone at a lower one: there the shared predictor gives every object a" +
					" third of what its colour means, the best that can be done for who does not know which of three objects moves. As soon as it is" +
					" told the index it can be right, and separate predictors are as wrong where the index says nothing. So what tells objects apart" +
					" is the index, which separate weights know by heart; conflicting gradients alone do not keep a shared predictor from it.");
	}

	private void pooling() {
		final PoolingTable p = results.pooling();
		text.heading(2, "Table 4: feature pooling").header("Method", "difference between objects", "after training", "paper", "POS",
			"converges, paper").row("average over the full latent", number(p.average().difference()), number(p.average().trained()), "0.003",
				number(p.average().pos()), "no").row("maximum over the full latent", number(p.maximum().difference()), number(p.maximum()
					.trained()), "0.031", number(p.maximum().pos()), "partial").row("mean colour, projected", number(p.colour().difference()), number(
						p.colour().trained()), "0.045", number(p.colour().pos()), "yes").end().paragraph(
							"Mean |f_i - f_j| over the 64 features of pairs of objects, with random weights and after training. The encoder is frozen," +
								" as in phase 1; the projection of colours is learned. How the paper measured its differences is not said.");
	}

	private void speed() {
		final SpeedTable s = results.speed();
		text.heading(2, "Speed (4.8), batches of one clip per second").header("", "here", "paper (Apple MPS)").row(
			"layers: step, 15 frames composited, L1", number(s.ours()), "100").row("layers: step alone, which trains the same", number(s
				.positionOnly()), "-").row("shared backbone, flow and warping", number(s.baseline()), "12").row("ratio", number(s.ratio()), "8")
			.end().paragraph("The baseline is a convolutional network of %,d parameters (the paper's is a Swin transformer of 323 thousand):" +
				" each batch takes 15 frames through it, warps them bilinearly, and steps on L1 and flow. Both sides on one thread of this machine" +
				" while it does what else it has to do.", results.backboneParameters());
	}

	private void edges() {
		final EdgeTable e = results.edges();
		text.heading(2, "Edges after 15 frames").header("Frames made by", "sharpness", "L1 of the last frame").row("layers, pixel path", number(e
			.ours().sharpness()), number(e.ours().l1())).row("layers, latent path after phase 2", number(e.latent().sharpness()), number(e.latent()
				.l1())).row("bilinear warping with the true flow", number(e.interpolation().sharpness()), number(e.interpolation().l1())).row(
					"shared backbone, " + results.budget().backboneSteps() + " steps", number(e.baseline().sharpness()), number(e.baseline().l1()))
			.end().paragraph("Sharpness: squared differences of neighbouring pixels, summed, over those of the true frame. The third row is what" +
				" interpolation alone costs.");
	}

	private LineChart positionChart() {
		return new LineChart("pos", "Position loss (Table 2)", "epoch", "POS (widths squared)", LineChart.Scale.LOGARITHMIC, List.of(
			LineChart.Line.of("all move", Spread.means(results.positions().pos())), LineChart.Line.of("one moves", Spread.means(results.apart()
				.pos())), flat("nothing moves", results.baselines().zero()), new LineChart.Line("paper (then < 1e-4)", new double[] { 1, 2, 3 },
					new double[] { 2e-4, 1e-4, 1e-4 })));
	}

	private LineChart frameChart() {
		return new LineChart("l1", "L1 of predicted frames (Table 2)", "epoch", "L1 (colours in [0, 1])", LineChart.Scale.LINEAR, List.of(
			LineChart.Line.of("pixel path", Spread.means(results.positions().l1())), flat("latent path, phase 2", results.latent().phaseTwo()), flat(
				"black frames", results.frames().black()), LineChart.Line.of("paper", Arrays.copyOf(PAPER_L1, Math.min(PAPER_L1.length, results
					.budget().epochs())))));
	}

	private LineChart.Line flat(final String name, final double value) {
		final double[] values = new double[results.budget().epochs()];
		Arrays.fill(values, value);
		return LineChart.Line.of(name, values);
	}
}
