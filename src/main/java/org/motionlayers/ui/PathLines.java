package org.motionlayers.ui;

import java.util.Arrays;

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;

/** The paths of objects as lines of an overlay, shown in every frame: one line an object, in the colour of its label. */
final class PathLines {

	private static final float STROKE = 1;

	private final Paths paths;

	/** @param paths where objects were and will be */
	PathLines(final Paths paths) {
		this.paths = paths;
	}

	/** Adds a line for every object that was or will be in two places or more. */
	void addTo(final Overlay overlay) {
		for (int o = 0; o < paths.objects(); o++) {
			final float[] x = new float[paths.frames()], y = new float[paths.frames()];
			int n = 0;
			for (int i = 0; i < paths.frames(); i++) {
				if (Double.isNaN(paths.position(o, i, 0))) continue;
				x[n] = (float) paths.position(o, i, 0);
				y[n++] = (float) paths.position(o, i, 1);
			}
			if (n > 1) overlay.add(line(Arrays.copyOf(x, n), Arrays.copyOf(y, n), paths.label(o)));
		}
	}

	private static Roi line(final float[] x, final float[] y, final int label) {
		final PolygonRoi line = new PolygonRoi(x, y, x.length, Roi.POLYLINE);
		line.setName("path " + label);
		line.setStrokeColor(Colours.of(label));
		line.setStrokeWidth(STROKE);
		return line;
	}
}
