package org.motionlayers.decompose;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.Plugin;

/**
 * Fills with what other frames show there: the median over the observed frames in which no mask lies on the pixel, brought to the
 * brightness of the reference frame. What is never revealed is filled as by {@link NoiseInpainter}.
 */
@Plugin(type = Inpainter.class, name = "temporal")
public final class TemporalInpainter extends PlateInpainter {

	private final double[] camera;

	/** For a camera that stands still. */
	public TemporalInpainter() {
		this(new double[0]);
	}

	private TemporalInpainter(final double[] camera) {
		this.camera = camera;
	}

	@Override
	public Inpainter withCamera(final double[] shifts) {
		return new TemporalInpainter(shifts.clone());
	}

	@Override
	void fill(final Plate plate, final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		if (observed.frames() > 1) new Reveal(plate, observed, labels, camera, progress).fill();
		NoiseInpainter.fill(plate, seed, progress);
	}
}
