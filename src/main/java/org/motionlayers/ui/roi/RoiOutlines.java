package org.motionlayers.ui.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import org.motionlayers.scene.Shape;

/**
 * Outlines of labels: what ImageJ makes of a threshold, traced along the edges of pixels, with holes and separate parts, so that its mask is
 * the label's pixels exactly.
 */
public final class RoiOutlines {

	private static final int INSIDE = 255;

	/** Where a label lies within a plane. */
	private static final class Extent {

		private int x0 = Integer.MAX_VALUE;
		private int y0 = Integer.MAX_VALUE;
		private int x1;
		private int y1;

		private void add(final int fromX, final int endX, final int y) {
			x0 = Math.min(x0, fromX);
			x1 = Math.max(x1, endX);
			y0 = Math.min(y0, y);
			y1 = y + 1;
		}
	}

	private RoiOutlines() {}

	/**
	 * Traces all labels of a plane.
	 *
	 * @param labels x fastest, then y, z
	 * @param shape their size
	 * @param z the plane
	 * @return a region for every label of the plane, named with it, in the order of labels
	 */
	public static List<Roi> of(final int[] labels, final Shape shape, final int z) {
		final SortedMap<Integer, Extent> extents = new TreeMap<>();
		for (int y = 0; y < shape.height(); y++) {
			int x = 0;
			while (x < shape.width()) {
				final int start = x, label = labels[shape.index(x, y, z)];
				while (x < shape.width() && labels[shape.index(x, y, z)] == label) x++;
				if (label != 0) extents.computeIfAbsent(label, l -> new Extent()).add(start, x, y);
			}
		}
		final List<Roi> rois = new ArrayList<>();
		extents.forEach((label, extent) -> rois.add(trace(labels, shape, z, label, extent)));
		return rois;
	}

	private static Roi trace(final int[] labels, final Shape shape, final int z, final int label, final Extent extent) {
		final int width = extent.x1 - extent.x0, height = extent.y1 - extent.y0;
		final byte[] pixels = new byte[width * height];
		for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) {
			if (labels[shape.index(extent.x0 + x, extent.y0 + y, z)] == label) pixels[y * width + x] = (byte) INSIDE;
		}
		final ByteProcessor mask = new ByteProcessor(width, height, pixels);
		mask.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		roi.setLocation(extent.x0, extent.y0);
		roi.setName(Integer.toString(label));
		return roi;
	}
}
