package org.motionlayers.io.image;

import ij.ImageStack;

/**
 * The planes of an ImageJ stack, real or virtual. Stacks of unknown make may hand out one array again and again, so that a plane is used
 * while the stack is held.
 *
 * @param stack in ImageJ's order: channel fastest, then slice, then time
 * @param channels number of channels
 * @param slices number of slices
 */
record StackPlanes(ImageStack stack, int channels, int slices) implements PlaneFrames.Planes {

	@Override
	public Object plane(final int c, final int z, final int t) {
		return stack.getPixels(index(channels, slices, c, z, t));
	}

	@Override
	public Object lock() {
		return stack;
	}

	/** @return the place of a plane in a stack, from 1 */
	static int index(final int channels, final int slices, final int c, final int z, final int t) {
		return (t * slices + z) * channels + c + 1;
	}
}
