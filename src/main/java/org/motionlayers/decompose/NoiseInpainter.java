package org.motionlayers.decompose;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** Fills smoothly from the border of every hole, and adds the grain of the background around, so that the hole does not show. */
@Plugin(type = Inpainter.class, name = "noise")
public final class NoiseInpainter extends ChannelInpainter {

	@Override
	void fill(final Channel channel, final Progress progress) {
		fill(channel, channel.known(), progress);
	}

	/** Fills the hidden values of a channel that are not known. */
	static void fill(final Channel channel, final boolean[] known, final Progress progress) {
		final Grain grain = Grain.of(channel.values(), known, channel.shape());
		channel.fillHarmonic(known, progress);
		grain.addTo(channel.values(), channel.holes().hidden(), channel.seed());
	}
}
