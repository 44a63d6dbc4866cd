package org.motionlayers.network.melomotion;

import org.motionlayers.network.NetworkEngine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;

/**
 * The baseline that MeloMotion is compared with: one network for the whole frame that predicts dense optical flow, and bilinear warping
 * of each frame into the next. The paper's is a Swin transformer of 323 thousand parameters; this is a convolutional one of as many
 * (strides 2, 2, 2 to an eighth of the size, four residual blocks of 64 channels, flow enlarged bilinearly).
 */
public final class FlowBackbone implements AutoCloseable {

	/** Weight of the flow loss beside the L1 loss, as of the position loss in MeloMotion's total loss. */
	private static final float FLOW_WEIGHT = 10;

	private static final int COLOURS = 3;
	private static final int FLOWS = 2;
	private static final int[] DOWNWARDS = { 16, 32, 64 };
	private static final int BLOCKS = 4;
	private static final int LINEAR = 2;

	/** Makes gradients of a flow of a few pixels as large as those of the colours. */
	private static final float PIXELS = 8;

	private final Network network;

	private FlowBackbone(final long seed) {
		network = new Network(stack(), seed, new Shape(1, COLOURS, 16, 16));
	}

	/** @return a backbone with random weights */
	public static FlowBackbone create(final long seed) {
		return NetworkEngine.call(() -> new FlowBackbone(seed));
	}

	private static Block stack() {
		final SequentialBlock stack = new SequentialBlock();
		for (final int channels : DOWNWARDS) stack.add(Layers.convolution(channels, 2)).add(Layers.silu());
		final int width = DOWNWARDS[DOWNWARDS.length - 1];
		for (int i = 0; i < BLOCKS; i++) stack.add(Layers.residual(width));
		return stack.add(new GroupNormalisation(width)).add(Layers.silu()).add(Layers.convolution(FLOWS, 1)).add(new LambdaBlock(
			FlowBackbone::enlarge, "enlarge"));
	}

	private static NDList enlarge(final NDList list) {
		final NDArray small = list.singletonOrThrow();
		final long[] size = { small.getShape().get(2) << DOWNWARDS.length, small.getShape().get(3) << DOWNWARDS.length };
		return new NDList(small.getNDArrayInternal().interpolation(size, LINEAR, false).mul(PIXELS));
	}

	/** @return number of parameters: 321,314 */
	public int parameters() {
		return network.parameters();
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
			try (NDManager scratch = network.scratch()) {
				NDArray frame = scratch.create(first, new Shape(1, COLOURS, height, width));
				for (int t = 0; t < frames; t++) {
					frame = BilinearWarp.apply(frame, network.apply(frame));
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
		return NetworkEngine.call(() -> network.step(learningRate, scratch -> {
			final NDArray image = scratch.create(from, new Shape(n, COLOURS, height, width));
			final NDArray truth = scratch.create(to, new Shape(n, COLOURS, height, width));
			final NDArray weight = scratch.create(mask, new Shape(n, 1, height, width));
			final NDArray predicted = network.apply(image);
			final NDArray error = predicted.sub(scratch.create(flow, new Shape(n, FLOWS, height, width))).div(width).square().mul(weight);
			final NDArray flowLoss = error.sum().div(weight.sum().add(1));
			return BilinearWarp.apply(image, predicted).sub(truth).abs().mean().add(flowLoss.mul(FLOW_WEIGHT));
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
			try (NDManager scratch = NDManager.newBaseManager()) {
				return BilinearWarp.apply(scratch.create(image, new Shape(1, COLOURS, height, width)), scratch.create(flow, new Shape(1, FLOWS,
					height, width))).toFloatArray();
			}
		});
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
