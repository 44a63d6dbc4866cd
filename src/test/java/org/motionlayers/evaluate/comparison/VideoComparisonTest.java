package org.motionlayers.evaluate.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.evaluate.comparison.VideoComparison.Options;
import org.motionlayers.evaluate.distribution.FeatureExtractor;
import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.evaluate.distribution.RandomConvolutionExtractor;
import org.motionlayers.evaluate.motion.ActionPrecision.Action;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The measures of a whole video: those of independent programs arrive in the summary, and squares that move as they are told give known ones. */
class VideoComparisonTest {

	private static final Shape FRAME = Shape.of(40, 32);

	private static Options options(final Optional<Sequence> last, final double range) {
		return options(last, range, Acceleration.OF_VELOCITY, Map.of());
	}

	private static Options options(final Optional<Sequence> last, final double range, final Acceleration acceleration,
		final Map<Integer, Action> actions)
	{
		final Features features = new RandomConvolutionExtractor().open(new FeatureExtractor.Options(Optional.empty(), 3, range));
		return new Options(last, features, range, acceleration, actions, 5);
	}

	/** Squares of 5 pixels, 8 rows apart, each at its column in every frame. */
	private static int[][] squares(final int frames, final int objects, final java.util.function.IntBinaryOperator x) {
		final int[][] labels = new int[frames][FRAME.pixels()];
		for (int t = 0; t < frames; t++) for (int i = 0; i < objects; i++) for (int k = 0; k < 25; k++) {
			final int column = x.applyAsInt(t, i) + k % 5;
			if (column < FRAME.width()) labels[t][FRAME.index(column, 1 + 8 * i + k / 5, 0)] = i + 1;
		}
		return labels;
	}

	private static Sequence sequence(final int[][] labels) {
		final List<Frame> images = new ArrayList<>();
		for (final int[] frame : labels) {
			final byte[] pixels = new byte[frame.length];
			for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (50 * frame[i]);
			images.add(Frame.of(PixelType.UINT8, FRAME.width(), FRAME.height(), pixels));
		}
		return Sequence.of(Movie.of("squares", images), 0, images.size()).withLabels(Segmentation.of(FRAME, labels), 0, Progress.NONE);
	}

	private static double predicted(final Comparison comparison, final String metric) {
		return comparison.summary().get(metric, Side.PREDICTED).value();
	}

	@Test
	void picturesAgreeWithSkimage() {
		for (final JsonElement element : Fixtures.section("pictures").getAsJsonArray()) {
			final JsonObject p = element.getAsJsonObject();
			final int[] size = Fixtures.ints(p.get("size"));
			final Shape shape = new Shape(size[0], size[1], size.length > 2 ? size[2] : 1, p.get("channels").getAsInt());
			final Frame a = Fixtures.frame(shape, Fixtures.doubles(p.get("a"))), b = Fixtures.frame(shape, Fixtures.doubles(p.get("b")));
			final Comparison comparison = new VideoComparison(Sequence.of(Movie.of("b", List.of(b, b)), 0, 2), Sequence.of(Movie.of("a", List.of(a,
				a)), 0, 2), options(Optional.empty(), p.get("range").getAsDouble())).run(Progress.NONE);
			for (final String name : new String[] { "l1", "mse", "psnr", "ssim" }) assertEquals(p.get(name).getAsDouble(), predicted(comparison, name
				.toUpperCase(java.util.Locale.ROOT)), 1e-6 * Math.max(1, p.get(name).getAsDouble()), name);
			assertEquals(2, comparison.summary().get("PSNR", Side.PREDICTED).count());
			assertTrue(comparison.remarks().stream().anyMatch(r -> r.startsWith("Without true labels")), comparison.remarks().toString());
		}
	}

	@Test
	void trackingAgreesWithTheChallengesOwnProgram() {
		final JsonObject f = Fixtures.section("tracking").getAsJsonObject();
		final Shape shape = Shape.of(f.get("size").getAsInt(), f.get("size").getAsInt());
		final Segmentation truth = segmentation(shape, f.getAsJsonArray("truth"), f.getAsJsonObject("parents"));
		final Segmentation computed = segmentation(shape, f.getAsJsonArray("computed"), f.getAsJsonObject("computedParents"));
		final Frame black = Frame.of(PixelType.UINT8, shape.width(), shape.height(), new byte[shape.pixels()]);
		final Movie movie = Movie.of("black", java.util.Collections.nCopies(truth.frames(), black));
		final Comparison comparison = new VideoComparison(Sequence.of(movie, 0, truth.frames()).withLabels(computed, 0, Progress.NONE), Sequence
			.of(movie, 0, truth.frames()).withLabels(truth, 0, Progress.NONE), options(Optional.empty(), 255)).run(Progress.NONE);
		for (final String name : new String[] { "seg", "det", "tra", "lnk" }) assertEquals(f.get(name).getAsDouble(), predicted(comparison, name
			.toUpperCase(java.util.Locale.ROOT)), 1e-9, name);
	}

