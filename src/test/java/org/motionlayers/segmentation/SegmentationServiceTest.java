package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.scijava.Context;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ShortProcessor;

class SegmentationServiceTest {

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context(SegmentationService.class);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	/** An image of which only the size matters here. */
	static Movie image(final int width, final int height, final int depth, final int frames) {
		return new Movie("image", PixelType.UINT8, new Shape(width, height, depth, 1), frames, Calibration.NONE, Display.DEFAULT, t -> {
			throw new AssertionError("nobody needs the pixels");
		});
	}

	static Segmentation read(final Path file, final Movie image) {
		return context.service(SegmentationService.class).read(file, image, Progress.NONE);
	}

	private static void assertRefused(final Path file, final Movie image, final String... words) {
		final InputException e = assertThrows(InputException.class, () -> read(file, image));
		for (final String word : words) assertTrue(e.getMessage().contains(word), () -> "\"" + word + "\" is not in: " + e.getMessage());
		assertTrue(e.getMessage().contains(file.getFileName().toString()) && !e.getMessage().contains("\n"), e::getMessage);
	}

	private static Path stack(final Path file, final int width, final int height, final int[]... planes) {
		final ImageStack stack = new ImageStack(width, height);
		for (final int[] plane : planes) {
			final ShortProcessor processor = new ShortProcessor(width, height);
			for (int p = 0; p < plane.length; p++) processor.set(p, plane[p]);
			stack.addSlice(processor);
		}
		final ImagePlus imp = new ImagePlus("labels", stack);
		assertTrue(planes.length == 1 ? new FileSaver(imp).saveAsTiff(file.toString()) : new FileSaver(imp).saveAsTiffStack(file.toString()));
		return file;
	}

	@ParameterizedTest
	@CsvSource({ "u16_t4_plain_deflate.tif,u16,1,4", "u8_t4_imagej_as_z.tif,u8,1,4", "u8_t4_imagej_deflate.tif,u8,4,1",
		"u8_t4_imagej_deflate.tif,u8,1,4", "f32_t3_z2_imagej.tif,f32,2,3", "u16_t3_z2_plain.tif,u16,2,3", "u16_t3_z2_ome.ome.tif,u16,2,3",
		"u8_t3_planar.tif,u8,1,3", "u16.png,u16,1,1" })
	void givesEveryPlaneItsPlace(final String name, final String kind, final int depth, final int frames) {
		final Path file = Fixtures.file(name);
		final Movie image = image(13, 11, depth, frames);
		final Target target = Target.of(image);
		final Segmentation labels = LabelFiles.read(file, java.util.List.of(file), target, Progress.NONE);
		assertEquals(frames + " of " + target.shape(), labels.frames() + " of " + labels.shape());
		for (int t = 0; t < frames; t++) for (int z = 0; z < depth; z++) {
			final int[] plane = java.util.Arrays.copyOfRange(labels.labels(t), z * 13 * 11, (z + 1) * 13 * 11);
			assertArrayEquals(Fixtures.plane(kind, depth > 1 && frames == 1 ? 0 : t, z, 13, 11), plane, name + ", t " + t + ", z " + z);
		}
	}

	@Test
	void exchangesSlicesAndFramesWhereTheImageHasThemTheOtherWayRound() {
		final Path file = Fixtures.file("f32_t3_z2_imagej.tif");
		final Segmentation labels = read(file, image(13, 11, 3, 2));
		assertEquals(2, labels.frames());
		assertTrue(labels.description().contains("the file's 2 slices of 3 frames were read as 3 slices of 2 frames"), labels::description);
		final int[] expected = Fixtures.plane("f32", 2, 1, 13, 11), found = labels.labels(1);
		for (int p = 0; p < expected.length; p++) assertEquals(expected[p] == 0, found[2 * 13 * 11 + p] == 0, "pixel " + p);
	}

	@Test
	void saysThatSlicesWereReadAsFrames() {
		final Segmentation labels = read(Fixtures.file("u8_t4_imagej_as_z.tif"), image(13, 11, 1, 4));
		assertTrue(labels.description().contains("the file's 4 slices were read as 4 frames, as the image has them"), labels::description);
	}

