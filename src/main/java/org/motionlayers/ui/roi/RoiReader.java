package org.motionlayers.ui.roi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Roi;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.Mask;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/**
 * ImageJ's .roi files and ROI sets. Where every region is named with a whole number above 0, these numbers are the labels, the same in
 * every frame; else regions are numbered in their order. Later regions are on top. A set without any position is one frame. Asked early: a
 * look at the first entry of a zip settles it, where others look at all.
 */
@Plugin(type = SegmentationReader.class, priority = Priority.HIGH)
public final class RoiReader implements SegmentationReader {

	@Override
	public String format() {
		return "ImageJ ROIs";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return RoiFile.isRoiFile(source, head);
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final List<EncodedRoi> encoded = RoiFile.read(source, progress);
		final List<Roi> rois = new ArrayList<>();
		for (final EncodedRoi roi : encoded) {
			progress.update(rois.size(), encoded.size(), "decoding regions");
			rois.add(roi.decode());
		}
		final RoiPositions positions = new RoiPositions(rois, target);
		final boolean single = rois.stream().allMatch(r -> positions.frame(r) == RoiPositions.ALL);
		final boolean numbered = rois.stream().allMatch(r -> number(r) > 0);
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.LATER_ON_TOP);
		for (int i = 0; i < rois.size(); i++) {
			progress.update(i, rois.size(), "drawing outlines");
			final Roi roi = rois.get(i);
			final int label = numbered ? number(roi) : i + 1, frame = single ? 0 : positions.frame(roi);
			final EncodedRoi bytes = encoded.get(i);
			painter.add(frame == RoiPositions.ALL ? LabelPainter.EVERY_FRAME : frame, label, "region '" + roi.getName() + "'", () -> mask(bytes,
				positions.plane(roi), target));
			painter.describe(new SegmentedObject(label, roi.getName() == null ? "" : roi.getName(), Double.NaN, "", List.of()));
		}
		if (!positions.note().isEmpty()) painter.note(positions.note());
		return painter.segmentation(single ? 1 : target.frames(), single || numbered, Calibration.NONE, progress);
	}

	private static Mask mask(final EncodedRoi bytes, final int plane, final Target target) {
		final RoiMask mask = new RoiMask(bytes::decode, Math.max(0, plane), target.shape());
		return plane == RoiPositions.ALL ? mask.inEveryPlane() : mask;
	}

	/** @return the whole number above 0 that is the region's name, or 0 */
	private static int number(final Roi roi) {
		final String name = roi.getName();
		if (name == null || !name.matches("[1-9]\\d{0,9}")) return 0;
		final long number = Long.parseLong(name);
		return number <= Integer.MAX_VALUE ? (int) number : 0;
	}
}
