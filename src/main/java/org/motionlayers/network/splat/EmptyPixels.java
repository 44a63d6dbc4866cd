package org.motionlayers.network.splat;

/** What a sum of weights is divided by where few or no pixels land; holes come out as 0 in every case. */
public enum EmptyPixels {

	/** By the sum plus 1e-7: upstream's default, slightly too dark everywhere. */
	ADD_EPSILON,

	/** By the sum, or by 1 where it is 0: exact wherever anything lands. */
	ZERO_TO_ONE,

	/** By the sum, or by 1e-7 where it is less. */
	CLIP;

	/** The smallest sum of weights that counts as one. */
	public static final float EPSILON = 1e-7f;

	/** @return what to divide by, never 0 */
	float divisor(final float sum) {
		return switch (this) {
			case ADD_EPSILON -> sum + EPSILON;
			case ZERO_TO_ONE -> sum == 0 ? 1 : sum;
			case CLIP -> Math.max(sum, EPSILON);
		};
	}

	/** @return whether the divisor follows the sum, so that gradients pass through it */
	boolean follows(final float sum) {
		return switch (this) {
			case ADD_EPSILON -> true;
			case ZERO_TO_ONE -> sum != 0;
			case CLIP -> sum > EPSILON;
		};
	}
}
