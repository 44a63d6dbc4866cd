package org.motionlayers.dreamer.objects;

import org.motionlayers.network.FloatTransfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Who attends to whom: everybody to everybody in small scenes, every object to the nearest in large ones. */
final class Neighbourhood {

	private final NDArray choice;
	private final int size;

	private Neighbourhood(final NDArray choice, final int size) {
		this.choice = choice;
		this.size = size;
	}

	/** @return how many neighbours each object has, itself included */
	int size() {
		return size;
	}

	/** @return the neighbourhood of a batch; it lives as long as the manager */
	static Neighbourhood of(final NDManager manager, final ObjectInput input) {
		if (input.nearest() == null) return new Neighbourhood(null, input.objects());
		final int rows = input.objects() * input.neighbours();
		final float[] ones = new float[input.scenes() * rows * input.objects()];
		for (int r = 0; r < input.scenes() * rows; r++) ones[r * input.objects() + input.nearest()[r]] = 1;
		return new Neighbourhood(FloatTransfer.in(manager, ones, new Shape(input.scenes(), rows, input.objects())), input.neighbours());
	}

	/**
	 * What the neighbours have.
	 *
	 * @param x (scenes, objects, frames, channels)
	 * @return (scenes, objects, neighbours, frames, channels), or (scenes, 1, objects, frames, channels) where everybody is everybody's
	 */
	NDArray of(final NDArray x) {
		final Shape s = x.getShape();
		if (choice == null) return x.reshape(s.get(0), 1, s.get(1), s.get(2), s.get(3));
		// a product with ones and zeros: its gradient needs no scatter
		final NDArray picked = choice.batchMatMul(x.reshape(s.get(0), s.get(1), s.get(2) * s.get(3)));
		return picked.reshape(s.get(0), s.get(1), -1, s.get(2), s.get(3));
	}
}
