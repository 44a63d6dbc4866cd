package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.TokenNorm;

import ai.djl.ndarray.NDArray;

/**
 * One round of {@link ObjectNetwork}: looks at the estimate, attends across objects and time a few times, mends the estimate. Weights:
 * look, block.0, block.1, ..., norm, mend (starts at 0).
 */
final class ObjectRound extends Layer {

	private final Dense look;
	private final List<ObjectBlock> blocks = new ArrayList<>();
	private final TokenNorm norm;
	private final Dense mend;

	ObjectRound(final ObjectFormat format, final int channels, final int heads, final int count) {
		look = child("look", new Dense(Geometry.tokenFeatures(format.dimensions()), channels));
		for (int k = 0; k < count; k++) blocks.add(child("block." + k, new ObjectBlock(channels, Geometry.pairFeatures(format.dimensions()), heads,
			format.frames())));
		norm = child("norm", new TokenNorm(channels));
		mend = child("mend", Dense.zero(channels, format.tokenValues()));
	}

	/** @return tokens (scenes, objects, frames, channels) after the round */
	NDArray forward(final NDArray x, final NDArray estimate, final Geometry geometry, final Neighbourhood neighbourhood) {
		return Keep.result(() -> {
			final NDArray edges = geometry.ofPairs(estimate);
			NDArray tokens = x.add(look.forward(geometry.ofTokens(estimate)));
			for (final ObjectBlock block : blocks) tokens = block.forward(tokens, edges, neighbourhood);
			return tokens;
		});
	}

	/** @return the estimate (scenes, objects, frames, token values), mended by what the tokens say */
	NDArray mend(final NDArray x, final NDArray estimate) {
		return Keep.result(() -> estimate.add(mend.forward(norm.forward(x))));
	}
}
