package org.motionlayers.lamd.clip;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Frames as floats, (channels, frames, height, width) row-major, in [0, 1]. Immutable.
 */
public final class VideoClip {

	/** The least that a recoloured clip keeps of its contrast. */
	private static final double LEAST_CONTRAST = .5;

	private final int channels;
	private final int frames;
	private final int height;
	private final int width;
	private final float[] values;

	/**
	 * @param channels of a frame
	 * @param frames number of frames, the first included
	 * @param height pixels along y
	 * @param width pixels along x
	 * @param values (channels, frames, height, width), row-major; brought into [0, 1]
	 * @throws IllegalArgumentException where there are more or fewer values, or one is no number
	 */
	public VideoClip(final int channels, final int frames, final int height, final int width, final float[] values) {
		final long size = (long) channels * frames * height * width;
		if (channels < 1 || frames < 1 || height < 1 || width < 1 || values.length != size) throw new IllegalArgumentException(values.length +
			" values do not fill " + channels + " channels, " + frames + " frames, " + height + " x " + width + " pixels.");
		this.channels = channels;
		this.frames = frames;
		this.height = height;
		this.width = width;
		this.values = values.clone();
		for (int i = 0; i < values.length; i++) {
			if (Float.isNaN(values[i])) throw new IllegalArgumentException("Value " + i + " of the clip is no number.");
			this.values[i] = Math.max(0, Math.min(1, values[i]));
		}
	}

	/** @return channels of a frame */
	public int channels() {
		return channels;
	}

	/** @return number of frames, the first included */
	public int frames() {
		return frames;
	}

	/** @return pixels along y */
	public int height() {
		return height;
	}

	/** @return pixels along x */
	public int width() {
		return width;
	}

	/** @return a copy of all values, (channels, frames, height, width) */
	public float[] values() {
		return values.clone();
	}

	/** Copies all values, (channels, frames, height, width), into an array from an offset on. */
	public void copyTo(final float[] out, final int offset) {
		System.arraycopy(values, 0, out, offset, values.length);
	}

	/** @return a value */
	public float value(final int channel, final int frame, final int y, final int x) {
		return values[((channel * frames + frame) * height + y) * width + x];
	}

	/** @return the same clip with its channels in another order, each darker, brighter or inverted, the same in all frames */
	public VideoClip recoloured(final SplittableRandom random) {
		final int size = values.length / channels;
		final float[] all = new float[values.length];
		final int turned = random.nextInt(channels);
		for (int c = 0; c < channels; c++) {
			final double gain = random.nextDouble(LEAST_CONTRAST, 1), low = random.nextDouble(1 - gain);
			final boolean inverted = random.nextBoolean();
			for (int i = 0; i < size; i++) {
				final float value = values[(c + turned) % channels * size + i];
				all[c * size + i] = (float) (low + gain * (inverted ? 1 - value : value));
			}
		}
		return new VideoClip(channels, frames, height, width, all);
	}

	/** @return a copy of one frame, (channels, height, width) row-major */
	public float[] frame(final int t) {
		final int plane = height * width;
		final float[] frame = new float[channels * plane];
		for (int c = 0; c < channels; c++) System.arraycopy(values, (c * frames + t) * plane, frame, c * plane, plane);
		return frame;
	}

	/** @return a clip of as many frames that are all like this one's frame 0 */
	public VideoClip still() {
		final int plane = height * width;
		final float[] all = new float[values.length];
		for (int c = 0; c < channels; c++) for (int t = 0; t < frames; t++) System.arraycopy(values, c * frames * plane, all, (c * frames + t) *
			plane, plane);
		return new VideoClip(channels, frames, height, width, all);
	}

	/**
	 * @param count channels, 1 or as many as are wanted of a clip of one
	 * @return this clip in so many channels: one is repeated, the mean is taken where one is left
	 */
	VideoClip withChannels(final int count) {
		if (count == channels) return this;
		if (count != 1 && channels != 1) throw new IllegalArgumentException(channels + " channels are no " + count + ".");
		final int size = values.length / channels;
		final float[] all = new float[Math.multiplyExact(count, size)];
		for (int i = 0; i < all.length; i++) for (int k = 0; k < channels; k++) all[i] += values[k * size + i % size] / channels;
		return new VideoClip(count, frames, height, width, all);
	}

	/** @return a clip of frames (channels, height, width) one after another */
	public static VideoClip ofFrames(final int channels, final int height, final int width, final float[]... frames) {
		final int plane = height * width;
		final float[] all = new float[Math.multiplyExact(frames.length, channels * plane)];
		for (int t = 0; t < frames.length; t++) for (int c = 0; c < channels; c++) System.arraycopy(frames[t], c * plane, all, (c *
			frames.length + t) * plane, plane);
		return new VideoClip(channels, frames.length, height, width, all);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof VideoClip c && channels == c.channels && frames == c.frames && height == c.height && width == c.width && Arrays
			.equals(values, c.values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(values);
	}
}
