package org.motionlayers.io.stack;

import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;

import org.motionlayers.io.image.Calibrations;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

/** Movies as ImageJ images: time as t, channels composited, calibrated and shown as the movie says. */
public final class Stacks {

	/** Share of the free heap that a real stack may take; beyond it stacks are virtual. */
	private static final double HEAP_SHARE = 0.4;

	/** Bytes that are composited while nobody notices: larger stacks are virtual, whatever the heap, so that they open at once. */
	private static final long AT_ONCE = 1L << 28;

	private static final int COLOURS = 256;

	private Stacks() {}

	/** @return bytes up to which a stack is held in memory: 256 MB, or a share of the heap still free where that is less */
	public static long defaultLimit() {
		final Runtime runtime = Runtime.getRuntime();
		return Math.min(AT_ONCE, (long) (HEAP_SHARE * (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory())));
	}

	/**
	 * Makes an ImageJ image.
	 *
	 * @param movie the frames
	 * @param labels what its planes are called
	 * @param limit bytes up to which the stack is real; a larger one is virtual and computes or reads planes when they are looked at
	 * @return the image, never shown
	 */
	public static ImagePlus image(final Movie movie, final FrameSeries.SliceLabels labels, final long limit) {
		final long bytes = movie.frames() * movie.type().bytes(movie.shape());
		if (bytes > limit) return virtual(movie, labels);
		final ImageStack from = new StreamStack(movie, labels);
		final ImageStack real = new ImageStack(from.getWidth(), from.getHeight());
		for (int n = 1; n <= from.getSize(); n++) real.addSlice(from.getSliceLabel(n), from.getProcessor(n).getPixels());
		return assemble(movie, real);
	}

	private static ImagePlus virtual(final Movie movie, final FrameSeries.SliceLabels labels) {
		final ScrubbedFrames frames = new ScrubbedFrames(movie);
		final ImagePlus imp = assemble(movie, FrameStack.of(movie, labels, frames::frame));
		frames.shownBy(imp);
		return imp;
	}

	/** @return the image for a writer, with a virtual stack whose planes share an array */
	static ImagePlus stream(final Movie movie, final FrameSeries.SliceLabels labels) {
		return assemble(movie, new StreamStack(movie, labels));
	}

	private static ImagePlus assemble(final Movie movie, final ImageStack stack) {
		final Shape shape = movie.shape();
		final int channels = stack.getSize() / shape.depth() / movie.frames();
		ImagePlus imp = new ImagePlus(movie.title(), stack);
		imp.setDimensions(channels, shape.depth(), movie.frames());
		if (channels > 1) imp = new CompositeImage(imp, mode(movie.display().mode()));
		imp.setOpenAsHyperStack(stack.getSize() > 1);
		Calibrations.copy(movie.calibration(), imp.getCalibration());
		show(movie.display().channels(), imp, channels);
		return imp;
	}

	private static int mode(final Display.Mode mode) {
		return switch (mode) {
			case COMPOSITE -> IJ.COMPOSITE;
			case GRAYSCALE -> IJ.GRAYSCALE;
			default -> IJ.COLOR;
		};
	}

	private static void show(final List<Display.Channel> display, final ImagePlus imp, final int channels) {
		if (display.size() != channels || imp.getBitDepth() == 24) return;
		if (imp instanceof CompositeImage composite) {
			composite.setLuts(display.stream().map(Stacks::lut).toArray(LUT[]::new));
			composite.setPosition(1, 1, 1);
			return;
		}
		if (display.get(0).lut().length > 0) imp.setLut(lut(display.get(0)));
		imp.setDisplayRange(display.get(0).minimum(), display.get(0).maximum());
	}

	private static LUT lut(final Display.Channel channel) {
		final byte[][] rgb = new byte[3][COLOURS];
		for (int i = 0; i < COLOURS; i++) {
			final int colour = channel.lut().length == COLOURS ? channel.lut()[i] : i * 0x010101;
			rgb[0][i] = (byte) (colour >> 16);
			rgb[1][i] = (byte) (colour >> 8);
			rgb[2][i] = (byte) colour;
		}
		final LUT lut = new LUT(rgb[0], rgb[1], rgb[2]);
		lut.min = channel.minimum();
		lut.max = channel.maximum();
		return lut;
	}
}
