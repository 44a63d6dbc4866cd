package org.motionlayers.dreamer.grid;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.FlowSplat;
import org.motionlayers.network.block.Patches;
import org.motionlayers.network.block.SpaceTimeUNet;

/**
 * Stage I of Motion Dreamer on the grid: predicts the clean R_1 .. R_T out of a noisy one under the first frame and the instance flow.
 * Features of the first frame are splatted by t F / s for every frame t and level (Eq. 6 and 7) and added on the way down (Eq. 8). The
 * paper's scale ({@link GridOptions#PAPER}) has 437,352,874 weights. Weights: condition, unet.
 */
final class GridNetwork extends Layer {

	private final GridOptions options;
	private final ConditionEncoder condition;
	private final SpaceTimeUNet unet;

	/** @param options what it is made of */
	GridNetwork(final GridOptions options) {
		this.options = options;
		condition = child("condition", new ConditionEncoder(options.patch(), options.network()));
		unet = child("unet", new SpaceTimeUNet(options.network()));
	}

	/** @return what it is made of */
	GridOptions options() {
		return options;
	}

	/**
	 * What a batch is conditioned on, in the engine; the same at every step of a sampler.
	 *
	 * @param carried (batch x T, planes, side, side); null where nothing is carried
	 * @param features W of Eq. 7 for every level: (batch x T, width, cells, cells)
	 * @param camera (batch, 2)
	 */
	record Condition(NDArray carried, List<NDArray> features, NDArray camera) {}

	/**
	 * Brings the conditions of a batch into the engine and splats the features of its first frames.
	 *
	 * @param scope owns them
	 */
	Condition condition(final NDManager scope, final GridInputs inputs) {
		final int side = options.side(), frames = options.frames(), clips = inputs.clips();
		final NDArray first = FloatTransfer.in(scope, inputs.first(), new Shape(clips, ConditionEncoder.PLANES, side, side));
		final List<NDArray> still = condition.forward(first), features = new ArrayList<>();
		for (int level = 0; level < still.size(); level++) {
			final long n = still.get(level).getShape().get(2) * still.get(level).getShape().get(3);
			final NDArray matrices = FloatTransfer.in(scope, inputs.splats().get(level), new Shape((long) clips * frames, n, n));
			features.add(FlowSplat.apply(still.get(level).repeat(0, frames), matrices));
		}
		final NDArray carried = options.carried() ? FloatTransfer.in(scope, inputs.carried(), new Shape((long) clips * frames, options.framePlanes(),
			side, side)) : null;
		return new Condition(carried, features, FloatTransfer.in(scope, inputs.camera(), new Shape(clips, 2)));
	}

	/**
	 * Predicts.
	 *
	 * @param x noisy R_t: (batch x T, 6, side, side)
	 * @param timesteps of every clip
	 * @param given what the batch is conditioned on
	 * @return clean R_t, of the same shape
	 */
	NDArray forward(final NDArray x, final double[] timesteps, final Condition given) {
		return Keep.result(() -> {
			final NDArray shown = given.carried() == null ? x : x.concat(given.carried(), 1);
			final NDArray out = Patches.unfold(unet.forward(Patches.fold(shown, options.patch()), timesteps, options.frames(), given.features(), given.camera()), options.patch());
			return given.carried() == null ? out : out.add(given.carried().get(":, :" + Representation.PLANES));
		});
	}
}
