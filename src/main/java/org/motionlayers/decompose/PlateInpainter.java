package org.motionlayers.decompose;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/** An inpainter that works on a {@link Plate}. */
abstract class PlateInpainter implements Inpainter {

	/**
	 * Fills the hidden values of all channels.
	 *
	 * @param plate the reference frame
	 * @param observed the observed frames, the last being the reference frame
	 * @param labels their labels, as many frames
	 * @param seed of random choices
	 * @param progress is told and asked
	 */
	abstract void fill(Plate plate, Movie observed, Segmentation labels, long seed, Progress progress);

	@Override
	public final Frame inpaint(final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		progress.update(0, 2, "looking at the background");
		final Plate plate = new Plate(observed.frame(observed.frames() - 1), labels.labels(labels.frames() - 1));
		progress.update(1, 2, "looking at the background");
		fill(plate, observed, labels, seed, progress);
		return plate.toFrame();
	}
}
