package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.scijava.Context;

/** Everything a user can get wrong with predict: one clear line, status 1, nothing written. */
class BadInputTest {

	private static Context context;

	@TempDir
	Path folder;

	private Path image;
	private Path labels;
	private Path output;

	@BeforeAll
	static void start() {
		context = new Context(HeadlessServices.LIST);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void files() throws IOException {
		output = folder.resolve("out");
		image = tiff("image.tif", Shape.of(16, 12), PixelType.UINT8, 3, i -> i % 200);
		labels = tiff("labels.tif", Shape.of(16, 12), PixelType.UINT8, 3, i -> box(i % 192, 16));
	}

	private static double box(final int pixel, final int width) {
		final int x = pixel % width, y = pixel / width;
		return x > 2 && x < 7 && y > 2 && y < 7 ? 5 : 0;
	}

	private interface Values {

		double at(int index);
	}

	private Path tiff(final String name, final Shape shape, final PixelType type, final int frames, final Values values) throws IOException {
		final List<Frame> list = new ArrayList<>();
		for (int t = 0; t < frames; t++) {
			final Object data = type.newArray(shape.values());
			for (int i = 0; i < shape.values(); i++) type.set(data, i, values.at(t * shape.values() + i));
			list.add(new Frame(type, shape, data));
		}
		final Path path = folder.resolve(name);
		final Movie movie = Movie.of(name, list);
		new FrameSeries(shape.channels() == 3 ? movie.with(movie.calibration(), Display.RGB) : movie, (t, c) -> "", "").write(path,
			Progress.NONE);
		return path;
	}

	private Path text(final String name, final String content) throws IOException {
		return Files.writeString(folder.resolve(name), content);
	}

	/** Runs predict on image and labels with further parameters, and expects one line that says all the parts. */
	private void refused(final Object what, final String parts, final String... more) throws IOException {
		final List<String> args = new ArrayList<>(List.of("predict", "image=" + image, "labels=" + what, "output=" + output, "frames=2"));
		for (final String arg : more) args.removeIf(a -> a.startsWith(arg.substring(0, arg.indexOf('=') + 1)));
		args.addAll(Arrays.asList(more));
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final int status = new CommandLine(context, new PrintStream(OutputStreams.NOWHERE), new PrintStream(err, true, StandardCharsets.UTF_8))
			.run(args.toArray(String[]::new));
		final String line = err.toString(StandardCharsets.UTF_8);
		assertEquals(1, status, "status; said: " + line);
		assertEquals(1, line.lines().count(), line);
		for (final String part : parts.split("\\|")) assertTrue(line.contains(part), "'" + line + "' should say '" + part + "'");
		assertTrue(!line.contains("defect"), line);
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.map(p -> p.getFileName().toString()).filter(n -> n.contains("out")).toList(), "left behind");
		}
	}

	/** A stream that forgets. */
	private static final class OutputStreams {

		static final java.io.OutputStream NOWHERE = java.io.OutputStream.nullOutputStream();
	}

	@Test
	void labelsOfAnotherSize() throws IOException {
		refused(tiff("small.tif", Shape.of(8, 12), PixelType.UINT8, 3, i -> 1), "small.tif|8 x 12|16 x 12");
	}

	@Test
	void labelsLargerThanTheImage() throws IOException {
		refused(tiff("large.tif", Shape.of(32, 24), PixelType.UINT8, 3, i -> 1), "large.tif|32 x 24|16 x 12");
	}

	@Test
	void emptyLabels() throws IOException {
		refused(tiff("empty.tif", Shape.of(16, 12), PixelType.UINT8, 3, i -> 0), "empty.tif|empty|background");
	}

	@Test
	void labelsOfMoreFramesThanTheImage() throws IOException {
		refused(tiff("long.tif", Shape.of(16, 12), PixelType.UINT8, 5, i -> box(i % 192, 16)), "long.tif|5 frames|3 frames");
	}

	@Test
	void truncatedImage() throws IOException {
		final byte[] whole = Files.readAllBytes(image);
		final Path cut = folder.resolve("cut.tif");
		Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
		refused(labels, "cut.tif", "image=" + cut);
	}

	@Test
	void truncatedLabels() throws IOException {
		final byte[] whole = Files.readAllBytes(labels);
		final Path cut = folder.resolve("cut.tif");
		Files.write(cut, Arrays.copyOf(whole, whole.length - 40));
		refused(cut, "cut.tif");
	}

	@Test
	void brokenXml() throws IOException {
		refused(text("model.xml", "<?xml version=\"1.0\"?><TrackMate version=\"7.0\"><Model><AllSpots"), "model.xml");
	}

	@Test
	void brokenJson() throws IOException {
		refused(text("coco.json", "{\"images\":[],\"annotations\":[{\"segmentation\":[[1,2,"), "coco.json");
	}

	@Test
	void brokenZip() throws IOException {
		refused(Files.write(folder.resolve("rois.zip"), new byte[] { 'P', 'K', 3, 4, 9, 9, 9, 9, 9 }), "rois.zip");
	}

	@Test
	void runLengthsOfTheWrongSum() throws IOException {
		refused(text("sam.json", "[{\"segmentation\":{\"size\":[12,16],\"counts\":[10,5]},\"area\":5,\"bbox\":[0,0,3,3]}]"), "sam.json|192");
	}

	@Test
	void notANumberInFloatLabels() throws IOException {
		refused(tiff("nan.tif", Shape.of(16, 12), PixelType.FLOAT32, 3, i -> i == 40 ? Double.NaN : 1), "nan.tif|NaN");
	}

	@Test
	void halfALabel() throws IOException {
		refused(tiff("half.tif", Shape.of(16, 12), PixelType.FLOAT32, 3, i -> 0.5), "half.tif|0.5|whole numbers");
	}

	@Test
	void colourForLabels() throws IOException {
		refused(tiff("rgb.tif", new Shape(16, 12, 1, 3), PixelType.UINT8, 3, i -> 1), "rgb.tif|colour");
	}

	@Test
	void noFrames() throws IOException {
		refused(labels, "frames=0|1 to", "frames=0");
	}

	@Test
	void negativeFrames() throws IOException {
		refused(labels, "frames=-7", "frames=-7");
	}

	@Test
	void moreObservedThanThereIs() throws IOException {
		refused(labels, "observed=4|3 frames", "observed=4");
	}

	@Test
	void negativeObserved() throws IOException {
		refused(labels, "observed=-1", "observed=-1");
	}

	@Test
	void anArrowForALabelThatIsNotThere() throws IOException {
		refused(labels, "arrows|77|5", "arrows=77:1,1");
	}

	@Test
	void anArrowThatIsNoArrow() throws IOException {
		refused(labels, "arrows|label:dx,dy", "arrows=5:north");
	}

	@Test
	void anUnknownPredictor() throws IOException {
		refused(labels, "predictor|oracle|hierarchical, ", "predictor=oracle");
	}

	@Test
	void anUnknownBackground() throws IOException {
		refused(labels, "background|paint|temporal", "background=paint");
	}

	@Test
	void anUnknownChoice() throws IOException {
		refused(labels, "overlap=under|over, sum", "overlap=under");
		refused(labels, "slices=up|auto, time, depth", "slices=up");
		refused(labels, "keep=none|predicted, observed", "keep=none");
	}

	@Test
	void oneFrameShowsNoMotion() throws IOException {
		refused(labels, "One observed frame shows no motion|arrows|trained model", "observed=1", "predictor=velocity");
	}

	@Test
	void aPickle() throws IOException {
		refused(Files.write(folder.resolve("cells_seg.npy"), new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0 }), "cells_seg.npy|PNG");
	}

	@Test
	void aMissingSegmentation() throws IOException {
		refused("nowhere.tif", "labels=nowhere.tif|no such file");
		refused("", "labels|auto");
	}

	@Test
	void aTextFileAsImage() throws IOException {
		refused(labels, "notes.txt", "image=" + text("notes.txt", "These are notes."));
	}

	@Test
	void aDepthImageOfAnotherSize() throws IOException {
		refused(labels, "depth|8 x 8|16 x 12", "depth=" + tiff("depth.tif", Shape.of(8, 8), PixelType.UINT8, 1, i -> i));
	}

	@Test
	void aFileWhereTheOutputShouldBe() throws IOException {
		final Path file = text("taken", "mine");
		refused(labels, "taken|a folder is needed", "output=" + file);
		assertEquals("mine", Files.readString(file));
	}

	@Test
	void aForeignFolderIsLeftAlone() throws IOException {
		final Path foreign = Files.createDirectory(folder.resolve("photos"));
		final Path photo = Files.writeString(foreign.resolve("cat.png"), "cat");
		refused(labels, "photos|left alone", "output=" + foreign, "overwrite=true");
		assertEquals("cat", Files.readString(photo));
	}

	@Test
	void aPlaceThatCannotBeWritten() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "needs /proc, where nobody can make a folder");
		refused(labels, "/proc/out", "output=/proc/out");
	}
}
