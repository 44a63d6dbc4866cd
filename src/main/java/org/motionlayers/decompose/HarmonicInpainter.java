package org.motionlayers.decompose;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.Plugin;

/** Fills smoothly from the border of every hole: Laplace's equation. */
@Plugin(type = Inpainter.class, name = "harmonic")
public final class HarmonicInpainter extends PlateInpainter {

	@Override
	void fill(final Plate plate, final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		plate.fillHarmonic(progress);
	}
}
