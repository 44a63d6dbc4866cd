package org.motionlayers.lamd.autoencoder;

import java.io.IOException;
import java.nio.file.Path;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.script.ScriptFeatures;

/**
 * Perceptual distance of frames by the features of a network that the user gives, such as VGG (LPIPS without learned weights: Zhang et al.
 * 2018, "baseline"): features of unit length at every place, squared differences summed over channels, means over places, sum over layers.
 */
public final class PerceptualLoss implements AutoCloseable {

	private static final float SMALL = 1e-10f;
	private static final int COLOURS = 3;

	private final ScriptFeatures features;

	private PerceptualLoss(final ScriptFeatures features) {
		this.features = features;
	}

	/**
	 * Opens a network.
	 *
	 * @param file TorchScript whose forward takes images (n, 3, h, w) in [-1, 1] and gives a tensor of features, or several
	 * @throws org.motionlayers.network.weights.ModelException where it is no TorchScript
	 * @throws IOException where it cannot be read
	 */
	public static PerceptualLoss open(final Path file) throws IOException {
		return new PerceptualLoss(ScriptFeatures.open(file));
	}

	/**
	 * Compares clips, on the network thread; differentiable by the first.
	 *
	 * @param found (batch, channels, frames, height, width) in [0, 1], 1 or 3 channels
	 * @param truth as large
	 * @return the mean distance of a frame, a number
	 */
	NDArray of(final NDArray found, final NDArray truth) {
		final NDList one = features.of(images(found)), other = features.of(images(truth));
		NDArray sum = null;
		for (int i = 0; i < one.size(); i++) {
			final NDArray here = unit(one.get(i)).sub(unit(other.get(i))).square().sum(new int[] { 1 }).mean();
			sum = sum == null ? here : sum.add(here);
		}
		return sum;
	}

	private static NDArray images(final NDArray clip) {
		final Shape s = clip.getShape();
		final NDArray frames = clip.transpose(0, 2, 1, 3, 4).reshape(s.get(0) * s.get(2), s.get(1), s.get(3), s.get(4));
		final NDArray colour = s.get(1) == 1 ? frames.repeat(1, COLOURS) : frames;
		return Constant.times(colour, 2).sub(1);
	}

	private static NDArray unit(final NDArray x) {
		return x.div(x.square().sum(new int[] { 1 }, true).add(SMALL).sqrt());
	}

	@Override
	public void close() {
		features.close();
	}
}
