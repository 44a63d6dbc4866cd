package org.motionlayers.segmentation.trackmate;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.XmlDocument;
import org.motionlayers.segmentation.document.XmlElement;
import org.motionlayers.segmentation.outline.EllipseMask;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.scijava.plugin.Plugin;

/**
 * TrackMate's export of simple tracks: a root "Tracks" with a "particle" for every track and a "detection" for every frame. The format
 * has positions and no sizes: detections become discs, or balls in 3D, of a radius of {@value #RADIUS} pixels.
 */
@Plugin(type = SegmentationReader.class)
public final class TrackExportReader implements SegmentationReader {

	/** Radius of a detection, pixels along x and y, planes along z. */
	static final double RADIUS = 5;

	@Override
	public String format() {
		return "TrackMate track export";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return "Tracks".equals(XmlDocument.root(head));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		final Particles particles = new Particles(painter, target);
		XmlDocument.read(source, progress, particles::element);
		painter.note(particles.count, "track", "are the objects");
		painter.note("the format has no sizes: detections drawn with a radius of " + (int) RADIUS + " pixels");
		return painter.segmentation(target.frames(), true, Calibration.NONE, progress);
	}

	private static final class Particles {

		private final LabelPainter painter;
		private final Target target;
		private boolean inPixels;
		private int count;

		Particles(final LabelPainter painter, final Target target) {
			this.painter = painter;
			this.target = target;
		}

		void element(final XmlElement element) {
			switch (element.name()) {
				case "Tracks" -> inPixels = element.attribute("spaceUnits", "").matches("(?i)pixels?|px");
				case "particle" -> count++;
				case "detection" -> detection(element);
				default -> {
					// nothing else has a position
				}
			}
		}

		private void detection(final XmlElement element) {
			if (count == 0) throw element.refuse("is outside any particle", null);
			final double x = pixel(element.number("x"), 0), y = pixel(element.number("y"), 1), z = pixel(element.number("z", 0), 2);
			painter.add(element.integer("t"), count, "particle " + count, () -> target.shape().depth() == 1 ? EllipseMask.inPlane(x, y, RADIUS,
				RADIUS, 0) : new EllipseMask(new double[] { x, y, z }, new double[] { RADIUS, RADIUS, RADIUS }));
		}

		private double pixel(final double position, final int dimension) {
			return inPixels ? position : position / target.calibration().pixelSize(dimension);
		}
	}
}
