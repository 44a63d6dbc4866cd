package org.motionlayers.ui;

import ij.ImagePlus;
import ij.gui.Overlay;

import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/** Paths and outlines drawn over an image for a while: its own overlay comes back untouched. */
public final class PathPreview {

	private final ImagePlus image;
	private final Overlay before;
	private boolean drawn;

	/** @param image that is drawn on */
	public PathPreview(final ImagePlus image) {
		this.image = image;
		this.before = image.getOverlay();
	}

	/**
	 * Draws the paths of all objects, and their outlines in the reference frame, in every frame of the image.
	 *
	 * @param tracks where the objects were
	 * @param video where they go; its frames are not composited
	 */
	public void draw(final Tracks tracks, final Video video) {
		final Overlay overlay = before == null ? new Overlay() : before.duplicate();
		Positions.outline(overlay, image, video.scene().labelImage(), video.scene().shape(), 0);
		new PathLines(new Paths(tracks, video)).addTo(overlay);
		image.setOverlay(overlay);
		drawn = true;
	}

	/** Takes away what was drawn. */
	public void remove() {
		if (drawn) image.setOverlay(before);
		drawn = false;
	}
}
