package org.motionlayers.decompose;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.SingletonPlugin;

/** Fills what the objects hide: makes the background of a scene. The plugin's name is what users give as {@code background=}; one instance serves all. */
public interface Inpainter extends SingletonPlugin {

	/**
	 * Makes the background.
	 *
	 * @param observed the observed frames; the last one is the reference frame
	 * @param labels their labels, as many frames
	 * @param seed of random choices
	 * @param progress is told and asked
	 * @return the reference frame with every pixel under a label filled; pixels outside all labels are the reference frame's own
	 */
	Frame inpaint(Movie observed, Segmentation labels, long seed, Progress progress);

	/**
	 * The same inpainter for a camera that moved.
	 *
	 * @param camera frames x dimensions: shift of the background in every observed frame against the reference frame, pixels; rounded to
	 *          whole ones
	 * @return this one, unless it looks at more than the reference frame
	 */
	default Inpainter withCamera(final double[] camera) {
		return this;
	}
}
