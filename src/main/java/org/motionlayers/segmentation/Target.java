package org.motionlayers.segmentation;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

/**
 * The image that labels belong to, as far as a reader needs it: formats of outlines have no size of their own, and physical
 * coordinates need a pixel size.
 *
 * @param shape size of a frame
 * @param frames number of frames
 * @param calibration pixel size and interval
 */
public record Target(Shape shape, int frames, Calibration calibration) {

	/** @return the target that a movie is */
	public static Target of(final Movie movie) {
		return new Target(movie.shape(), movie.frames(), movie.calibration());
	}
}
