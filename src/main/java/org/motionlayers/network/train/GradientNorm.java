package org.motionlayers.network.train;

/** The length of the gradient over all weights together. */
public final class GradientNorm {

	/** Keeps the quotient finite; PyTorch's own. */
	private static final double EPSILON = 1e-6;

	private GradientNorm() {}

	/** @return the square root of the sum of squares */
	public static double of(final float[] gradients) {
		return Math.sqrt(Chunks.sum(gradients.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += gradients[i] * (double) gradients[i];
			return sum;
		}));
	}

	/** @return the factor that brings a gradient of this norm to the largest one allowed, 1 where it is shorter */
	public static double scale(final double norm, final double largest) {
		return Math.min(1, largest / (norm + EPSILON));
	}
}
