package org.motionlayers.segmentation;

import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.raster.LabelPlanes;
import org.motionlayers.segmentation.raster.Layout;

/**
 * Which plane of a label file is which slice of which frame. What the file says is believed where it fits the image; where it does not,
 * but the number of planes does, z and time were confused, which is mended and noted: stacks without dimensions open as slices.
 *
 * @param slices planes along z
 * @param frames number of frames
 * @param timeFirst whether the next plane is the next frame; else it is the next slice
 * @param note what was mended or is special, or an empty string
 */
record Arrangement(int slices, int frames, boolean timeFirst, String note) {

	/**
	 * Fits planes to an image.
	 *
	 * @param name of the labels, for messages
	 * @param labels the planes
	 * @param target the image
	 * @return how they fit
	 * @throws InputException where they cannot, naming both sizes
	 */
	static Arrangement of(final String name, final LabelPlanes labels, final Target target) {
		final int z = target.shape().depth(), t = target.frames();
		final Layout layout = labels.layout();
		if (labels.width() != target.shape().width() || labels.height() != target.shape().height()) throw differs(name, labels, target);
		if (layout.channels() == 1 && layout.declared() && layout.slices() == z && layout.frames() <= t) return new Arrangement(z, layout
			.frames(), layout.timeFirst(), count(layout.frames(), t));
		if (layout.channels() > 1 && layout.slices() * layout.frames() > 1) throw new InputException("Labels '" + name + "' have " + layout
			.channels() + " channels; a label image has one: save the channel of the labels alone.");
		final int planes = labels.planes();
		if (planes % z != 0 || planes / z > t) throw differs(name, labels, target);
		final int frames = planes / z;
		// Both axes exchanged: what the file calls slices are frames.
		final boolean exchanged = z > 1 && layout.declared() && layout.slices() == frames && layout.frames() == z;
		final boolean timeFirst = exchanged != (layout.declared() && layout.timeFirst());
		return new Arrangement(z, frames, timeFirst, join(mended(layout, z, frames), count(frames, t)));
	}

	private static String mended(final Layout layout, final int z, final int frames) {
		final int planes = z * frames;
		if (planes == 1 || layout.channels() == 1 && layout.slices() == z && layout.frames() == frames) return "";
		final String found = layout.channels() > 1 ? layout.channels() + " channels" : layout.slices() > 1 && layout.frames() > 1 ? layout
			.slices() + " slices of " + layout.frames() + " frames" : layout.frames() > 1 ? layout.frames() + " frames" : layout.slices() +
				" slices";
		return "the file's " + found + " were read as " + (z > 1 && frames > 1 ? z + " slices of " + frames + " frames" : z > 1 ? z + " slices"
			: frames + " frames") + ", as the image has them";
	}

	private static String count(final int frames, final int of) {
		if (frames == of) return "";
		return frames == 1 ? "one label image for " + of + " frames: the labels of the reference frame, its past unknown" : "labels of the first " +
			frames + " of " + of + " frames";
	}

	private static String join(final String a, final String b) {
		return a.isEmpty() || b.isEmpty() ? a + b : a + "; " + b;
	}

	private static InputException differs(final String name, final LabelPlanes labels, final Target target) {
		final boolean turned = labels.width() == target.shape().height() && labels.height() == target.shape().width() && labels.width() != labels
			.height();
		return new InputException("Labels '" + name + "' are " + size(labels) + ", the image is " + target.shape().space() + " with " + frames(
			target.frames()) + (turned ? "; x and y look exchanged: transpose the labels" : "; labels need the size of the image") + ".");
	}

	private static String size(final LabelPlanes labels) {
		final Layout layout = labels.layout();
		final String plane = labels.width() + " x " + labels.height();
		if (!layout.declared()) return plane + (labels.planes() > 1 ? " with " + labels.planes() + " planes" : "");
		return plane + (layout.slices() > 1 ? " x " + layout.slices() : "") + " with " + frames(layout.frames());
	}

	private static String frames(final int count) {
		return count == 1 ? "1 frame" : count + " frames";
	}

	/** @return the plane of a slice of a frame */
	int plane(final int slice, final int frame) {
		return timeFirst ? slice * frames + frame : frame * slices + slice;
	}
}
