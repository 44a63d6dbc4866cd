package org.motionlayers.scene;

import java.util.function.IntFunction;

/** Gives the frames of a movie where they are computed: each anew, into an array of the caller's or into one of its own. */
public interface FrameSource extends IntFunction<Frame> {

	/** Computes frames. */
	@FunctionalInterface
	interface Maker {

		/**
		 * @param t the frame, from 0
		 * @param spare array of the movie's pixel type and size, which may be overwritten
		 * @return the frame, over that array or another
		 */
		Frame frame(int t, Object spare);
	}

	/**
	 * Gives one frame.
	 *
	 * @param t the frame, from 0
	 * @param spare array of the movie's pixel type and size, which may be overwritten
	 * @return the frame, over that array or another
	 */
	Frame apply(int t, Object spare);

	/**
	 * A source that keeps nothing.
	 *
	 * @param type pixel type of the frames
	 * @param shape size of the frames
	 * @param maker computes one; called from any thread
	 */
	static FrameSource of(final PixelType type, final Shape shape, final Maker maker) {
		return new FrameSource() {

			@Override
			public Frame apply(final int t) {
				return apply(t, type.newArray(shape.values()));
			}

			@Override
			public Frame apply(final int t, final Object spare) {
				return maker.frame(t, spare);
			}
		};
	}
}
