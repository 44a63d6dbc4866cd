package org.motionlayers.decompose;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** Fills smoothly from the border of every hole: Laplace's equation. */
@Plugin(type = Inpainter.class, name = "harmonic")
public final class HarmonicInpainter extends ChannelInpainter {

	@Override
	void fill(final Channel channel, final Progress progress) {
		channel.fillHarmonic(channel.known(), progress);
	}
}
