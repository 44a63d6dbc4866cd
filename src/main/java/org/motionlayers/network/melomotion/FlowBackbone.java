package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/**
 * The baseline that MeloMotion is compared with: one network for the whole frame that predicts dense optical flow, and bilinear warping
 * of each frame into the next. The paper's is a Swin transformer of 323 thousand parameters; this is a convolutional one of as many
 * ({@link BackboneStack}).
 */
public final class FlowBackbone implements AutoCloseable {

	/** Weight of the flow loss beside the L1 loss, as of the position loss in MeloMotion's total loss. */
	private static final float FLOW_WEIGHT = 10;

	private static final int COLOURS = 3;
	private static final int FLOWS = 2;
	private final Network<BackboneStack> network;
	private final StepTrainer trainer;

	private FlowBackbone(final long seed) {
		network = new Network<>(new BackboneStack(), seed);
		trainer = new StepTrainer(network);
	}

	/** @return a backbone with random weights */
	public static FlowBackbone create(final long seed) {
		return NetworkEngine.call(() -> new FlowBackbone(seed));
	}

	/** @return number of parameters: 321,314 */
	public long parameters() {
		return network.layer().parameters();
	}

	/**
	 * Predicts frame after frame, each out of the one predicted before.
	 *
	 * @param first colours in [0, 1], (3, height, width)
	 * @param frames number of frames to predict
	 * @param height pixels along y, a multiple of 8
	 * @param width pixels along x, a multiple of 8
	 * @return the predicted frames (frames, 3, height, width)
	 */
	public float[] predict(final float[] first, final int frames, final int height, final int width) {
		final float[] result = new float[frames * first.length];
		NetworkEngine.run(() -> {
			try (NDManager scope = network.newScope()) {
				NDArray frame = FloatTransfer.in(scope, first, new Shape(1, COLOURS, height, width));
				for (int t = 0; t < frames; t++) {
					frame = BilinearWarp.apply(frame, network.layer().forward(frame));
					System.arraycopy(frame.toFloatArray(), 0, result, t * first.length, first.length);
				}
			}
		});
		return result;
	}

	/**
	 * One step of training: the L1 loss of the warped frames plus ten times the squared error of the flow where objects are.
	 *
	 * @param from frames, colours in [0, 1], (n, 3, height, width)
	 * @param to the frames that follow them
	 * @param flow what moved how far from one to the other, pixels, (n, 2, height, width)
	 * @param mask 1 where the flow counts, else 0, (n, 1, height, width)
	 * @param n number of frames
	 * @param height pixels along y, a multiple of 8
	 * @param width pixels along x, a multiple of 8
	 * @param learningRate of this step
	 * @return the loss before the step
	 */
	public double train(final float[] from, final float[] to, final float[] flow, final float[] mask, final int n, final int height,
		final int width, final double learningRate)
	{
		return NetworkEngine.call(() -> trainer.step(learningRate, scope -> {
			final NDArray image = FloatTransfer.in(scope, from, new Shape(n, COLOURS, height, width));
			final NDArray truth = FloatTransfer.in(scope, to, new Shape(n, COLOURS, height, width));
			final NDArray weight = FloatTransfer.in(scope, mask, new Shape(n, 1, height, width));
			final NDArray predicted = network.layer().forward(image);
			final NDArray error = Constant.times(predicted.sub(FloatTransfer.in(scope, flow, new Shape(n, FLOWS, height, width))), 1.0 / width).square().mul(
				weight);
			final NDArray flowLoss = error.sum().div(weight.sum().add(1));
			return BilinearWarp.apply(image, predicted).sub(truth).abs().mean().add(Constant.times(flowLoss, FLOW_WEIGHT));
		}));
	}

	/**
	 * Warps one frame with a flow that is given: what interpolation alone does to it.
	 *
	 * @param image (3, height, width)
	 * @param flow displacement of what arrives at each pixel, pixels, (2, height, width)
	 * @param height pixels along y
	 * @param width pixels along x
	 * @return the next frame (3, height, width)
	 */
	public static float[] warp(final float[] image, final float[] flow, final int height, final int width) {
		return NetworkEngine.call(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				return BilinearWarp.apply(FloatTransfer.in(scope, image, new Shape(1, COLOURS, height, width)), FloatTransfer.in(scope, flow, new Shape(1, FLOWS,
					height, width))).toFloatArray();
			}
		});
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