	private static Segmentation segmentation(final Shape shape, final com.google.gson.JsonArray frames, final JsonObject parents) {
		final Map<Integer, SegmentedObject> objects = new java.util.HashMap<>();
		parents.entrySet().forEach(e -> {
			final int label = Integer.parseInt(e.getKey()), parent = e.getValue().getAsInt();
			if (parent != 0) objects.put(label, SegmentedObject.of(label).withParents(List.of(parent)));
		});
		return new Segmentation(shape, frames.size(), t -> Fixtures.ints(frames.get(t)), objects, true, Calibration.NONE, "fixture");
	}

	@Test
	void aPerfectPredictionIsPerfectAndStandingStillIsNot() {
		final int[][] labels = squares(9, 3, (t, i) -> 2 + 2 * t + i);
		final Sequence all = sequence(labels), truth = sequence(java.util.Arrays.copyOfRange(labels, 1, 9));
		final Comparison c = new VideoComparison(truth, truth, options(Optional.of(sequence(new int[][] { labels[0] })), 255)).run(Progress.NONE);
		assertEquals(Double.POSITIVE_INFINITY, predicted(c, "PSNR"));
		for (final String one : new String[] { "SSIM", "MS-SSIM", "mask IoU", "boundary F", "SEG", "DET", "TRA", "LNK", "action precision",
			"referring precision" }) assertEquals(1, predicted(c, one), 1e-12, one);
		for (final String none : new String[] { "L1", "position error", "velocity error", "FVMD on object tracks" }) assertEquals(0, predicted(c,
			none), 1e-9, none);
		// at frame h the squares are 2 h pixels on: mean 2 (1 + ... + 8) / 8, and 2^2 in Eq. 5 whatever the frame
		assertEquals(9, c.summary().get("position error", Side.STILL).value(), 1e-9);
		assertEquals(4, c.summary().get("velocity error", Side.STILL).value(), 1e-9);
		assertEquals(24, c.summary().get("position error", Side.STILL).count());
		assertEquals(15 / 35., c.frames().get(0).get("mask IoU", Side.STILL).value(), 1e-12, "15 of 5 x 7 pixels");
		assertEquals(0, c.summary().get("action precision", Side.STILL).value());
		assertEquals(all.frames() - 1, c.frames().size());
	}

	@Test
	void timeIsMeasuredOfBothVideosAlone() {
		final int[][] labels = squares(4, 1, (t, i) -> 2 + 2 * t);
		final Comparison c = new VideoComparison(sequence(new int[][] { labels[0], labels[0], labels[0], labels[0] }), sequence(labels), options(
			Optional.empty(), 255)).run(Progress.NONE);
		assertEquals(1, predicted(c, "temporal flickering"), "a frozen video");
		// two columns of 5 pixels lose 50, two gain it
		assertEquals(1 - 20 * 50. / FRAME.pixels() / 255, c.summary().get("temporal flickering", Side.TRUTH).value(), 1e-12);
		assertEquals(0, predicted(c, "dynamic degree"));
		assertEquals(1, c.summary().get("dynamic degree", Side.TRUTH).value(), "2 pixels exceed 6 x 32 / 256");
	}

	@Test
	void objectsThatTheBorderCutsAreToldApart() {
		// the second square leaves over the right border: what is seen of it moves slower
		final int[][] truth = squares(3, 2, (t, i) -> i == 0 ? 4 + t : 34 + 2 * t);
		final int[][] straight = squares(3, 2, (t, i) -> i == 0 ? 5 + t : 30 + 2 * t);
		final Comparison c = new VideoComparison(sequence(straight), sequence(truth), options(Optional.empty(), 255)).run(Progress.NONE);
		assertEquals((1 + 1 + 1 + 4) / 4., predicted(c, "position error of whole objects"), 1e-9);
		assertEquals(4, c.summary().get("position error of whole objects", Side.PREDICTED).count(), "object 2 is whole in one frame of three");
		assertEquals(6, c.summary().get("position error", Side.PREDICTED).count());
	}

