package org.motionlayers.evaluate.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.evaluate.forecast.ForecastErrors.Selection;
import org.motionlayers.predict.KalmanPredictor;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.StillPredictor;
import org.motionlayers.predict.VelocityPredictor;
import org.motionlayers.predict.hierarchical.HierarchicalPredictor;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** The forecast protocol: the reference numbers, what counts as a sample, and that the future stays hidden. */
class ForecastProtocolTest {

	private static final Shape FRAME = Shape.of(40, 30);

	/** Squares of 4 pixels; a place of null is a frame in which the object is not there. */
	private static int[] frame(final int[]... corners) {
		final int[] labels = new int[FRAME.pixels()];
		for (int i = 0; i < corners.length; i++) if (corners[i] != null) for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++)
			labels[FRAME.index(corners[i][0] + x, corners[i][1] + y, 0)] = i + 1;
		return labels;
	}

	private static Movie movie(final int frames) {
		return new Movie("test", PixelType.UINT8, FRAME, frames, Calibration.NONE, Display.DEFAULT, t -> Frame.of(PixelType.UINT8, 40, 30,
			new byte[1200]));
	}

	private static ForecastProtocol protocol(final Segmentation labels) {
		return new ForecastProtocol(movie(labels.frames()), labels, List.of(1, 2), Progress.NONE);
	}

	private static int[][] moving(final int frames) {
		final int[][] labels = new int[frames][];
		for (int t = 0; t < frames; t++) labels[t] = frame(new int[] { 4 + 3 * t, 24 }, new int[] { 20, 2 * t });
		return labels;
	}

	@ParameterizedTest
	@ValueSource(strings = { "cars_parking_rgb", "droplet_3dt", "nuclei_hela_h2b", "phase_t98g" })
	void reproducesTheReferenceNumbers(final String name) throws IOException {
		final SharedData.Set set = SharedData.read(name);
		final Map<String, MotionPredictor> predictors = new java.util.LinkedHashMap<>();
		predictors.put("still", new StillPredictor());
		predictors.put("last step", new LastStepPredictor());
		predictors.put("velocity", new VelocityPredictor());
		predictors.put("kalman", new KalmanPredictor());
		final ForecastErrors errors = new ForecastProtocol(set.movie(), set.labels(), ForecastProtocol.HORIZONS, Progress.NONE).run(predictors,
			1);
		int compared = 0;
		try (BufferedReader in = new BufferedReader(new InputStreamReader(getClass().getResourceAsStream(
			"/evaluate/forecast_baselines.csv"), StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				final String[] cells = line.split(",", -1);
				if (!cells[0].equals(name)) continue;
				final Selection selection = Selection.valueOf(cells[1].toUpperCase(Locale.ROOT));
				for (int p = 0; p < 4; p++) {
					final ErrorSummary summary = errors.summary(errors.predictors().get(p), Integer.parseInt(cells[2]), selection);
					assertEquals(Integer.parseInt(cells[3]), summary.count(), line);
					if (summary.count() > 0) assertEquals(Double.parseDouble(cells[4 + p]), summary.mean(), 0.01, errors.predictors().get(p) + ": " +
						line);
					compared++;
				}
			}
		}
		assertEquals(32, compared);
	}

	@Test
	void constantVelocityIsForeseenAndStandingStillFallsBehind() {
		final ForecastErrors errors = protocol(Segmentation.of(FRAME, moving(8))).run(Map.of("still", new StillPredictor(), "velocity",
			new VelocityPredictor()), 1);
		assertEquals((3 * 2 + 2 * 2) / 2.0, errors.summary("still", 2, Selection.ALL).mean(), 1e-9);
		assertEquals(0, errors.summary("velocity", 2, Selection.ALL).mean(), 1e-9);
		assertEquals(0, errors.ratio("velocity", "still", Selection.ALL).mean(), 1e-9);
	}

	@Test
	void aSampleNeedsFourUnbrokenFramesAndTheTruth() {
		final int[][] labels = moving(8);
		labels[4] = frame(new int[] { 16, 24 }, null);
		final List<ForecastSample> samples = protocol(Segmentation.of(FRAME, labels)).samples();
		assertEquals(List.of(new ForecastSample(2, 3, 2, false)), samples.stream().filter(s -> s.label() == 2).toList(),
			"frame 5 is missing: only frames 1-4 precede a truth, and the object touches the border in frame 1");
		assertEquals(7, samples.stream().filter(s -> s.label() == 1).count());
	}

	@Test
	void fatesTellDivisionFromLeavingAndLoss() {
		final int[][] labels = moving(7);
		labels[6] = frame(null, null);
		final Segmentation plain = Segmentation.of(FRAME, labels);
		final Segmentation divided = new Segmentation(FRAME, 7, plain::labels, Map.of(9, SegmentedObject.of(9).withParents(List.of(1))), true,
			Calibration.NONE, "test");
		assertEquals(new ForecastErrors.Fates(4, 1, 0, 1), protocol(divided).run(Map.of(), 1).fates().get(1));
		final int[][] gone = moving(7);
		for (int t = 0; t < 6; t++) gone[t] = frame(new int[] { 15 - 3 * t, 10 }, null);
		gone[6] = frame(null, null);
		assertEquals(new ForecastErrors.Fates(2, 0, 1, 0), protocol(Segmentation.of(FRAME, gone)).run(Map.of(), 1).fates().get(1));
	}

	@Test
	void noFrameAfterTheReferenceFrameCanBeReached() {
		final PredictionRequest request = protocol(Segmentation.of(FRAME, moving(8))).request(4, 1);
		assertEquals(5, request.observed().frames());
		assertThrows(IndexOutOfBoundsException.class, () -> request.observed().frame(5));
		assertThrows(IndexOutOfBoundsException.class, () -> request.labels().labels(5));
		assertThrows(IndexOutOfBoundsException.class, () -> request.tracks().position(5, 0, 0));
	}

	@Test
	void otherFuturesGiveTheSameBytes() {
		final int[][] other = moving(8);
		for (int t = 5; t < 8; t++) other[t] = frame(new int[] { 30 - t, 3 }, new int[] { 2, 20 });
		for (final MotionPredictor predictor : new MotionPredictor[] { new StillPredictor(), new VelocityPredictor(), new KalmanPredictor(),
			new HierarchicalPredictor() })
		{
			final Motion here = predictor.predict(protocol(Segmentation.of(FRAME, moving(8))).request(4, 1), Progress.NONE);
			final Motion there = predictor.predict(protocol(Segmentation.of(FRAME, other)).request(4, 1), Progress.NONE);
			for (int t = 1; t <= 2; t++) for (int o = 0; o < 2; o++) assertArrayEquals(new double[] { here.displacement(t, o, 0), here.displacement(
				t, o, 1) }, new double[] { there.displacement(t, o, 0), there.displacement(t, o, 1) });
		}
	}

	@Test
	void referencesAreSpreadEvenly() {
		final List<Integer> frames = new ForecastProtocol(movie(20), Segmentation.of(FRAME, still(20)), List.of(1), 4, Progress.NONE).samples()
			.stream().map(ForecastSample::frame).distinct().toList();
		assertEquals(List.of(3, 8, 13, 18), frames);
	}

	private static int[][] still(final int frames) {
		final int[][] labels = new int[frames][];
		java.util.Arrays.setAll(labels, t -> frame(new int[] { 20, 20 }));
		return labels;
	}

	@Test
	void intervalsHoldTheMeanAndNarrowWithSamples() {
		final ErrorSummary summary = protocol(Segmentation.of(FRAME, moving(9))).run(Map.of("still", new StillPredictor()), 1).summary("still",
			1, Selection.ALL);
		assertTrue(summary.low() <= summary.mean() && summary.mean() <= summary.high(), summary.toString());
		assertTrue(summary.low() >= 2 && summary.high() <= 3, "steps are of 2 and 3 pixels: " + summary);
	}

	@Test
	void whatCannotBeScoredIsRefused() {
		final Segmentation eight = Segmentation.of(FRAME, moving(8));
		assertThrows(InputException.class, () -> new ForecastProtocol(movie(7), eight, List.of(1), Progress.NONE));
		assertThrows(InputException.class, () -> new ForecastProtocol(movie(4), eight.head(4), List.of(1), Progress.NONE));
		final Segmentation loose = new Segmentation(FRAME, 8, eight::labels, Map.of(), false, Calibration.NONE, "test");
		assertThrows(InputException.class, () -> new ForecastProtocol(movie(8), loose, List.of(1), Progress.NONE));
	}

	@Test
	void theHierarchicalPredictorBeatsTheBestBaselineByATenth() {
		double total = 0;
		for (final String name : SharedData.SETS) {
			final SharedData.Set set = SharedData.read(name);
			final ForecastErrors errors = new ForecastProtocol(set.movie(), set.labels(), ForecastProtocol.HORIZONS, 8, Progress.NONE).run(
				ForecastFigures.predictors(), 1);
			double worst = 0;
			for (final String baseline : errors.predictors().subList(0, 4)) worst = Math.max(worst, errors.ratio(HierarchicalPredictor.NAME,
				baseline, Selection.ALL).mean());
			total += worst / 4;
		}
		assertTrue(total < 0.9, "error / error of the best baseline of each set, mean over sets: " + total);
	}
}
