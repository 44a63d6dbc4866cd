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

	@Override
	public Frame inpaint(final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		final Inpainter chosen = observed.frames() > 1 ? new TemporalInpainter() : new NoiseInpainter();
		return chosen.inpaint(observed, labels, seed, progress);
	}
}
