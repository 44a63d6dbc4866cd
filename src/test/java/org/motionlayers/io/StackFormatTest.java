package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.io.image.Images;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Impatient;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.LabelTiffReader;
import org.motionlayers.segmentation.OmeZarrLabelReader;
import org.motionlayers.segmentation.Target;

class StackFormatTest {

	private static final Calibration CALIBRATION = new Calibration(0.25, 0.5, 2, "\u00b5m", 3, "sec");
	private static final String PYTHON = "/usr/bin/python3";

	@TempDir
	Path temp;

	/** Something of any size in which neighbours differ, and some chunks hold nothing. */
	private static FrameSeries series(final PixelType type, final Shape shape, final int frames) {
		final Display.Channel range = new Display.Channel(3, 200, new int[0]);
		final Display display = new Display(shape.channels() > 1 ? Display.Mode.COMPOSITE : Display.Mode.GRAYSCALE, java.util.Collections.nCopies(
			shape.channels(), range));
		return new FrameSeries(new Movie("made", type, shape, frames, CALIBRATION, display, t -> frame(type, shape, t)), (t, c) -> "t" + t, "");
	}

	private static Frame frame(final PixelType type, final Shape shape, final int t) {
		final Object data = type.newArray(shape.values());
		for (int i = 0; i < shape.values(); i++) {
			final int x = i % shape.width(), y = i / shape.width() % shape.height();
			type.set(data, i, x < shape.width() / 2 ? (x * 7 + y * 3 + i / shape.planeSize() * 11 + t * 5) % 251 : 0);
		}
		return new Frame(type, shape, data);
	}

	private static FrameSeries labels(final PixelType type, final int most) {
		final Shape shape = Shape.of(600, 40);
		return new FrameSeries(new Movie("labels", type, shape, 2, CALIBRATION, Display.DEFAULT, t -> {
			final Object data = type.newArray(shape.values());
			for (int i = 0; i < shape.values(); i++) type.set(data, i, i % 600 / 100 == 2 ? most : i % 600 / 100 == 4 + t ? 9 : 0);
			return new Frame(type, shape, data);
		}), (t, c) -> "", "");
	}

	private Path write(final StackFormat format, final FrameSeries series) {
		final Path folder = temp.resolve(format.name());
		try (OutputFolder out = OutputFolder.open(folder, true)) {
			format.write(out, "video", series, Progress.NONE);
			out.commit(new RunRecord("predict"));
		}
		return folder.resolve(format == StackFormat.ZARR ? "video.zarr" : "video.tif");
	}

