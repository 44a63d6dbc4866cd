package org.motionlayers.scene;

import java.util.List;
import java.util.function.IntFunction;

/**
 * An image sequence: frames of one shape and pixel type, fetched one at a time so that a stack on disk is never held whole.
 *
 * @param title what the user calls it, such as the file name without its ending
 * @param type the pixel type
 * @param shape the size of every frame
 * @param frames number of frames, at least 1
 * @param calibration what pixels and frames measure
 * @param display how it is shown
 * @param source gives frame t, 0 &lt;= t &lt; frames; may be called from any thread; a {@link FrameSource} where frames are computed
 */
public record Movie(String title, PixelType type, Shape shape, int frames, Calibration calibration, Display display,
	IntFunction<Frame> source) {

	/** Checks that there is a frame. */
	public Movie {
		if (frames < 1) throw new InputException("Image '" + title + "' has no frames.");
	}

	/** @return a movie of frames held in memory, uncalibrated */
	public static Movie of(final String title, final List<Frame> frames) {
		if (frames.isEmpty()) throw new InputException("Image '" + title + "' has no frames.");
		final List<Frame> copy = List.copyOf(frames);
		final Frame first = copy.get(0);
		return new Movie(title, first.type(), first.shape(), copy.size(), Calibration.NONE, Display.DEFAULT, copy::get);
	}

	/** @return frame t, 0 &lt;= t &lt; frames */
	public Frame frame(final int t) {
		if (t < 0 || t >= frames) throw new IndexOutOfBoundsException("Frame " + t + " of '" + title + "', which has " + frames + ".");
		return source.apply(t);
	}

	/**
	 * Frame t for one who looks at it once, such as a writer: computed into an array of the caller's where frames are computed, and kept by
	 * nobody.
	 *
	 * @param t 0 &lt;= t &lt; frames
	 * @param spare array of the pixel type, {@code shape().values()} elements; may be overwritten
	 * @return the frame, over that array or another
	 */
	public Frame frame(final int t, final Object spare) {
		if (t < 0 || t >= frames || !(source instanceof FrameSource)) return frame(t);
		return ((FrameSource) source).apply(t, spare);
	}

	/** @return this movie with another calibration and display */
	public Movie with(final Calibration newCalibration, final Display newDisplay) {
		return new Movie(title, type, shape, frames, newCalibration, newDisplay, source);
	}

	/** @return the first frames alone: later ones cannot be reached through the result */
	public Movie head(final int count) {
		if (count < 1 || count > frames) throw new IndexOutOfBoundsException("The first " + count + " of " + frames + " frames.");
		return new Movie(title, type, shape, count, calibration, display, source);
	}
}
