package org.motionlayers.composite;

import java.util.Arrays;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Shape;

/**
 * The background of one frame: that of the scene moved by whole pixels, its edge pixels replicated into what was not seen.
 *
 * @param frame the background of the scene
 * @param shiftX whole pixels
 * @param shiftY whole pixels
 * @param shiftZ whole planes
 */
record Background(Frame frame, long shiftX, long shiftY, long shiftZ) {

	/** Copies whole rows of a channel, pixels {@code from} to {@code to - 1}, into an array of the frame's type. */
	void copy(final int channel, final int from, final int to, final Object destination) {
		final Shape shape = frame.shape();
		final int start = channel * shape.pixels();
		if (shiftX == 0 && shiftY == 0 && shiftZ == 0) {
			System.arraycopy(frame.data(), start + from, destination, start + from, to - from);
			return;
		}
		for (int pixel = from; pixel < to; pixel += shape.width()) {
			final int row = pixel / shape.width() % shape.height(), plane = pixel / shape.planeSize();
			final int sourceRow = clamp(row - shiftY, shape.height()), sourcePlane = clamp(plane - shiftZ, shape.depth());
			copyRow(start + shape.index(0, sourceRow, sourcePlane), start + pixel, destination);
		}
	}

	private void copyRow(final int source, final int target, final Object destination) {
		final int width = frame.shape().width();
		final int shift = (int) Math.max(-width, Math.min(width, shiftX));
		final int left = Math.max(0, shift), right = width - Math.max(0, -shift);
		if (left < right) System.arraycopy(frame.data(), source + left - shift, destination, target + left, right - left);
		fill(destination, target, target + left, source);
		fill(destination, target + right, target + width, source + width - 1);
	}

	private void fill(final Object destination, final int from, final int to, final int source) {
		switch (frame.type()) {
			case UINT8 -> Arrays.fill((byte[]) destination, from, to, ((byte[]) frame.data())[source]);
			case UINT16 -> Arrays.fill((short[]) destination, from, to, ((short[]) frame.data())[source]);
			case FLOAT32 -> Arrays.fill((float[]) destination, from, to, ((float[]) frame.data())[source]);
		}
	}

	private static int clamp(final long coordinate, final int size) {
		return (int) Math.max(0, Math.min(size - 1, coordinate));
	}
}
