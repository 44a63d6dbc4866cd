package org.motionlayers.decompose;

import java.lang.ref.SoftReference;
import java.util.function.IntFunction;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.RunMask;

/** The patches of one object, read when they are asked for: kept as long as somebody holds one, and after that while there is memory. */
final class ReadPatches implements IntFunction<Object> {

	private final PixelBlocks image;
	private final Box box;
	private final RunMask mask;
	private SoftReference<Object[]> kept = new SoftReference<>(null);

	/**
	 * @param image is read
	 * @param box of the object
	 * @param mask of the object, in its box
	 */
	ReadPatches(final PixelBlocks image, final Box box, final RunMask mask) {
		this.image = image;
		this.box = box;
		this.mask = mask;
	}

	/** @return the pixels of a channel, run after run */
	@Override
	public synchronized Object apply(final int channel) {
		Object[] patches = kept.get();
		if (patches == null) {
			patches = read();
			kept = new SoftReference<>(patches);
		}
		return patches[channel];
	}

	private Object[] read() {
		final Frame frame = image.read(box);
		final Object[] patches = new Object[frame.shape().channels()];
		for (int c = 0; c < patches.length; c++) {
			patches[c] = frame.type().newArray(mask.pixels());
			final int start = c * frame.shape().pixels();
			for (int r = 0; r < mask.runs(); r++) System.arraycopy(frame.data(), start + frame.shape().index(mask.x(r), mask.y(r), mask.z(r)),
				patches[c], mask.offset(r), mask.length(r));
		}
		return patches;
	}
}
