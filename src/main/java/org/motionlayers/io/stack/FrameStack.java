package org.motionlayers.io.stack;

import java.util.function.IntFunction;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * A virtual ImageJ stack over the frames of a movie, in ImageJ's order: channel fastest, then slice, then time. A frame is fetched when
 * one of its planes is asked for. Edits are lost, as in every virtual stack.
 */
abstract class FrameStack extends VirtualStack {

	private static final int RGB_BITS = 24;

	private final Movie movie;
	private final FrameSeries.SliceLabels labels;
	private final boolean rgb;
	private final int planes;

	/**
	 * @param movie the frames
	 * @param labels what its planes are called
	 */
	FrameStack(final Movie movie, final FrameSeries.SliceLabels labels) {
		super(movie.shape().width(), movie.shape().height());
		this.movie = movie;
		this.labels = labels;
		this.rgb = movie.display().isRgb() && movie.shape().channels() == 3 && movie.type() == PixelType.UINT8;
		this.planes = channels() * movie.shape().depth();
	}

	/**
	 * A stack to be looked at.
	 *
	 * @param movie the frames
	 * @param labels what its planes are called
	 * @param frames gives frame t, from any thread
	 */
	static FrameStack of(final Movie movie, final FrameSeries.SliceLabels labels, final IntFunction<Frame> frames) {
		return new FrameStack(movie, labels) {

			@Override
			Frame frame(final int t) {
				return frames.apply(t);
			}
		};
	}

	/** @return frame t, not to be written to */
	abstract Frame frame(int t);

	/** @return channels as ImageJ counts them: 1 for RGB */
	int channels() {
		return rgb ? 1 : movie.shape().channels();
	}

	/** @return planes of a frame as ImageJ counts them */
	int planes() {
		return planes;
	}

	/** @return whether planes are RGB colour */
	boolean isRgb() {
		return rgb;
	}

	/** @return where in a frame the values of a plane begin that is not RGB, planes counted from 0 */
	int offset(final int plane) {
		return plane % channels() * movie.shape().pixels() + plane / channels() * movie.shape().planeSize();
	}

	@Override
	public int getSize() {
		return planes * movie.frames();
	}

	@Override
	public int size() {
		return getSize();
	}

	@Override
	public int getBitDepth() {
		return rgb ? RGB_BITS : movie.type().bits();
	}

	@Override
	public String getSliceLabel(final int n) {
		return labels.of((n - 1) / planes, (n - 1) % channels());
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		if (n < 1 || n > getSize()) throw new IllegalArgumentException("Plane " + n + " of a stack of " + getSize() + ".");
		final Frame frame = frame((n - 1) / planes);
		final int plane = (n - 1) % planes;
		final ImageProcessor processor = rgb ? colour(frame, plane) : grey(frame, offset(plane));
		processor.setSliceNumber(n);
		return processor;
	}

	private ImageProcessor grey(final Frame frame, final int offset) {
		final Shape shape = movie.shape();
		final Object plane = movie.type().newArray(shape.planeSize());
		System.arraycopy(frame.data(), offset, plane, 0, shape.planeSize());
		return switch (movie.type()) {
			case UINT8 -> new ByteProcessor(shape.width(), shape.height(), (byte[]) plane);
			case UINT16 -> new ShortProcessor(shape.width(), shape.height(), (short[]) plane, null);
			case FLOAT32 -> new FloatProcessor(shape.width(), shape.height(), (float[]) plane);
		};
	}

	private ImageProcessor colour(final Frame frame, final int z) {
		final Shape shape = movie.shape();
		final byte[] data = (byte[]) frame.data();
		final int[] plane = new int[shape.planeSize()];
		for (int i = 0, r = z * shape.planeSize(), g = r + shape.pixels(), b = g + shape.pixels(); i < plane.length; i++, r++, g++, b++)
			plane[i] = 0xff000000 | (data[r] & 0xff) << 16 | (data[g] & 0xff) << 8 | data[b] & 0xff;
		return new ColorProcessor(shape.width(), shape.height(), plane);
	}
}
