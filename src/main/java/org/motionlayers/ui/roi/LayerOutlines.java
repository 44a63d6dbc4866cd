package org.motionlayers.ui.roi;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.gui.Overlay;
import ij.gui.Roi;

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
	public static List<Roi> of(final Scene scene) {
		final List<Roi> rois = new ArrayList<>();
		for (int o = 0; o < scene.objects(); o++) for (final Roi roi : of(scene.layers().get(o))) {
			final int plane = roi.getZPosition();
			roi.setPosition(0, scene.shape().dimensions() == 3 ? plane : 0, o + FIRST_LAYER);
			rois.add(roi);
		}
		return rois;
	}

	/** @return an overlay for the layer stack of a scene */
	public static Overlay overlay(final Scene scene) {
		final Overlay overlay = new Overlay();
		of(scene).forEach(overlay::add);
		return overlay;
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