	private static void assertSame(final Movie expected, final Movie found) {
		assertEquals(expected.shape(), found.shape());
		assertEquals(expected.frames(), found.frames());
		assertEquals(expected.type(), found.type());
		for (int t = 0; t < expected.frames(); t++) assertTrue(Objects.deepEquals(expected.frame(t).data(), found.frame(t).data()), "frame " + t);
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void zarrIsReadAsItWasWritten(final PixelType type) throws IOException {
		for (final Shape shape : new Shape[] { Shape.of(33, 21), new Shape(70, 11, 3, 2), Shape.of(1100, 1030) }) {
			final FrameSeries series = series(type, shape, 2);
			final Movie found = Images.open(write(StackFormat.ZARR, series));
			assertSame(series.movie(), found);
			assertEquals(shape.depth() > 1 ? CALIBRATION : new Calibration(0.25, 0.5, 1, "\u00b5m", 3, "sec"), found.calibration());
			assertEquals(3, found.display().channels().get(0).minimum());
			assertEquals(200, found.display().channels().get(0).maximum());
		}
	}

	@Test
	void labelsLieInTheFolderOfTheImage() throws IOException {
		for (final int most : new int[] { 7, 16777216 }) {
			final FrameSeries image = series(PixelType.UINT8, Shape.of(600, 40), 2);
			final FrameSeries labels = labels(most > 65535 ? PixelType.FLOAT32 : PixelType.UINT16, most);
			try (OutputFolder out = OutputFolder.open(temp.resolve("out"), true)) {
				StackFormat.ZARR.write(out, "video", image, Progress.NONE);
				StackFormat.ZARR.writeLabels(out, "video", "labels", labels, Progress.NONE);
				out.commit(new RunRecord("predict"));
			}
			final Segmentation read = new OmeZarrLabelReader().read(temp.resolve("out/video.zarr"), Target.of(image.movie()), Progress.NONE);
			assertEquals(2, read.frames());
			assertArrayEquals(IntStream.of(9, most).sorted().toArray(), Arrays.stream(read.labels(1)).filter(l -> l > 0).distinct().sorted().toArray());
			final String metadata = Files.readString(temp.resolve("out/video.zarr/labels/labels/.zattrs"));
			assertTrue(metadata.contains("\"label-value\": " + most), metadata);
		}
	}

	@Test
	void bigTiffLabelsAreRead() throws IOException {
		final FrameSeries labels = labels(PixelType.FLOAT32, 16777216);
		final Path file = write(StackFormat.BIGTIFF, labels);
		assertEquals(43, Files.readAllBytes(file)[2]);
		final Segmentation read = new LabelTiffReader().read(file, Target.of(labels.movie()), Progress.NONE);
		assertEquals(2, read.frames());
		for (int t = 0; t < 2; t++) {
			final float[] written = (float[]) labels.movie().frame(t).data();
			for (int i = 0; i < written.length; i++) assertEquals(written[i], read.labels(t)[i]);
		}
	}

	@Test
	void theSameStackGivesTheSameBytes() throws IOException {
		final Path file = write(StackFormat.BIGTIFF, series(PixelType.UINT16, new Shape(30, 20, 2, 2), 3));
		final byte[] first = Files.readAllBytes(file);
		assertArrayEquals(first, Files.readAllBytes(write(StackFormat.BIGTIFF, series(PixelType.UINT16, new Shape(30, 20, 2, 2), 3))));
		final Path zarr = write(StackFormat.ZARR, series(PixelType.UINT16, new Shape(30, 20, 2, 2), 3));
		final byte[] chunk = Files.readAllBytes(zarr.resolve("0/1/1/0/0/0"));
		assertArrayEquals(chunk, Files.readAllBytes(write(StackFormat.ZARR, series(PixelType.UINT16, new Shape(30, 20, 2, 2), 3)).resolve(
			"0/1/1/0/0/0")));
	}

	@ParameterizedTest
	@EnumSource(StackFormat.class)
	void aCanceledStackLeavesNothing(final StackFormat format) throws IOException {
		assertThrows(CancellationException.class, () -> {
			try (OutputFolder out = OutputFolder.open(temp.resolve("out"), false)) {
				format.write(out, "video", series(PixelType.UINT8, Shape.of(20, 20), 9), new Impatient(2));
			}
		});
		try (Stream<Path> files = Files.list(temp)) {
			assertFalse(files.findAny().isPresent());
		}
	}

	/** @return the sum of all values, which are whole */
	private static long sum(final FrameSeries series) {
		long sum = 0;
		for (int t = 0; t < series.movie().frames(); t++) {
			final Frame frame = series.movie().frame(t);
			for (int i = 0; i < frame.shape().values(); i++) sum += (long) frame.type().get(frame.data(), i);
		}
		return sum;
	}

	private static List<String> python(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(PYTHON));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
		return said.lines().toList();
	}

	private static boolean has(final String modules) {
		try {
			return new ProcessBuilder(PYTHON, "-c", "import " + modules).redirectErrorStream(true).redirectOutput(
				ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** scripts/check_stacks.py looks with zarr-python, where that is installed. */
	@Test
	void othersReadZarr() throws IOException, InterruptedException {
		assumeTrue(has("zarr, numcodecs"), "no Python with zarr here");
		final FrameSeries image = series(PixelType.UINT16, new Shape(1100, 515, 2, 2), 2);
		final FrameSeries labels = labels(PixelType.FLOAT32, 16777216);
		try (OutputFolder out = OutputFolder.open(temp.resolve("out"), false)) {
			StackFormat.ZARR.write(out, "video", image, Progress.NONE);
			StackFormat.ZARR.writeLabels(out, "video", "labels", labels, Progress.NONE);
			out.commit(new RunRecord("predict"));
		}
		final List<String> said = python("scripts/check_stacks.py", temp.resolve("out/video.zarr").toString());
		assertEquals("video.zarr/0 tczyx 2x2x2x515x1100 uint16 " + sum(image) +
			" 3.0,1.0,2.0,0.5,0.25 second,-,micrometer,micrometer,micrometer", said.get(0).replace(",1,", ",1.0,"));
		assertEquals("video.zarr/labels/labels/0 tyx 2x40x600 uint32 " + sum(labels) + " 3.0,0.5,0.25 second,micrometer,micrometer", said.get(3));
		assertEquals(5, said.size(), said.toString());
	}

	/** scripts/check_stacks.py looks with tifffile, where that is installed. */
	@ParameterizedTest
	@EnumSource(PixelType.class)
	void othersReadBigTiff(final PixelType type) throws IOException, InterruptedException {
		assumeTrue(has("tifffile, numpy"), "no Python with tifffile here");
		final FrameSeries series = series(type, new Shape(31, 20, 3, 2), 2);
		final String said = python("scripts/check_stacks.py", write(StackFormat.BIGTIFF, series).toString()).get(0);
		final String numpy = type == PixelType.FLOAT32 ? "float32" : "uint" + type.bits();
		assertTrue(said.startsWith("video.tif TZCYX 2x3x2x20x31 " + numpy + " " + sum(series) + " 4.0 "), said);
	}
}
