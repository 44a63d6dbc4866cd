package org.motionlayers.decompose;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** Fills with the median of what is seen of the background, one value a channel. */
@Plugin(type = Inpainter.class, name = "constant")
public final class ConstantInpainter extends ChannelInpainter {

	@Override
	void fill(final Channel channel, final Progress progress) {
		final float median = median(channel.values(), channel.known());
		for (final int i : channel.holes().hidden()) channel.values()[i] = median;
	}
}
