package org.motionlayers.lamd.clip;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * The way of an image's frames to a model's clips and back: any size of one plane, any number of channels, 8, 16 or 32 bit. Both axes are
 * scaled to the model's side, each by its own factor. Values become [0, 1]: 8 bit by 255, others from the least to the largest of the
 * frames that this was made of.
 */
public final class ClipScaling {

	private static final int COLOURS = 3;

	/** Parts of red, green and blue in brightness (ITU-R BT.601, as ImageJ weighs them where it does). */
	private static final float[] BRIGHTNESS = { .299f, .587f, .114f };

	private final Shape shape;
	private final PixelType type;
	private final double least;
	private final double largest;
	private final int channels;
	private final int side;

	/**
	 * @param movie of one plane
	 * @param from first frame that values are measured in
	 * @param count how many frames
	 * @param channels of the model, 1 or 3
	 * @param side of the model's frames, pixels
	 * @throws InputException where the image has several planes, or one of its values is no number
	 */
	public ClipScaling(final Movie movie, final int from, final int count, final int channels, final int side) {
		this.shape = movie.shape();
		this.type = movie.type();
		this.channels = channels;
		this.side = side;
		if (shape.depth() > 1) throw new InputException("image: '" + movie.title() + "' has " + shape.depth() +
			" planes; clips are of one plane.");
		final double[] range = type == PixelType.UINT8 ? new double[] { 0, type.maximum() } : range(movie, from, count);
		least = range[0];
		largest = range[1];
	}

	private static double[] range(final Movie movie, final int from, final int count) {
		double least = Double.POSITIVE_INFINITY, largest = Double.NEGATIVE_INFINITY;
		for (int t = from; t < from + count; t++) {
			final Frame frame = movie.frame(t);
			for (int i = 0; i < frame.shape().values(); i++) {
				final double value = frame.type().get(frame.data(), i);
				if (!Double.isFinite(value)) throw new InputException("image: frame " + (t + 1) + " of '" + movie.title() + "' has a value of " + value +
					"; finite values are needed.");
				least = Math.min(least, value);
				largest = Math.max(largest, value);
			}
		}
		return new double[] { least, largest > least ? largest : least + 1 };
	}

	/** @return a whole movie of 1 or 3 channels of 8 bit as it is, neither scaled nor stretched */
	public static VideoClip clip(final Movie movie) {
		final Shape shape = movie.shape();
		final float[][] frames = new float[movie.frames()][];
		for (int t = 0; t < frames.length; t++) {
			final byte[] data = (byte[]) movie.frame(t).data();
			frames[t] = new float[data.length];
			for (int i = 0; i < data.length; i++) frames[t][i] = (data[i] & 0xff) / 255f;
		}
		return VideoClip.ofFrames(shape.channels(), shape.height(), shape.width(), frames);
	}

	/** @return (channels, side, side) in [0, 1] of a frame of the movie */
	public float[] in(final Frame frame) {
		final Resampling alongX = new Resampling(shape.width(), side), alongY = new Resampling(shape.height(), side);
		final int found = Math.min(shape.channels(), COLOURS), area = side * side;
		final float[][] planes = new float[found][];
		for (int c = 0; c < found; c++) planes[c] = Resampling.apply(plane(frame, c), shape.width(), alongX, alongY);
		final float[] out = new float[channels * area];
		for (int c = 0; c < channels; c++) for (int p = 0; p < area; p++) out[c * area + p] = channels == 1 ? brightness(planes, p)
			: found == 1 ? planes[0][p] : c < found ? planes[c][p] : 0;
		return out;
	}

	/** @return frames of the movie as a clip */
	public VideoClip in(final Movie movie, final int from, final int count) {
		final float[][] frames = new float[count][];
		for (int t = 0; t < count; t++) frames[t] = in(movie.frame(from + t));
		return VideoClip.ofFrames(channels, side, side, frames);
	}

	/**
	 * Brings a frame of a clip back to the image's size, type and range. Where the model has colours and the image does not, their mean; the
	 * channels beyond the third are left at the least value.
	 *
	 * @param values (channels, side, side) in [0, 1]
	 */
	public Frame out(final float[] values) {
		final Resampling alongX = new Resampling(side, shape.width()), alongY = new Resampling(side, shape.height());
		final int area = side * side, pixels = shape.pixels();
		final Object data = type.newArray(shape.values());
		for (int c = 0; c < shape.channels(); c++) {
			final float[] plane = new float[area];
			for (int p = 0; p < area; p++) plane[p] = channels == 1 ? values[p] : shape.channels() == 1 ? (values[p] + values[area + p] +
				values[2 * area + p]) / COLOURS : c < COLOURS ? values[c * area + p] : 0;
			final float[] full = Resampling.apply(plane, side, alongX, alongY);
			for (int p = 0; p < pixels; p++) type.set(data, c * pixels + p, least + full[p] * (largest - least));
		}
		return new Frame(type, shape, data);
	}

	/** @return what is done to the image, for the log; empty where nothing is */
	public String note() {
		final StringBuilder note = new StringBuilder();
		if (shape.width() != side || shape.height() != side) note.append("Frames of ").append(shape.width()).append(" x ").append(shape
			.height()).append(" pixels are scaled to the model's ").append(side).append(" x ").append(side).append(" and back. ");
		if (type != PixelType.UINT8) note.append("Values from ").append(least).append(" to ").append(largest).append(
			" are stretched to the model's range. ");
		if (shape.channels() != channels) note.append(shape.channels()).append(" channels are ").append(shape.channels() == 1
			? "repeated to the model's " : "taken as colours for the model's ").append(channels).append(". ");
		return note.toString().strip();
	}

	private static float brightness(final float[][] planes, final int p) {
		if (planes.length < COLOURS) return planes[0][p];
		return BRIGHTNESS[0] * planes[0][p] + BRIGHTNESS[1] * planes[1][p] + BRIGHTNESS[2] * planes[2][p];
	}

	private float[] plane(final Frame frame, final int channel) {
		final float[] plane = new float[shape.pixels()];
		for (int p = 0; p < plane.length; p++) plane[p] = (float) ((type.get(frame.data(), channel * plane.length + p) - least) / (largest -
			least));
		return plane;
	}
}
