package org.motionlayers.ui.roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * Arrows that are drawn where the user sees the image: in its overlay, as its selection, or in the ROI Manager. Overlay and selection count
 * together; the ROI Manager is looked at where they hold no arrow.
 */
public final class DrawnArrows {

	private DrawnArrows() {}

	/**
	 * Finds the arrows.
	 *
	 * @param image that is drawn on
	 * @param labels of the reference frame, x fastest, then y, z
	 * @param shape their size
	 * @param frames number of frames that an arrow spans: 1 where it is the displacement per frame
	 * @return displacement per frame by label, pixels
	 * @throws InputException where there is no arrow, an object has two, or one begins outside every object
	 */
	public static Cues of(final ImagePlus image, final int[] labels, final Shape shape, final double frames) {
		final List<Roi> drawn = drawn(image);
		if (hasArrow(drawn)) return ArrowReader.cues(image.getTitle(), drawn, labels, shape, frames);
		final List<Roi> managed = managed();
		if (hasArrow(managed)) return ArrowReader.cues("ROI Manager", managed, labels, shape, frames);
		throw new InputException("arrows: none is drawn on '" + image.getTitle() +
			"' or in the ROI Manager; draw arrows from inside objects with ImageJ's arrow tool (add each with b or t), or give arrows=label:dx,dy.");
	}

	/** @return whether there is an arrow on the image or in the ROI Manager */
	public static boolean areOn(final ImagePlus image) {
		return hasArrow(drawn(image)) || hasArrow(managed());
	}

	private static List<Roi> drawn(final ImagePlus image) {
		final List<Roi> drawn = new ArrayList<>();
		if (image.getOverlay() != null) drawn.addAll(Arrays.asList(image.getOverlay().toArray()));
		final Roi selection = image.getRoi();
		if (selection != null && drawn.stream().noneMatch(roi -> same(roi, selection))) drawn.add(selection);
		return drawn;
	}

	private static List<Roi> managed() {
		final RoiManager manager = RoiManager.getRawInstance();
		return manager == null ? List.of() : Arrays.asList(manager.getRoisAsArray());
	}

	private static boolean hasArrow(final List<Roi> rois) {
		return rois.stream().anyMatch(Line.class::isInstance);
	}

	/** A selection that was added to the overlay stays selected. */
	private static boolean same(final Roi a, final Roi b) {
		return a instanceof Line p && b instanceof Line q && p.x1d == q.x1d && p.y1d == q.y1d && p.x2d == q.x2d && p.y2d == q.y2d;
	}
}
