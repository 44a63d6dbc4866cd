package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/** Layers against scikit-image and against the pixels they were cut out of. */
class DecomposerTest {

	private static final Shape FLAT = new Shape(31, 26, 1, 2);
	private static final Shape SOLID = new Shape(17, 13, 7, 2);
	private static final Inpainter REFERENCE_AS_IT_IS = (observed, labels, seed, progress) -> observed.frame(observed.frames() - 1);

	private static Frame image(final PixelType type, final Shape shape) {
		final Object data = type.newArray(shape.values());
		for (int c = 0; c < shape.channels(); c++)
			for (int p = 0; p < shape.pixels(); p++) type.set(data, c * shape.pixels() + p, type == PixelType.UINT8 ? Rule.image(shape, p, c) % 256
				: Rule.image(shape, p, c));
		return new Frame(type, shape, data);
	}

	private static List<ObjectLayer> layers(final Frame image, final int[] labels) {
		return Decomposer.layers(image, Segmentation.of(image.shape(), labels), 0, Optional.empty(), Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "regions2d.csv", "regions3d.csv" })
	void objectsAreThoseOfScikitImage(final String table) {
		final Shape shape = table.contains("2d") ? FLAT : SOLID;
		final List<ObjectLayer> layers = layers(image(PixelType.UINT16, shape), Rule.labels(shape));
		final List<double[]> rows = Rule.table(table);
		assertEquals(rows.size(), layers.size());
		for (int i = 0; i < rows.size(); i++) {
			final double[] row = rows.get(i);
			final ObjectLayer layer = layers.get(i);
			final String what = "label " + row[0];
			assertEquals(row[0], layer.label(), what);
			assertEquals(row[1], layer.area(), what);
			assertEquals(new Box((int) row[4], (int) row[3], (int) row[2], (int) (row[7] - row[4]), (int) (row[6] - row[3]), (int) (row[5] -
				row[2])), layer.bounds(), what);
			for (int d = 0; d < 3; d++) assertEquals(row[10 - d], layer.centroid(d), 1e-9, what);
			for (int c = 0; c < 2; c++) assertEquals(row[11 + c], layer.meanValue(c), 1e-9, what);
		}
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void patchesHoldThePixelsUnderTheMask(final PixelType type) {
		for (final Shape shape : List.of(FLAT, SOLID)) {
			final Frame image = image(type, shape);
			final int[] labels = Rule.labels(shape);
			for (final ObjectLayer layer : layers(image, labels)) {
				final Box box = layer.bounds();
				for (int p = 0; p < labels.length; p++) {
					final int index = layer.mask().indexOf(Rule.x(p, shape) - box.x(), Rule.y(p, shape) - box.y(), Rule.z(p, shape) - box.z());
					assertEquals(labels[p] == layer.label(), index >= 0, "pixel " + p);
					if (index >= 0) for (int c = 0; c < 2; c++) assertEquals(image.value(Rule.x(p, shape), Rule.y(p, shape), Rule.z(p, shape), c), type
						.get(layer.patch(c), index), "pixel " + p);
				}
			}
		}
	}

	@Test
	void runsAreSortedAndDoNotTouch() {
		for (final ObjectLayer layer : layers(image(PixelType.UINT8, SOLID), Rule.labels(SOLID))) {
			final RunMask mask = layer.mask();
			for (int r = 1; r < mask.runs(); r++) {
				final long last = place(mask, r - 1) + mask.length(r - 1), next = place(mask, r);
				assertTrue(mask.y(r) == mask.y(r - 1) && mask.z(r) == mask.z(r - 1) ? next > last : next > place(mask, r - 1), "run " + r);
			}
		}
	}

	private static long place(final RunMask mask, final int r) {
		return ((long) mask.z(r) * SOLID.height() + mask.y(r)) * SOLID.width() + mask.x(r);
	}

	@Test
	void withoutDepthSmallerObjectsAreInFrontAndTiesGoToTheSmallerLabel() {
		final int[] labels = { 9, 9, 9, 0, 4, 4, 7, 7, 2 };
		final List<ObjectLayer> layers = layers(Frame.of(PixelType.UINT8, 9, 1, new byte[9]), labels);
		assertEquals(List.of(2, 4, 7, 9), layers.stream().map(ObjectLayer::label).toList());
		assertEquals(List.of(1f, 2f, 3f, 4f), layers.stream().map(ObjectLayer::depth).toList());
	}

	@Test
	void aDepthImageIsAveragedOverTheMask() {
		final Frame image = Frame.of(PixelType.UINT8, 5, 1, new byte[5]);
		final Frame depth = Frame.of(PixelType.FLOAT32, 5, 1, new float[] { 1, 2, Float.NaN, 7, 9 });
		final Segmentation labels = Segmentation.of(Shape.of(5, 1), new int[] { 1, 1, 1, 0, 2 });
		final List<ObjectLayer> layers = Decomposer.layers(image, labels, 0, Optional.of(depth), Progress.NONE);
		assertEquals(1.5f, layers.get(0).depth());
		assertEquals(9f, layers.get(1).depth());
		final Frame nothing = Frame.of(PixelType.FLOAT32, 5, 1, new float[] { 1, 2, 3, 4, Float.NaN });
		final InputException refused = assertThrows(InputException.class, () -> Decomposer.layers(image, labels, 0, Optional.of(nothing),
			Progress.NONE));
		assertTrue(refused.getMessage().contains("label 2"), refused.getMessage());
	}

	@Test
	void pixelsThatAreNotFiniteAreKeptAndLeftOutOfTheMean() {
		final float[] image = { 1, Float.NaN, 5, Float.NEGATIVE_INFINITY, Float.NaN };
		final List<ObjectLayer> layers = layers(Frame.of(PixelType.FLOAT32, 5, 1, image), new int[] { 1, 1, 1, 1, 2 });
		assertEquals(3, layers.get(0).meanValue(0));
		assertEquals(0, layers.get(1).meanValue(0));
		assertTrue(Float.isNaN(((float[]) layers.get(0).patch(0))[1]));
	}

	@Test
	void manySparseLabelsKeepTheirIdentity() {
		final int n = 5000;
		final int[] labels = IntStream.range(0, 2 * n).map(i -> i % 2 == 0 ? 0 : Integer.MAX_VALUE - 7919 * (i / 2)).toArray();
		final List<ObjectLayer> layers = layers(Frame.of(PixelType.UINT8, 100, 2 * n / 100, new byte[2 * n]), labels);
		assertEquals(IntStream.of(labels).filter(label -> label != 0).sorted().boxed().toList(), layers.stream().map(ObjectLayer::label).toList());
	}

	@Test
	void theSceneCarriesWhatImageAndSegmentationSay() {
		final Frame frame = image(PixelType.UINT8, FLAT);
		final Calibration calibration = new Calibration(0.5, 0.5, 1, "micron", 20, "s");
		final Movie movie = Movie.of("cells", List.of(frame, frame)).with(calibration, org.motionlayers.scene.Display.RGB);
		final int[] labels = Rule.labels(FLAT);
		final Segmentation segmentation = new Segmentation(FLAT, 2, t -> labels, Map.of(5, new SegmentedObject(5, "five", 0.9, "cell", List.of())),
			true, Calibration.NONE, "test");
		final Scene scene = Decomposer.decompose(movie, segmentation, REFERENCE_AS_IT_IS, Optional.empty(), 1, Progress.NONE);
		assertEquals("cells", scene.title());
		assertEquals(calibration, scene.calibration());
		assertEquals("five", scene.layers().get(scene.indexOf(5)).object().name());
		assertEquals("", scene.layers().get(scene.indexOf(3)).object().name());
	}

	@Test
	void oneLabelImageIsThatOfTheReferenceFrame() {
		final Frame early = Frame.of(PixelType.UINT8, 3, 1, new byte[3]), late = Frame.of(PixelType.UINT8, 3, 1, new byte[] { 7, 8, 9 });
		final Scene scene = Decomposer.decompose(Movie.of("x", List.of(early, late)), Segmentation.of(Shape.of(3, 1), new int[] { 0, 1, 0 }), (
			observed, labels, seed, progress) -> {
			assertEquals(observed.frames(), labels.frames());
			return observed.frame(observed.frames() - 1);
		}, Optional.empty(), 1, Progress.NONE);
		assertEquals(8, scene.layers().get(0).meanValue(0));
	}

	@Test
	void badInputIsToldInOneLine() {
		final Movie movie = Movie.of("cells.tif", List.of(image(PixelType.UINT8, FLAT)));
		refused(movie, Segmentation.of(Shape.of(30, 26), new int[30 * 26]), Optional.empty(), "30 x 26", "31 x 26", "cells.tif");
		refused(movie, Segmentation.of(FLAT, new int[FLAT.pixels()]), Optional.empty(), "no object", "cells.tif");
		refused(movie, Segmentation.of(FLAT, Rule.labels(FLAT), Rule.labels(FLAT)), Optional.empty(), "2 frames", "1 observed");
		refused(movie, Segmentation.of(FLAT, Rule.labels(FLAT)), Optional.of(Frame.of(PixelType.UINT8, 2, 2, new byte[4])), "depth", "2 x 2");
	}

	private static void refused(final Movie movie, final Segmentation labels, final Optional<Frame> depth, final String... words) {
		final String message = assertThrows(InputException.class, () -> Decomposer.decompose(movie, labels, REFERENCE_AS_IT_IS, depth, 1,
			Progress.NONE)).getMessage();
		for (final String word : words) assertTrue(message.contains(word), message);
		assertEquals(1, message.lines().count(), message);
	}

	@Test
	void aCancelStopsIt() {
		final Progress stop = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// not reached
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Decomposer.layers(image(PixelType.UINT8, FLAT), Segmentation.of(FLAT, Rule.labels(FLAT)), 0,
			Optional.empty(), stop));
	}

	@Test
	void oneLabelEverywhereAndOnePixelAreObjects() {
		final ObjectLayer all = layers(Frame.of(PixelType.UINT8, 2, 2, new byte[] { 1, 2, 3, 4 }), new int[] { 6, 6, 6, 6 }).get(0);
		assertEquals(4, all.area());
		assertTrue(all.touchesBorder());
		assertEquals(1, layers(Frame.of(PixelType.FLOAT32, 1, 1, new float[] { 5 }), new int[] { 1 }).get(0).area());
	}
}
