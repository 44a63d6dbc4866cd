package org.motionlayers.dreamer.grid;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.SpaceTimeUNet;

/**
 * The features C of the first frame at every scale (Motion Dreamer, 3.3, after MOFA-Video): convolutions with SiLU over picture,
 * segmentation, depth and instance flow, halved until they are as coarse as each level of the U-Net; what leaves starts at 0. Weights: in, stem.i, level.i,
 * out.i.
 */
final class ConditionEncoder extends Layer {

	/** Picture, segmentation, depth, instance flow and where that is known. */
	static final int PLANES = Clip.COLOURS + Representation.STILL_PLANES + 3;

	private static final long[] KERNEL = { 3, 3 }, HALF = { 2, 2 }, BORDER = { 1, 1 };

	private final Convolution in;
	private final List<Convolution> stem = new ArrayList<>();
	private final List<Convolution> level = new ArrayList<>();
	private final List<Convolution> out = new ArrayList<>();

	/**
	 * @param patch pixels of a cell of the finest features along an axis, a power of 2
	 * @param network that the features are added to
	 */
	ConditionEncoder(final int patch, final SpaceTimeUNet.Options network) {
		final int first = network.featureWidth(0);
		in = child("in", Convolution.of(PLANES, first / 2, 3, 3));
		int width = first / 2;
		for (int size = 1; size < patch; size *= 2) {
			stem.add(child("stem." + stem.size(), Convolution.strided(width, first, KERNEL, HALF, BORDER)));
			width = first;
		}
		for (int i = 0; i < network.levels(); i++) {
			final int next = network.featureWidth(i);
			level.add(child("level." + i, i == 0 ? Convolution.of(width, next, 3, 3) : Convolution.strided(width, next, KERNEL, HALF, BORDER)));
			out.add(child("out." + i, Convolution.zero(next, next, 1, 1)));
			width = next;
		}
	}

	/**
	 * @param first (batch, {@value #PLANES}, side, side): picture, segmentation, depth, instance flow, where it is known
	 * @return C at every level, the finest first: (batch, width, cells, cells)
	 */
	List<NDArray> forward(final NDArray first) {
		final List<NDArray> features = new ArrayList<>();
		NDArray h = Activation.silu(in.forward(first));
		for (final Convolution convolution : stem) h = Activation.silu(convolution.forward(h));
		for (int i = 0; i < level.size(); i++) {
			h = Activation.silu(level.get(i).forward(h));
			features.add(out.get(i).forward(h));
		}
		return features;
	}
}
