package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.io.image.StackNotes;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.edit.Edit;
import org.motionlayers.ui.roi.RoiEdits;

/** Outlines that were moved, deleted or copied, as edits. */
final class OutlineInput {

	private static final String MANAGER = "manager";
	/** No outlines are looked at. */
	static final String NONE = "none";

	private OutlineInput() {}

	/**
	 * Takes outlines in.
	 *
	 * @param rois a .roi file or ROI set, manager, none, or empty for the overlay of a layer stack
	 * @param image that the command was given
	 * @param in the objects as they were
	 * @return what was done to their outlines
	 */
	static List<Edit> of(final String rois, final ImagePlus image, final SceneInput in) throws IOException {
		final String text = rois.strip();
		if (text.equals(NONE)) return List.of();
		if (text.equals(MANAGER)) return RoiEdits.ofManager(in.scene());
		if (text.isEmpty()) return in.layers().isPresent() ? ofOverlay(image, in.layers().get(), in.scene()) : List.of();
		if (!PathToImage.isFile(text)) throw new InputException("rois=" + text + ": no such file; a .roi or .zip file, manager, none, or nothing " +
			"for the overlay of a layer stack is accepted.");
		return RoiEdits.ofFile(Path.of(text), in.scene());
	}

	private static List<Edit> ofOverlay(final ImagePlus image, final StackNotes notes, final Scene scene) {
		return notes.overlay().isEmpty() ? RoiEdits.ofOverlay(image, scene) : RoiEdits.ofOverlay(notes.overlay(), scene);
	}
}
