package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Element-wise passes over large arrays, in place where no gradient will ask for what was there before. */
final class Passes {

	private Passes() {}

	/** @return whether fresh arrays may be overwritten: no gradients are gathered */
	static boolean overwrite() {
		return !JniUtils.isGradMode();
	}

	/** @return x factor + offset, where x is an array that nothing else uses */
	static NDArray affine(final NDArray x, final NDArray factor, final NDArray offset) {
		return (overwrite() ? x.muli(factor) : x.mul(factor)).addi(offset);
	}

	/** @return x + y, where x is an array that nothing else uses */
	static NDArray add(final NDArray x, final NDArray y) {
		return x.addi(y);
	}
}
