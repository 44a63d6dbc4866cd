package org.motionlayers.evaluate.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.motionlayers.decompose.ConstantInpainter;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.StillPredictor;
import org.motionlayers.predict.VelocityPredictor;
import org.motionlayers.predict.hierarchical.HierarchicalPredictor;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.xml.sax.InputSource;

/** The scorecard and its report on movies drawn in code. */
class ScorecardTest {

	private static final Shape FRAME = Shape.of(64, 48);
	private static final Scorecard.Options FEW = new Scorecard.Options(List.of(1, 2), 6, 2, 1);

	/** Bright squares of 5 pixels on black, each at its place in every frame. */
	private static Scorecard card(final String title, final int frames, final int objects, final java.util.function.IntBinaryOperator x,
		final Map<String, MotionPredictor> predictors)
	{
		final int[][] labels = new int[frames][FRAME.pixels()];
		final List<Frame> images = new java.util.ArrayList<>();
		for (int t = 0; t < frames; t++) {
			final byte[] pixels = new byte[FRAME.pixels()];
			for (int i = 0; i < objects; i++) for (int dy = 0; dy < 5; dy++) for (int dx = 0; dx < 5; dx++) {
				final int at = FRAME.index(x.applyAsInt(t, i) + dx, 4 + 8 * i + dy, 0);
				labels[t][at] = i + 1;
				pixels[at] = (byte) (100 + 20 * i + 3 * dx);
			}
			images.add(Frame.of(PixelType.UINT8, 64, 48, pixels));
		}
		return Scorecard.of(Movie.of(title, images), Segmentation.of(FRAME, labels), predictors, new ConstantInpainter(), FEW, Progress.NONE);
	}

	private static Map<String, MotionPredictor> predictors() {
		final Map<String, MotionPredictor> predictors = new LinkedHashMap<>();
		predictors.put("still", new StillPredictor());
		predictors.put("velocity", new VelocityPredictor());
		predictors.put("hierarchical", new HierarchicalPredictor());
		return predictors;
	}

	private static Scorecard moving() {
		return card("cells <1> & \"2\"", 12, 5, (t, i) -> 6 + 2 * t + i, predictors());
	}

	@Test
	void whatMovesStraightIsWorthPredicting() {
		final Recommendation recommendation = moving().recommendation();
		assertTrue(recommendation.beatsStandingStill(), recommendation.sentence());
		assertTrue(recommendation.ratio().high() < 0.2, recommendation.sentence());
		assertTrue(recommendation.sentence().startsWith("Take predictor=" + recommendation.predictor()), recommendation.sentence());
	}

	@Test
	void whatJumpsAboutIsNot() {
		final Recommendation recommendation = card("noise", 12, 5, (t, i) -> 20 + (t * 7 + i * 3) % 5, Map.of("still", new StillPredictor(),
			"last step", new LastStepPredictor())).recommendation();
		assertEquals("still", recommendation.predictor());
		assertFalse(recommendation.beatsStandingStill());
		assertTrue(recommendation.sentence().startsWith("Nothing beats standing still"), recommendation.sentence());
	}

	@Test
	void rightMotionMakesThePictureThatCame() {
		final List<PictureScore> scores = moving().pictures();
		final PictureScore last = scores.get(0);
		final PictureScore velocity = scores.stream().filter(p -> p.predictor().equals("velocity")).findFirst().orElseThrow();
		assertEquals(PictureScore.LAST_FRAME, last.predictor());
		assertEquals(Double.POSITIVE_INFINITY, velocity.psnr(), "whole steps of 2 pixels are composited exactly");
		assertEquals(1, velocity.ssim(), 1e-12);
		assertTrue(last.maskPsnr() < 20, "PSNR of the last frame in the masks " + last.maskPsnr());
	}

	@Test
	void standingStillShowsTheLastFrame() {
		final List<PictureScore> scores = moving().pictures();
		final PictureScore last = scores.get(0), still = scores.stream().filter(p -> p.predictor().equals("still")).findFirst().orElseThrow();
		assertEquals(last.psnr(), still.psnr(), 1e-9);
		assertEquals(last.count(), still.count());
	}

	@Test
	void coverageIsToldForPredictorsThatKnowTheirUncertainty() {
		assertEquals(List.of("hierarchical"), List.copyOf(moving().coverage().keySet()));
	}

	@Test
	void theReportStandsAloneAndIsWellFormed() throws Exception {
		final String html = new ScorecardReport(moving()).html();
		assertFalse(html.contains("http") || html.contains("src=") || html.contains("href="), "nothing is fetched");
		assertTrue(html.contains("cells &lt;1&gt; &amp; &quot;2&quot;"), "the title is escaped");
		assertTrue(html.contains("last frame") && html.contains("left over the border"), "all sections");
		int charts = 0;
		for (int at = html.indexOf("<svg"); at >= 0; at = html.indexOf("<svg", at + 1), charts++) DocumentBuilderFactory.newInstance()
			.newDocumentBuilder().parse(new InputSource(new StringReader(html.substring(at, html.indexOf("</svg>", at) + 6))));
		assertEquals(2, charts);
	}

	@Test
	void tablesHaveARowForEveryPredictorHorizonAndSelection() {
		final ScorecardReport report = new ScorecardReport(moving());
		assertEquals(1 + 3 * 2 * 2, report.errors().csv().lines().count());
		assertEquals(1 + 4 * 2, report.pictures().csv().lines().count());
		assertTrue(report.errors().csv().lines().anyMatch(line -> line.startsWith("still,2,all,") && line.contains(",4,4,")), report.errors().csv());
	}

	@Test
	void standingStillMustBeAmongThePredictors() {
		assertThrows(IllegalArgumentException.class, () -> card("x", 8, 1, (t, i) -> 6 + t, Map.of("velocity", new VelocityPredictor())));
	}
}
