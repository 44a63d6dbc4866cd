package org.motionlayers.command;

import org.motionlayers.io.image.Movies;
import org.motionlayers.io.image.OpenedImage;
import org.motionlayers.scene.Calibration;

/** What the slices of a stack that has no frames are. Most time-lapses lose their time axis on the way through TIFF. */
enum SliceAxis {

	/** Time where the distance of slices is unknown, depth where it has a unit of length. */
	AUTO,

	/** Slices are frames. */
	TIME,

	/** Slices are planes of one 3D frame. */
	DEPTH;

	private boolean isTime(final Calibration calibration) {
		if (this != AUTO) return this == TIME;
		return !calibration.isSpatial() || calibration.pixelDepth() == Calibration.NONE.pixelDepth();
	}

	/** @return the image with its slices taken for what they are; images that have frames stay as they are */
	OpenedImage arrange(final OpenedImage opened) {
		final boolean turn = Movies.hasSlicesOnly(opened.movie()) && isTime(opened.movie().calibration());
		return turn ? opened.zAsTime() : opened;
	}
}
