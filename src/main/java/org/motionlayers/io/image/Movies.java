package org.motionlayers.io.image;

import java.util.function.IntFunction;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

/** Other views of a movie. */
public final class Movies {

	private Movies() {}

	/** @return whether a movie has no time but slices, as most time-lapses have that were saved without their axes */
	public static boolean hasSlicesOnly(final Movie movie) {
		return movie.frames() == 1 && movie.shape().depth() > 1;
	}

	/**
	 * Takes the slices of a movie of one frame for its frames.
	 *
	 * @param movie one frame of several slices
	 * @return as many frames as there were slices, 2D, fetched one at a time; the calibration is kept
	 */
	public static Movie zAsTime(final Movie movie) {
		if (!hasSlicesOnly(movie)) throw new IllegalArgumentException("'" + movie.title() + "' has " + movie.frames() + " frames of " + movie
			.shape().space() + ": only the slices of a single 3D frame can be taken for time.");
		final Shape shape = movie.shape();
		final Shape flat = new Shape(shape.width(), shape.height(), 1, shape.channels());
		final IntFunction<Frame> frames = movie.source() instanceof PlaneFrames planes ? planes.slicesAsFrames() : z -> slice(movie.frame(0),
			z, flat);
		return new Movie(movie.title(), movie.type(), flat, shape.depth(), movie.calibration(), movie.display(), frames);
	}

	private static Frame slice(final Frame frame, final int z, final Shape flat) {
		final Object data = frame.type().newArray(flat.values());
		for (int c = 0; c < flat.channels(); c++) System.arraycopy(frame.data(), c * frame.shape().pixels() + z * flat.planeSize(), data, c *
			flat.planeSize(), flat.planeSize());
		return new Frame(frame.type(), flat, data);
	}
}