	@Test
	void takesOneLabelImageForTheReferenceFrame() {
		final Segmentation labels = read(Fixtures.file("u16.png"), image(13, 11, 1, 30));
		assertEquals(1, labels.frames());
		assertTrue(labels.description().contains("one label image for 30 frames"), labels::description);
	}

	@Test
	void keepsLabelsAbove24Bit() {
		final Segmentation labels = read(Fixtures.file("i32_big_endian.tif"), image(13, 11, 1, 1));
		assertArrayEquals(Fixtures.plane("u32", 0, 0, 13, 11), labels.labels(0));
		assertTrue(labels.description().contains("4 objects"), labels::description);
	}

	@Test
	void keepsTheFilesCalibration() {
		assertEquals(new Calibration(0.5, 0.5, 1, "micron", 600, "sec"), read(Fixtures.file("u8_t4_imagej_deflate.tif"), image(13, 11, 1, 4))
			.calibration());
	}

	@Test
	void saysThatOneLabelIsEverywhere(@TempDir final Path folder) {
		final int[] full = new int[12];
		java.util.Arrays.fill(full, 3);
		final Segmentation labels = read(stack(folder.resolve("full.tif"), 4, 3, full), image(4, 3, 1, 1));
		assertTrue(labels.description().contains("label 3 covers every pixel"), labels::description);
	}

	@Test
	void saysThatAMaskIsNoLabelImage(@TempDir final Path folder) {
		final Segmentation labels = read(stack(folder.resolve("mask.tif"), 5, 1, new int[] { 255, 0, 255, 0, 255 }), image(5, 1, 1, 1));
		assertTrue(labels.description().contains("one label in 3 pieces"), labels::description);
	}

	@Test
	void linksLabelsThatAreNumberedAfresh(@TempDir final Path folder) {
		// Three objects of two pixels that stand still; their numbers go round.
		final Segmentation labels = read(stack(folder.resolve("fresh.tif"), 8, 1, new int[] { 1, 1, 0, 2, 2, 0, 3, 3 }, new int[] { 2, 2, 0, 3, 3,
			0, 1, 1 }), image(8, 1, 1, 2));
		assertTrue(labels.identified());
		assertArrayEquals(new int[] { 1, 1, 0, 2, 2, 0, 3, 3 }, labels.labels(1));
		assertTrue(labels.description().contains("numbered afresh in every frame, linked by overlap and distance into 3 objects"),
			labels::description);
	}

	@Test
	void leavesIdentitiesAlone(@TempDir final Path folder) {
		final Segmentation labels = read(stack(folder.resolve("same.tif"), 8, 1, new int[] { 7, 7, 0, 2, 2, 0, 3, 3 }, new int[] { 0, 7, 7, 0, 2,
			2, 0, 3 }), image(8, 1, 1, 2));
		assertTrue(labels.identified());
		assertArrayEquals(new int[] { 0, 7, 7, 0, 2, 2, 0, 3 }, labels.labels(1));
		assertTrue(labels.description().contains("3 objects, the same numbers in every frame"), labels::description);
	}

	@Test
	void refusesLabelsOfAnotherSize() {
		assertRefused(Fixtures.file("u16.png"), image(26, 22, 1, 1), "13 x 11", "26 x 22");
		assertRefused(Fixtures.file("u16.png"), image(5, 5, 1, 1), "13 x 11", "5 x 5");
		assertRefused(Fixtures.file("u16.png"), image(11, 13, 1, 1), "13 x 11", "11 x 13", "transpose");
		assertRefused(Fixtures.file("u16_t4_plain_deflate.tif"), image(13, 11, 1, 3), "4 planes", "3 frames");
		assertRefused(Fixtures.file("f32_t3_z2_imagej.tif"), image(13, 11, 4, 3), "13 x 11 x 2 with 3 frames", "13 x 11 x 4 with 3 frames");
	}

