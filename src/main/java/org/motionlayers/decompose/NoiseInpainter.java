package org.motionlayers.decompose;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.Plugin;

/** Fills smoothly from the border of every hole, and adds the grain of the background around, so that the hole does not show. */
@Plugin(type = Inpainter.class, name = "noise")
public final class NoiseInpainter extends PlateInpainter {

	@Override
	void fill(final Plate plate, final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		fill(plate, seed, progress);
	}

	/** Fills the hidden values that are not known. */
	static void fill(final Plate plate, final long seed, final Progress progress) {
		final Grain grain = new Grain(plate, progress);
		plate.fillHarmonic(progress);
		grain.addTo(plate, seed, progress);
	}
}
