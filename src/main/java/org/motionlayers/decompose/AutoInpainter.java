package org.motionlayers.decompose;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/** Looks at other frames where there are any, else matches the grain around. */
@Plugin(type = Inpainter.class, name = InpaintingService.DEFAULT, priority = Priority.HIGH)
public final class AutoInpainter implements Inpainter {

	private final Inpainter temporal;

	/** For a camera that stands still. */
	public AutoInpainter() {
		this(new TemporalInpainter());
	}

	private AutoInpainter(final Inpainter temporal) {
		this.temporal = temporal;
	}

	@Override
	public Inpainter withCamera(final double[] camera) {
		return new AutoInpainter(temporal.withCamera(camera));
	}

	@Override
	public Frame inpaint(final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		final Inpainter chosen = observed.frames() > 1 ? temporal : new NoiseInpainter();
		return chosen.inpaint(observed, labels, seed, progress);
	}
}
