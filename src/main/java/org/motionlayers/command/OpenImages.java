package org.motionlayers.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;

/** The images that are open in ImageJ, for commands that take two. */
final class OpenImages {

	private OpenImages() {}

	/**
	 * Finds a label image.
	 *
	 * @param title what the user calls it; empty for the only other open image of the same width and height
	 * @param image the image that it belongs to
	 * @return the label image, if there is one
	 */
	static Optional<ImagePlus> labels(final String title, final ImagePlus image) {
		if (!title.isBlank()) return Optional.ofNullable(WindowManager.getImage(title));
		final List<ImagePlus> others = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus other = WindowManager.getImage(id);
			if (other != null && other != image && other.getWidth() == image.getWidth() && other.getHeight() == image.getHeight()) others.add(
				other);
		}
		return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
	}
}
