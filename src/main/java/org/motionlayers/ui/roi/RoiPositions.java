package org.motionlayers.ui.roi;

import java.util.List;

import ij.gui.Roi;

import org.motionlayers.segmentation.Target;

/**
 * Frames and planes of regions. ImageJ counts positions from 1, and 0 stands for all. A region knows channel, slice and frame, or its
 * position in a plain stack, whose slices are then what the image has: frames, planes, or planes of frames. Slices of a set that fit only
 * the image's frames are taken as frames, and the other way round.
 */
final class RoiPositions {

	/** Not bound to any frame or plane. */
	static final int ALL = -1;

	private final int depth;
	private final int frames;
	private final int channels;
	private final boolean slicesAreFrames;
	private final boolean framesAreSlices;

	/**
	 * @param rois all regions of a file
	 * @param target the image
	 */
	RoiPositions(final List<Roi> rois, final Target target) {
		this.depth = target.shape().depth();
		this.frames = target.frames();
		this.channels = target.shape().channels();
		final boolean slices = rois.stream().anyMatch(r -> r.getZPosition() > 1), times = rois.stream().anyMatch(r -> r.getTPosition() > 1);
		this.slicesAreFrames = slices && !times && depth == 1 && frames > 1;
		this.framesAreSlices = times && !slices && depth > 1 && frames == 1;
	}

	/** @return the frame, 0-based, or {@link #ALL} */
	int frame(final Roi roi) {
		if (roi.hasHyperStackPosition()) return (framesAreSlices ? 1 : slicesAreFrames ? roi.getZPosition() : roi.getTPosition()) - 1;
		return roi.getPosition() < 1 ? ALL : index(roi) / depth;
	}

	/** @return the plane, 0-based, or {@link #ALL} */
	int plane(final Roi roi) {
		if (roi.hasHyperStackPosition()) return (slicesAreFrames ? 0 : framesAreSlices ? roi.getTPosition() : roi.getZPosition()) - 1;
		return roi.getPosition() < 1 ? ALL : index(roi) % depth;
	}

	/** Colour images have one slice for all their channels, others one for each. */
	private int index(final Roi roi) {
		final int index = roi.getPosition() - 1;
		return index >= (long) depth * frames && index < (long) depth * frames * channels ? index / channels : index;
	}

	/** @return what was mended, or an empty string */
	String note() {
		return slicesAreFrames ? "slices were read as frames, which the image has instead" : framesAreSlices
			? "frames were read as slices, which the image has instead" : "";
	}
}
