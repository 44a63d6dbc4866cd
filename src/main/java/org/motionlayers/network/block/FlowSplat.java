package org.motionlayers.network.block;

import java.nio.FloatBuffer;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.splat.EmptyPixels;
import org.motionlayers.network.splat.SplatMatrix;
import org.motionlayers.network.splat.SplatMode;

/**
 * Softmax splatting inside a network: features go where a fixed flow sends them. Matrices made beforehand, one a sample, times features;
 * gradients reach features and metric but not the flow, where they would explode. See
 * {@link org.motionlayers.network.splat.Splatting} for the definition.
 */
public final class FlowSplat {

	private FlowSplat() {}

	/**
	 * Brings matrices into the engine.
	 *
	 * @param manager owns the result
	 * @param matrices one a sample, of the same size n
	 * @return (batch, n, n), target pixel first
	 */
	public static NDArray matrices(final NDManager manager, final List<SplatMatrix> matrices) {
		final int n = matrices.get(0).size();
		final float[] values = new float[Math.multiplyExact(Math.multiplyExact(n, n), matrices.size())];
		for (int i = 0; i < matrices.size(); i++) {
			if (matrices.get(i).size() != n) throw new IllegalArgumentException("Matrices of " + n + " and " + matrices.get(i).size() +
				" pixels do not make one batch.");
			matrices.get(i).writeDense(values, i * n * n);
		}
		return FloatTransfer.in(manager, values, new Shape(matrices.size(), n, n));
	}

	/**
	 * Brings one matrix into the engine without its zeros, for grids too large to hold them; applied by {@link #applySparse}.
	 *
	 * @param manager owns the result
	 * @param matrix of n pixels
	 * @return sparse (n, n)
	 */
	public static NDArray sparse(final NDManager manager, final SplatMatrix matrix) {
		final int entries = matrix.entries();
		final long[] coordinates = matrix.coordinates();
		final long[][] indices = { java.util.Arrays.copyOf(coordinates, entries), java.util.Arrays.copyOfRange(coordinates, entries, 2 *
			entries) };
		return manager.createCoo(FloatBuffer.wrap(matrix.values()), indices, new Shape(matrix.size(), matrix.size()));
	}

	/**
	 * Splats with a whole splatting's matrices ({@link SplatMatrix#of}).
	 *
	 * @param features (batch, channels, h, w)
	 * @param matrices (batch, h x w, h x w)
	 * @return (batch, channels, h, w)
	 */
	public static NDArray apply(final NDArray features, final NDArray matrices) {
		final Shape s = features.getShape();
		return Keep.result(() -> features.reshape(s.get(0), s.get(1), -1).batchMatMul(matrices.transpose(0, 2, 1)).reshape(s));
	}

	/**
	 * Splats one sample with a sparse matrix.
	 *
	 * @param features (1, channels, h, w)
	 * @param matrix sparse (h x w, h x w)
	 * @return (1, channels, h, w)
	 */
	public static NDArray applySparse(final NDArray features, final NDArray matrix) {
		final Shape s = features.getShape();
		return Keep.result(() -> {
			final NDArray out = matrix.matMul(features.reshape(s.get(1), -1).transpose()).transpose().reshape(s);
			out.attach(features.getManager());
			return out;
		});
	}

	/**
	 * Splats by a metric that the network itself may have made: sum(b w I) / sum(b w), w = e^metric in mode soft, the metric itself in mode
	 * linear, 1 in mode average.
	 *
	 * @param features (batch, channels, h, w)
	 * @param bilinear (batch, h x w, h x w), made of {@link SplatMatrix#bilinear}
	 * @param metric (batch, 1, h, w); null where the mode needs none
	 * @param mode how pixels that land on the same place are combined
	 * @param empty what to divide by where none land
	 * @return (batch, channels, h, w), 0 where nothing lands
	 */
	public static NDArray apply(final NDArray features, final NDArray bilinear, final NDArray metric, final SplatMode mode,
		final EmptyPixels empty)
	{
		return Keep.result(() -> {
			final NDArray weights = weights(features, metric, mode);
			final NDArray sums = apply(mode.usesMetric() ? features.mul(weights) : features, bilinear);
			return mode.normalised() ? sums.div(divisor(apply(weights, bilinear), empty)) : sums;
		});
	}

	private static NDArray weights(final NDArray features, final NDArray metric, final SplatMode mode) {
		final Shape s = features.getShape();
		return switch (mode) {
			case SUM, AVERAGE -> features.getManager().ones(new Shape(s.get(0), 1, s.get(2), s.get(3)));
			case LINEAR -> metric;
			case SOFT -> metric.clip(-SplatMode.LARGEST_METRIC, SplatMode.LARGEST_METRIC).exp();
		};
	}

	private static NDArray divisor(final NDArray sum, final EmptyPixels empty) {
		return switch (empty) {
			case ADD_EPSILON -> sum.add(EmptyPixels.EPSILON);
			case ZERO_TO_ONE -> sum.add(sum.eq(0).toType(DataType.FLOAT32, false));
			case CLIP -> sum.clip(EmptyPixels.EPSILON, Float.MAX_VALUE);
		};
	}
}
