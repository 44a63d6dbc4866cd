package org.motionlayers.dreamer.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.dreamer.cue.ClipFlow;
import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.splat.FlowField;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.splat.Splatting;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/** Stage I learns, from what the paper shows it. */
class GridTraineeTest {

	private static final int STEPS = 30;

	@TempDir
	Path folder;

	private List<Double> train(final GridOptions options, final int steps) throws Exception {
		final List<Double> losses = new ArrayList<>();
		try (GridTrainee trainee = Tiny.trainee(options)) {
			ModelTraining.run(trainee, new TrainingSettings(steps, LearningRate.constant(3e-3), AdamW.DEFAULT, 1, new WeightAverage(.9), 1, steps), folder
				.resolve(Integer.toString(options.hashCode())), (step, all, loss, norm, rate) -> losses.add(loss));
		}
		return losses;
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(v -> v).average().orElseThrow();
	}

	@Test
	void thirtyStepsOnFourClipsReduceTheLoss() throws Exception {
		final List<Double> losses = train(Tiny.options(GridOptions.Content.ALL, GridOptions.Cue.INSTANCE, false, SplatMode.AVERAGE, Masking.DEFAULT,
			GridOptions.Marks.DEFAULT), STEPS);
		final double before = mean(losses.subList(0, 8)), after = mean(losses.subList(STEPS - 8, STEPS));
		assertTrue(after < .8 * before, before + " before, " + after + " after");
	}

	@Test
	void everyVariantTrains() throws Exception {
		final GridOptions.Marks paper = GridOptions.Marks.PAPER, none = new GridOptions.Marks(4, GridOptions.MotionLoss.NONE, .25, 0);
		final Masking elements = new Masking(Masking.By.ELEMENT, .5);
		for (final GridOptions options : new GridOptions[] { Tiny.OPTIONS, Tiny.options(new GridOptions.Content(false, true, true),
			GridOptions.Cue.INSTANCE, true, SplatMode.AVERAGE, Masking.DEFAULT, none), Tiny.options(new GridOptions.Content(true, false, true),
				GridOptions.Cue.SPARSE, true, SplatMode.SOFT, Masking.DEFAULT, paper), Tiny.options(new GridOptions.Content(true, true, false),
					GridOptions.Cue.INSTANCE, false, SplatMode.AVERAGE, elements, paper) }) {
			for (final double loss : train(options, 2)) assertTrue(Double.isFinite(loss) && loss > 0, options + " gave a loss of " + loss);
			assertEquals(options.config(), GridOptions.of(options.config()).config());
		}
	}

	@Test
	void batchesDependOnTheirRandomNumbersAlone() {
		try (GridTrainee trainee = Tiny.trainee(Tiny.OPTIONS)) {
			final GridBatch a = trainee.batch(0, new SplittableRandom(7)), b = trainee.batch(5, new SplittableRandom(7));
			assertArrayEquals(a.noisy(), b.noisy());
			assertArrayEquals(a.weights(), b.weights());
			assertArrayEquals(a.inputs().carried(), b.inputs().carried());
			// L_recon's weights sum to 1 a clip, L_motion's to lambda where an arrow is shown.
			double sum = 0;
			for (final float w : a.weights()) sum += w;
			assertTrue(sum > 2 - 1e-3 && sum < 2 * (1 + GridOptions.Marks.DEFAULT.lambda()) + 1e-3, "weights sum to " + sum);
		}
	}

	@Test
	void theTruthIsWhatIsCarriedWhereNothingTouchesAnything() {
		// A clip with all arrows shown, nothing masked: the loss of the untrained network, which says what is carried, is small.
		final CollisionClips clips = new CollisionClips(64, 8);
		final SplittableRandom random = new SplittableRandom(1);
		for (long seed = 0; seed < 40; seed++) {
			if (!clips.sample(seed).contacts().isEmpty()) continue;
			final Clip clip = clips.clip(seed);
			final GridOptions o = GridOptions.DEFAULT;
			final GridCase one = GridCase.of(o, clip.rgb(0), clip.labels(0), clip.depth(0), Palette.byArea(clip.labels(0)).shuffled(random), ClipFlow
				.tracked(clip), new double[] { clip.camera(0), clip.camera(1) });
			final float[] truth = GridInputs.encode(o, one, clip.future()), carried = GridInputs.encode(o, one, one.carriedMotion(o));
			int wrong = 0;
			for (int i = 0; i < truth.length; i++) if (Math.abs(truth[i] - carried[i]) > .02) wrong++;
			assertTrue(wrong < .01 * truth.length, wrong + " of " + truth.length + " values differ in scene " + seed);
		}
	}

