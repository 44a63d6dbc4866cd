package org.motionlayers.segmentation.trackmate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.XmlDocument;
import org.motionlayers.segmentation.outline.EllipseMask;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.Mask;
import org.motionlayers.segmentation.outline.PixelOrigin;
import org.motionlayers.segmentation.outline.PolygonMask;
import org.scijava.plugin.Plugin;

/**
 * TrackMate's own XML: spots with their outlines, as circles or spheres of their radius where they have none, identities from the tracks,
 * parents from divisions and mergings. What TrackMate's filters hide is left out.
 */
@Plugin(type = SegmentationReader.class)
public final class TrackMateReader implements SegmentationReader {

	@Override
	public String format() {
		return "TrackMate XML";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return "TrackMate".equals(XmlDocument.root(head));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final TrackMateModel model = TrackMateModel.read(source, progress);
		checkSize(source, model, target.shape());
		final Identities identities = new Identities(model, source.toString());
		final Calibration calibration = model.calibration() == null ? target.calibration() : model.calibration();
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		int circles = 0, hidden = 0;
		for (final Spot spot : model.spots().values()) {
			final int label = identities.label(spot);
			if (label == 0) hidden++;
			else {
				if (spot.outline().length == 0) circles++;
				painter.add(spot.frame(), label, "spot " + spot.id(), () -> mask(spot, calibration, target.shape()));
			}
		}
		identities.objects().forEach(painter::describe);
		remark(painter, identities, circles, hidden);
		final boolean identified = identities.tracks() > 0 || painter.framesUsed() == 1;
		return painter.segmentation(target.frames(), identified, model.calibration() == null ? Calibration.NONE : calibration, progress);
	}

	private static void remark(final LabelPainter painter, final Identities identities, final int circles, final int hidden) {
		final long born = identities.objects().stream().filter(o -> !o.parents().isEmpty()).count();
		painter.note(identities.tracks(), "track", "are the objects");
		painter.note(born, "object", "born by division or merging");
		painter.note(circles, "spot", "without outline drawn as circles");
		painter.note(hidden, "hidden spot", "left out");
	}

	private static void checkSize(final Path source, final TrackMateModel model, final Shape shape) {
		final int width = model.imageWidth(), height = model.imageHeight();
		if (width > 0 && height > 0 && (width != shape.width() || height != shape.height())) throw new InputException("Labels '" + source +
			"' were made of an image of " + width + " x " + height + ", the image is " + shape.width() + " x " + shape.height() + ".");
	}

	private static Mask mask(final Spot spot, final Calibration calibration, final Shape shape) {
		final double[] centre = new double[3], radius = new double[3];
		for (int d = 0; d < 3; d++) {
			centre[d] = spot.position()[d] / calibration.pixelSize(d);
			radius[d] = spot.radius() / calibration.pixelSize(d);
		}
		final int plane = shape.depth() == 1 ? 0 : (int) Math.rint(centre[2]);
		if (spot.outline().length > 0) return new PolygonMask(List.of(List.of(pixels(spot, calibration))), PixelOrigin.CENTRE, plane,
			PolygonMask.Edge.PIXEL_CENTRES);
		return shape.depth() == 1 ? EllipseMask.inPlane(centre[0], centre[1], radius[0], radius[1], 0) : new EllipseMask(centre, radius);
	}

	private static double[] pixels(final Spot spot, final Calibration calibration) {
		final double[] ring = spot.outline().clone();
		for (int i = 0; i < ring.length; i++) ring[i] = (ring[i] + spot.position()[i % 2]) / calibration.pixelSize(i % 2);
		return ring;
	}
}
