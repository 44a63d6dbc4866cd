package org.motionlayers.io.stack;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;

/**
 * The stack of a movie for a writer, which takes the pixels of one plane after the other and is done with each when it asks for the next: all
 * frames are computed into one array, and all planes are handed out in one.
 */
final class StreamStack extends FrameStack {

	private final Movie movie;
	private Object spareFrame;
	private Object sparePlane;
	private Frame frame;
	private int at = -1;

	/**
	 * @param movie the frames
	 * @param labels what its planes are called
	 */
	StreamStack(final Movie movie, final FrameSeries.SliceLabels labels) {
		super(movie, labels);
		this.movie = movie;
	}

	@Override
	Frame frame(final int t) {
		if (t == at) return frame;
		if (spareFrame == null) spareFrame = movie.type().newArray(movie.shape().values());
		at = -1; // where the computation is given up, the array holds no frame
		frame = movie.frame(t, spareFrame);
		at = t;
		return frame;
	}

	/** @return the pixels of a plane, overwritten by the next call */
	@Override
	public Object getPixels(final int n) {
		if (isRgb()) return super.getPixels(n);
		final Frame whole = frame((n - 1) / planes());
		if (planes() == 1) return whole.data();
		final int size = movie.shape().planeSize();
		if (sparePlane == null) sparePlane = movie.type().newArray(size);
		System.arraycopy(whole.data(), offset((n - 1) % planes()), sparePlane, 0, size);
		return sparePlane;
	}
}