	@Test
	void conditionsAreSplattedAsImagesAre() {
		final Clip clip = new CollisionClips(16, 4).clip(2);
		final GridOptions o = Tiny.OPTIONS;
		final GridCase one = GridCase.of(o, clip.rgb(0), clip.labels(0), clip.depth(0), Palette.byArea(clip.labels(0)), ClipFlow.tracked(clip),
			new double[2]);
		final GridInputs inputs = GridInputs.of(o, List.of(one));
		final float[] dx = java.util.Arrays.copyOf(one.field().flow(), 256), dy = java.util.Arrays.copyOfRange(one.field().flow(), 256, 512);
		final float[] image = new float[64];
		for (int i = 0; i < 64; i++) image[i] = i * i % 17;
		for (int t = 1; t <= 4; t++) {
			final float[] expected = Splatting.of(SplatMode.AVERAGE).splat(new FlowField(16, 16, dx, dy).coarser(2).times(t), image, null);
			for (int q = 0; q < 64; q++) {
				float sum = 0;
				for (int p = 0; p < 64; p++) sum += inputs.splats().get(0)[((t - 1) * 64 + q) * 64 + p] * image[p];
				assertEquals(expected[q], sum, 1e-5, "frame " + t + ", cell " + q);
			}
		}
		assertEquals(4 * 16 * 16, inputs.splats().get(1).length);
		assertEquals(ConditionEncoder.PLANES * 256, inputs.first().length);
		assertEquals(4 * (Representation.PLANES + 1) * 256, inputs.carried().length);
	}

	@Test
	void configurationsAreChecked() {
		final ModelConfig config = Tiny.OPTIONS.config();
		final String json = config.json();
		for (final String[] change : new String[][] { { "\"heads\": 2", "\"heads\": 3" }, { "\"patch\": 2", "\"patch\": 3" }, { "\"cue\": \"instance\"",
			"\"cue\": \"arrow\"" }, { "\"side\": 16", "\"side\": 18" }, { "\"lambda\"", "\"lamda\"" } }) {
			assertTrue(json.contains(change[0]), json);
			final ModelConfig wrong = ModelConfig.parse(json.replace(change[0], change[1]), "some file");
			assertTrue(assertThrows(ModelException.class, () -> GridOptions.of(wrong)).getMessage().startsWith("some file"), change[1]);
		}
	}

	/** Two frames of 64 x 64 pixels go through the widths of Stable Video Diffusion; as for the other sizes, the weights are the same. */
	@Test
	void thePapersScaleRunsAndHasThisManyWeights() {
		final GridOptions p = GridOptions.PAPER;
		assertEquals(64, p.cells());
		final GridOptions small = new GridOptions(64, 2, p.patch(), p.widths(), p.heads(), p.speed(), p.content(), p.cue(), p.carried(), p.splat(), p
			.masking(), p.marks());
		final Clip clip = new CollisionClips(64, 2).clip(1);
		final GridCase one = GridCase.of(small, clip.rgb(0), clip.labels(0), clip.depth(0), Palette.byArea(clip.labels(0)), ClipFlow.tracked(clip),
			new double[2]);
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (Network<GridNetwork> network = new Network<>(new GridNetwork(small), 1); NDManager scope = network.newScope()) {
				assertEquals(new GridNetwork(p).parameters(), network.layer().parameters());
				assertEquals(437_352_874, network.layer().parameters());
				final NDArray x = scope.ones(new Shape(2, Representation.PLANES, 64, 64));
				final NDArray out = network.layer().forward(x, new double[] { 999 }, network.layer().condition(scope, GridInputs.of(small, List.of(one))));
				assertEquals(x.getShape(), out.getShape());
			}
		}));
	}
}