	@Test
	void actionsAskedForAreJudgedInPlaceOfTheTrueOnes() {
		final int[][] labels = squares(3, 2, (t, i) -> 2 + 3 * t);
		final Sequence last = sequence(new int[][] { labels[0] }), rest = sequence(new int[][] { labels[1], labels[2] });
		final Comparison c = new VideoComparison(rest, rest, options(Optional.of(last), 255, Acceleration.OF_VELOCITY, Map.of(1, new Action(0,
			6)))).run(Progress.NONE);
		assertEquals(0, predicted(c, "action precision"), "asked to go down, it went right");
		assertEquals(0.5, predicted(c, "referring precision"), "two move, one was named");
	}

	@Test
	void theSwitchOfTheReleasedProgramChangesAccelerations() {
		final Sequence truth = sequence(squares(8, 3, (t, i) -> 2 + t * t / 4 + i)), straight = sequence(squares(8, 3, (t, i) -> 2 + 2 * t));
		final double paper = predicted(new VideoComparison(straight, truth, options(Optional.empty(), 255)).run(Progress.NONE),
			"FVMD on object tracks");
		final double released = predicted(new VideoComparison(straight, truth, options(Optional.empty(), 255, Acceleration.UPSTREAM, Map.of()))
			.run(Progress.NONE), "FVMD on object tracks");
		assertTrue(paper > 0 && released > 0 && Math.abs(paper - released) > 1, paper + " and " + released);
	}

	@Test
	void stacksAreComparedInThreeDimensions() {
		final Shape shape = new Shape(12, 12, 4, 1);
		final int[][] labels = new int[2][shape.pixels()];
		for (int t = 0; t < 2; t++) labels[t][shape.index(5, 5, 1 + t)] = 7;
		final List<Frame> images = new ArrayList<>();
		for (final int[] frame : labels) images.add(Fixtures.frame(shape, java.util.Arrays.stream(frame).asDoubleStream().toArray()));
		final Movie movie = Movie.of("stack", images);
		final Sequence truth = Sequence.of(movie, 0, 2).withLabels(Segmentation.of(shape, labels), 0, Progress.NONE);
		final Sequence still = Sequence.of(Movie.of("still", List.of(images.get(0), images.get(0))), 0, 2).withLabels(Segmentation.of(shape, labels[0],
			labels[0]), 0, Progress.NONE);
		final Comparison c = new VideoComparison(still, truth, options(Optional.empty(), 7)).run(Progress.NONE);
		assertEquals(0.5, predicted(c, "position error"), 1e-12, "one plane off along z in the second frame");
		assertEquals(0, c.summary().get("SSIM", Side.PREDICTED).count());
		assertTrue(c.remarks().stream().anyMatch(r -> r.contains("12 x 12 x 4")), c.remarks().toString());
	}

	@Test
	void tablesNameUnitsCountsAndDefinitions() {
		final Sequence truth = sequence(squares(5, 2, (t, i) -> 2 + t));
		final Comparison c = new VideoComparison(truth, truth, options(Optional.empty(), 255)).run(Progress.NONE);
		final List<String> columns = c.byFrame(k -> k, k -> k + 4).columns();
		assertTrue(columns.containsAll(List.of("frames ahead", "PSNR (dB)", "position error (pixel)", "largest flow (pixel), truth")), columns
			.toString());
		assertEquals(List.of(1, 0, 4), c.byFrame(k -> k, k -> k + 4).rows().get(0).subList(0, 3));
		for (final List<Object> row : c.overall().rows()) assertTrue((long) row.get(5) > 0 && !row.get(8).toString().isEmpty(), row.toString());
		assertEquals(List.of("psnr", "ssim", "position-error", "mask-iou", "boundary-f"), c.charts().stream().map(chart -> chart.name()).toList());
	}

	@Test
	void framesOfOtherSizesAreRefused() {
		final Sequence small = Sequence.of(Movie.of("small", List.of(Frame.of(PixelType.UINT8, 8, 9, new byte[72]))), 0, 1);
		final Sequence truth = sequence(squares(1, 1, (t, i) -> 2));
		final String said = assertThrows(InputException.class, () -> new VideoComparison(small, truth, options(Optional.empty(), 255)))
			.getMessage();
		assertTrue(said.contains("8 x 9") && said.contains("40 x 32"), said);
	}
}
