package org.motionlayers.decompose;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.Plugin;

/** Fills with the median of what is seen of the background, one value a channel. */
@Plugin(type = Inpainter.class, name = "constant")
public final class ConstantInpainter extends PlateInpainter {

	@Override
	void fill(final Plate plate, final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		for (int c = 0; c < plate.shape().channels(); c++) {
			final float median = Normal.median(plate.values(c), plate.known());
			for (final int i : plate.hidden()) plate.values(c)[i] = median;
		}
	}
}