	@Test
	void refusesLabelsOfLaterFramesThanTheImageHas() {
		assertRefused(Fixtures.file("u8_t4_imagej_deflate.tif"), image(13, 11, 1, 2), "4 frames", "2 frames");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "empty_t2.tif|empty: every pixel is 0", "masks.npy|NumPy array: export the masks as PNG or TIFF",
		"masks.pkl|pickle, which could run any program: export", "image.jpg|JPEG image, whose compression blurs labels",
		"rgb.tif|colour image", "rgb.png|colour image", "nan.tif|NaN", "half.tif|1.5", "negative.tif|-1" })
	void refusesWhatHoldsNoLabels(final String name, final String message) {
		assertRefused(Fixtures.file("refused/" + name), image(13, 11, 1, name.contains("t2") ? 2 : 1), message);
	}

	@Test
	void namesTheFormatsItAccepts(@TempDir final Path folder) throws IOException {
		final Path text = Files.writeString(folder.resolve("labels.doc"), "a letter", StandardCharsets.UTF_8);
		assertRefused(text, image(13, 11, 1, 1), "a text file", "label TIFF", "label PNG", "folder of label images",
			"Cell Tracking Challenge folder");
		assertRefused(Files.write(folder.resolve("bytes.bin"), new byte[] { 1, 2, 3 }), image(13, 11, 1, 1), "a file of unknown kind");
		assertRefused(Files.writeString(folder.resolve("old.pkl"), "(dp0"), image(13, 11, 1, 1), "a Python pickle");
		assertRefused(folder, image(13, 11, 1, 1), "holds no label images");
		assertRefused(Files.createFile(folder.resolve("nothing.tif")), image(13, 11, 1, 1), "the file is empty");
		assertRefused(folder.resolve("absent.tif"), image(13, 11, 1, 1), "no such file");
	}

	private static Segmentation of(final Movie labels, final Movie image) {
		return context.service(SegmentationService.class).of(labels, image, Progress.NONE);
	}

	@Test
	void takesAnOpenLabelImage() {
		final short[] pixels = new short[13 * 11 * 4];
		for (int t = 0; t < 4; t++) for (int p = 0; p < 143; p++) pixels[t * 143 + p] = (short) Fixtures.plane("u16", t, 0, 13, 11)[p];
		final Movie slices = Movie.of("open", java.util.List.of(new Frame(PixelType.UINT16, new Shape(13, 11, 4, 1), pixels)));
		final Segmentation labels = of(slices, image(13, 11, 1, 4));
		assertEquals(4, labels.frames());
		assertTrue(labels.description().contains("the file's 4 slices were read as 4 frames"), labels::description);
		assertArrayEquals(Fixtures.plane("u16", 0, 0, 13, 11), labels.labels(0));
	}

	@Test
	void refusesOpenImagesThatHoldNoLabels() {
		final Movie halves = Movie.of("halves", java.util.List.of(Frame.of(PixelType.FLOAT32, 2, 1, new float[] { 0, 0.5f })));
		final InputException e = assertThrows(InputException.class, () -> of(halves, image(2, 1, 1, 1)));
		assertTrue(e.getMessage().contains("'halves': value 0.5 at x = 1"), e::getMessage);
		final Movie zeros = Movie.of("zeros", java.util.List.of(Frame.of(PixelType.UINT8, 2, 1, new byte[2])));
		final InputException empty = assertThrows(InputException.class, () -> of(zeros, image(2, 1, 1, 1)));
		assertTrue(empty.getMessage().contains("'zeros' are empty"), empty::getMessage);
		final Movie colour = Movie.of("colour", java.util.List.of(new Frame(PixelType.UINT8, new Shape(2, 1, 1, 3), new byte[6]))).with(
			Calibration.NONE, Display.RGB);
		final InputException rgb = assertThrows(InputException.class, () -> of(colour, image(2, 1, 1, 1)));
		assertTrue(rgb.getMessage().contains("'colour': it is a colour image"), rgb::getMessage);
	}

	@Test
	void stopsWhenCanceled() {
		final Progress canceled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				throw new AssertionError("canceled before any report");
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> context.service(SegmentationService.class).read(Fixtures.file("u16.png"), image(13, 11, 1,
			1), canceled));
	}
}
