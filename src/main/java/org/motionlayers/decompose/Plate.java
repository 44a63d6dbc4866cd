package org.motionlayers.decompose;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * The reference frame on its way to a clean plate: what is hidden, what is known of it, and what may be looked at to fill it.
 * <p>
 * In most images an object's glow, halo or shadow reaches beyond its mask. Whether it does is measured: where the median close to the masks
 * differs from that farther out by more than half a robust standard deviation, pixels within {@link #GLOW} of a mask are no sources; where
 * that leaves none, those within {@link #RIM}. None of them is changed in the background: pixels outside the labels that it is given stay as
 * they are, bit for bit; what {@link Halo} takes from around the objects is hidden like the objects.
 */
final class Plate {

	/** Distance from a mask within which pixels are taken for mixed with an object that glows, pixels. */
	static final int RIM = 2;

	/** Distance from a mask to which a glow may reach, pixels. */
	static final int GLOW = 16;

	/** How far, in deviations, the median near masks may be from that farther out. */
	private static final float NO_GLOW = 0.5f;

	private final Frame reference;
	private final List<float[]> values = new ArrayList<>();
	private final List<Normal> normals = new ArrayList<>();
	private final int[] hidden;
	private final boolean[] known;
	private final boolean glows;

	/**
	 * @param reference the reference frame
	 * @param labels its labels
	 */
	Plate(final Frame reference, final int[] labels) {
		this.reference = reference;
		for (int c = 0; c < shape().channels(); c++) values.add(values(reference, c));
		int count = 0;
		for (final int label : labels) if (label != 0) count++;
		hidden = new int[count];
		for (int i = 0, n = 0; i < labels.length; i++) if (labels[i] != 0) hidden[n++] = i;
		final boolean[] outside = finite(Clearance.of(labels, shape(), 0));
		final boolean[] offRim = either(finite(Clearance.of(labels, shape(), RIM)), outside);
		final boolean[] far = either(finite(Clearance.of(labels, shape(), GLOW)), offRim);
		for (final float[] channel : values) normals.add(Normal.of(channel, far, reference.type().isInteger()));
		glows = differs(without(outside, offRim)) || differs(without(offRim, far));
		known = glows ? far : outside;
	}

	private static boolean[] without(final boolean[] all, final boolean[] some) {
		final boolean[] rest = all.clone();
		for (int i = 0; i < rest.length; i++) rest[i] &= !some[i];
		return rest;
	}

	/** Whether the median of some pixels is not that of the background far from masks, in any channel. */
	private boolean differs(final boolean[] some) {
		if (!any(some)) return false;
		for (int c = 0; c < values.size(); c++)
			if (Math.abs(Normal.median(values.get(c), some) - normal(c).median()) > NO_GLOW * normal(c).deviation()) return true;
		return false;
	}

	/** @return one channel of a frame */
	static float[] values(final Frame frame, final int channel) {
		final float[] values = new float[frame.shape().pixels()];
		final int first = channel * values.length;
		for (int i = 0; i < values.length; i++) values[i] = (float) frame.type().get(frame.data(), first + i);
		return values;
	}

	/** Takes the second choice where the first one leaves nothing. */
	private static boolean[] either(final boolean[] first, final boolean[] second) {
		return any(first) ? first : second.clone();
	}

	private static boolean any(final boolean[] flags) {
		for (final boolean flag : flags) if (flag) return true;
		return false;
	}

	private boolean[] finite(final boolean[] pixels) {
		for (final float[] channel : values) for (int i = 0; i < pixels.length; i++) pixels[i] &= Float.isFinite(channel[i]);
		return pixels;
	}

	/** @return size of the frame */
	Shape shape() {
		return reference.shape();
	}

	/** @return values of one channel, x fastest, then y, z; hidden ones are to be written */
	float[] values(final int channel) {
		return values.get(channel);
	}

	/** @return the values that are usual for the background of a channel */
	private Normal normal(final int channel) {
		return normals.get(channel);
	}

	/** @return the distance from masks at which pixels are those of the background, pixels: 0 where objects do not glow */
	int clearance() {
		return glows ? GLOW : 0;
	}

	/** @return indices of the hidden pixels, ascending */
	int[] hidden() {
		return hidden;
	}

	/** @return whether the value of a pixel is that of the background; hidden pixels become known as they are found out */
	boolean[] known() {
		return known;
	}

	/** Fills the hidden values that are not known as a soap film, in all channels. */
	void fillHarmonic(final Progress progress) {
		final HarmonicFill film = new HarmonicFill(shape(), known, progress);
		for (final float[] channel : values) {
			final float[] filled = channel.clone();
			film.fill(filled);
			for (final int i : hidden) if (!known[i]) channel[i] = filled[i];
		}
	}

	/** @return the reference frame with the hidden values as they are now */
	Frame toFrame() {
		final Object data = reference.type().newArray(shape().values());
		System.arraycopy(reference.data(), 0, data, 0, shape().values());
		for (int c = 0; c < values.size(); c++)
			for (final int i : hidden) reference.type().set(data, c * shape().pixels() + i, values.get(c)[i]);
		return new Frame(reference.type(), shape(), data);
	}
}
