package org.motionlayers.dreamer.decoder;

import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.network.Architectures;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Patches;
import org.motionlayers.network.block.SpaceTimeUNet;
import org.motionlayers.network.weights.ModelConfig;

/**
 * The network of the video decoder: noisy frames and what it is told of each, side by side as channels, through the same
 * {@linkplain SpaceTimeUNet trunk} as stage I on patches of pixels. Weights: trunk.
 */
public final class DecoderNet extends Layer {

	/** Numbers that each clip is told: the camera's motion along x and y (suppl. 7). */
	static final int CAMERA = 2;

	private static final int HEADS = 4;

	private final DecoderOptions options;
	private final SpaceTimeUNet trunk;

	/** @param options what it is built of */
	public DecoderNet(final DecoderOptions options) {
		this.options = options;
		final int area = options.patch() * options.patch();
		final int[] widths = Arrays.stream(options.multipliers()).map(m -> m * options.channels()).toArray();
		trunk = child("trunk", new SpaceTimeUNet(new SpaceTimeUNet.Options((Clip.COLOURS + FrameConditions.PLANES) * area, Clip.COLOURS * area,
			widths, HEADS, CAMERA)));
	}

	/** @return what a configuration of a video decoder builds */
	public static Architectures architectures() {
		return new Architectures(java.util.Map.of(DecoderOptions.ARCHITECTURE, DecoderNet::of));
	}

	/** @return the network of a configuration, without weights */
	static DecoderNet of(final ModelConfig config) {
		return new DecoderNet(DecoderOptions.of(config));
	}

	/** @return what it is built of */
	public DecoderOptions options() {
		return options;
	}

	/**
	 * Says how the velocity v of the frames differs from what the splatted frames tell ({@link FramePrior}).
	 *
	 * @param noisy frames x_t, (clips x frames, 3, side, side)
	 * @param planes of {@link FrameConditions}, (clips x frames, planes, side, side)
	 * @param timesteps of every clip
	 * @param camera (clips, 2), mean displacement of the background per frame over the largest speed
	 * @return (clips x frames, 3, side, side)
	 */
	NDArray forward(final NDArray noisy, final NDArray planes, final double[] timesteps, final NDArray camera) {
		return Keep.result(() -> {
			final NDArray x = Patches.fold(noisy.concat(planes, 1), options.patch());
			return Patches.unfold(trunk.forward(x, timesteps, options.frames(), List.of(), camera), options.patch());
		});
	}
}
