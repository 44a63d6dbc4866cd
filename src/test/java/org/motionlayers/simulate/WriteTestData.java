package org.motionlayers.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

/** Writes test-data/squares, the same bytes every time: three squares, two of which cross while nobody looks. */
public final class WriteTestData {

	/** A seed whose squares stay in the frame, are apart in the four observed frames and once cross after them. */
	static final long SEED = 114;

	/** Whole pixels per frame, so that a right prediction equals the hidden frames bit for bit. */
	static final SquaresOptions SQUARES = SquaresOptions.PAPER.withEdges(12, 24).withSteps(SquaresOptions.Steps.WHOLE_PIXELS).withCrossings(
		SquaresOptions.Crossings.ALLOWED);

	private WriteTestData() {}

	/** @param args the folder to write to */
	public static void main(final String... args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[0], "squares"));
		final SquaresSample sample = new MovingSquares(SQUARES).sample(SEED);
		save(colour(sample.movie()), folder.resolve("image.tif"));
		save(labels(sample.labels()), folder.resolve("labels.tif"));
	}

	private static ImageStack colour(final Movie movie) {
		final ImageStack stack = new ImageStack(movie.shape().width(), movie.shape().height());
		final int plane = movie.shape().planeSize();
		for (int t = 0; t < movie.frames(); t++) {
			final byte[] values = (byte[]) movie.frame(t).data();
			final int[] rgb = new int[plane];
			for (int i = 0; i < plane; i++) rgb[i] = (values[i] & 0xff) << 16 | (values[plane + i] & 0xff) << 8 | values[2 * plane + i] & 0xff;
			stack.addSlice(new ColorProcessor(stack.getWidth(), stack.getHeight(), rgb));
		}
		return stack;
	}

	private static ImageStack labels(final Segmentation segmentation) {
		final ImageStack stack = new ImageStack(segmentation.shape().width(), segmentation.shape().height());
		for (int t = 0; t < segmentation.frames(); t++) {
			final int[] labels = segmentation.labels(t);
			final byte[] values = new byte[labels.length];
			for (int i = 0; i < labels.length; i++) values[i] = (byte) labels[i];
			stack.addSlice(new ByteProcessor(stack.getWidth(), stack.getHeight(), values));
		}
		return stack;
	}

	private static void save(final ImageStack stack, final Path file) throws IOException {
		final String name = file.getFileName().toString();
		final ImagePlus image = new ImagePlus(name, stack);
		image.setDimensions(1, 1, stack.getSize());
		image.setOpenAsHyperStack(true);
		image.setDisplayRange(0, stack.getBitDepth() == 8 ? 3 : 255);
		if (!new FileSaver(image).saveAsTiffStack(file.toString())) throw new IOException("Could not write " + file + ".");
	}
}
