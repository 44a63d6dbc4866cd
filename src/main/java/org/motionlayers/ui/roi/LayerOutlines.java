package org.motionlayers.ui.roi;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * The outlines of a scene's objects as regions, each in the colour of its label, named with it, and bound to the frame of its layer in a
 * layer stack; in 3D one for every plane of an object. {@link RoiEdits} reads what became of them.
 */
public final class LayerOutlines {

	/** The background is the first frame, and ImageJ counts from 1. */
	private static final int FIRST_LAYER = 2;

	private LayerOutlines() {}

	/** @return the outlines of all objects, in the order of the layers, then of planes */
	static List<Roi> of(final Scene scene) {
		final List<Roi> rois = new ArrayList<>();
		for (int o = 0; o < scene.objects(); o++) for (final Roi roi : of(scene.layers().get(o))) {
			if (isHyperstack(scene)) roi.setPosition(0, scene.shape().dimensions() == 3 ? roi.getZPosition() : 0, o + FIRST_LAYER);
			else roi.setPosition(o + FIRST_LAYER);
			rois.add(roi);
		}
		return rois;
	}

	/** Whether the stack has a second axis: ImageJ looks at the number of the plane in others. */
	private static boolean isHyperstack(final Scene scene) {
		return scene.shape().dimensions() == 3 || scene.shape().channels() > 1 && !scene.display().isRgb();
	}

	/**
	 * Writes the outlines as an ROI set for ImageJ's ROI Manager.
	 *
	 * @param file the zip; replaced where it exists
	 * @param scene the objects
	 * @throws IOException where it cannot be written
	 */
	public static void write(final Path file, final Scene scene) throws IOException {
		RoiZipWriter.write(file, of(scene));
	}

	/** @return the outlines of all objects as the bytes of .roi files, for the overlay of a TIFF file */
	public static List<byte[]> encoded(final Scene scene) {
		return of(scene).stream().map(RoiEncoder::saveAsByteArray).toList();
	}

	/** Lays the outlines over the layer stack of a scene, in place of an overlay that it may have. */
	public static void draw(final Scene scene, final ImagePlus stack) {
		final Overlay overlay = new Overlay();
		of(scene).forEach(overlay::add);
		stack.setOverlay(overlay);
	}

	/** @return the outlines of an object in the reference frame, bound to their planes alone, which count from 1 */
	static List<Roi> of(final ObjectLayer layer) {
		final Box box = layer.bounds();
		final RunMask mask = layer.mask();
		final Shape flat = Shape.of(box.width(), box.height());
		final List<Roi> rois = new ArrayList<>();
		final int[] inside = new int[flat.pixels()];
		for (int r = 0; r < mask.runs(); r++) {
			final int start = flat.index(mask.x(r), mask.y(r), 0);
			Arrays.fill(inside, start, start + mask.length(r), layer.label());
			if (r + 1 < mask.runs() && mask.z(r + 1) == mask.z(r)) continue;
			final Roi roi = RoiOutlines.of(inside, flat, 0).get(0);
			Arrays.fill(inside, 0);
			roi.setLocation(roi.getBounds().x + box.x(), roi.getBounds().y + box.y());
			roi.setPosition(0, box.z() + mask.z(r) + 1, 0);
			roi.setStrokeColor(new Color(LabelColors.rgb(layer.label())));
			rois.add(roi);
		}
		return rois;
	}
}
