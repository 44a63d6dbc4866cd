package org.motionlayers.segmentation.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.JsonLook;
import org.motionlayers.segmentation.outline.CompressedCounts;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.Mask;
import org.motionlayers.segmentation.outline.PixelOrigin;
import org.motionlayers.segmentation.outline.PolygonMask;
import org.motionlayers.segmentation.outline.RunLengthMask;
import org.scijava.plugin.Plugin;

/**
 * COCO data sets and result lists, Segment Anything's file of one image and its bare list of masks. Polygons of one annotation are united;
 * run lengths may be numbers or compressed text. Crowd regions and annotations without a mask are left out.
 */
@Plugin(type = SegmentationReader.class)
public final class CocoReader implements SegmentationReader {

	@Override
	public String format() {
		return "COCO or Segment Anything JSON";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		final JsonLook look = JsonLook.at(source, head);
		return look.list() ? look.has("segmentation") : look.has("annotations") || look.has("images") || look.has("image");
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		if (target.shape().depth() > 1) throw new InputException("Labels '" + source + "': " + format() +
			" has no planes along z, the image is " + target.shape().space() + "; use label images for 3D.");
		final CocoFile file = CocoFile.read(source, format(), progress);
		final List<Annotation> masks = file.annotations().stream().filter(a -> a.hasMask() && !a.crowd).toList();
		final CocoFrames frames = new CocoFrames(source.toString(), file, target);
		final CocoLabels labels = new CocoLabels(masks);
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		int number = 0;
		for (final Annotation annotation : masks) {
			progress.update(number++, masks.size(), "drawing outlines");
			final int label = labels.label(annotation);
			painter.add(frames.frame(annotation), label, "annotation " + (annotation.id.isEmpty() ? "number " + number : annotation.id),
				() -> mask(annotation, target.shape()));
			painter.describe(new SegmentedObject(label, "", confidence(annotation.score), file.categories().getOrDefault(annotation.category,
				annotation.category), List.of()));
		}
		remark(painter, file);
		return painter.segmentation(frames.count(), labels.tracked() || frames.count() == 1, Calibration.NONE, progress);
	}

	private static void remark(final LabelPainter painter, final CocoFile file) {
		final long crowds = file.annotations().stream().filter(a -> a.crowd).count();
		final long boxes = file.annotations().stream().filter(a -> !a.crowd && !a.hasMask()).count();
		painter.note(crowds, "crowd region", "left out");
		painter.note(boxes, "annotation", "without a mask left out");
	}

	/** Segment Anything's predicted overlap may lie a little above 1. */
	private static double confidence(final double score) {
		return Math.max(0, Math.min(1, score));
	}

	private static Mask mask(final Annotation annotation, final Shape shape) {
		if (annotation.counts == null && annotation.compressed == null) return new PolygonMask(annotation.polygons.stream().map(List::of)
			.toList(), PixelOrigin.CORNER, 0, PolygonMask.Edge.PIXEL_CENTRES);
		if (annotation.size.length != 2) throw new InputException("has run lengths without a size [height, width]");
		final int height = annotation.size[0], width = annotation.size[1];
		if (width != shape.width() || height != shape.height()) throw new InputException("has run lengths for an image of " + width + " x " +
			height + "; the image is " + shape.space());
		return new RunLengthMask(width, height, annotation.counts != null ? annotation.counts : CompressedCounts.decode(annotation.compressed));
	}
}
