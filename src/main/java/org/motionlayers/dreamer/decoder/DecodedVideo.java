package org.motionlayers.dreamer.decoder;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/**
 * A video drawn by the video decoder (Motion Dreamer, Eq. 13) in the size, pixel type and range of the image it began with: frame 0 is the
 * reference frame itself, the others are enlarged out of the decoder's grid.
 *
 * @param movie the frames, 0 to T; made one at a time
 * @param remark one line that says what was drawn how
 */
public record DecodedVideo(Movie movie, String remark) {

	/**
	 * Draws a video whose motion is known, whoever predicted it.
	 *
	 * @param decoder of stage II
	 * @param video layers and where they go
	 * @param drawing how samples are drawn
	 * @param seed of their noise
	 * @param progress is told and asked at every step of the sampler
	 * @return the frames
	 * @throws InputException where the image has several planes or is smaller than the decoder's grid
	 */
	public static DecodedVideo of(final VideoDecoder decoder, final Video video, final Drawing drawing, final long seed,
		final Progress progress)
	{
		final int side = decoder.options().side();
		final Scene scene = video.scene();
		check(scene.shape(), side);
		final GridVideo grid = new GridVideo(video, side);
		final DenseMotion motion = grid.motion();
		final float[][] pictures = new float[grid.pictures()][];
		for (int k = 0; k < pictures.length; k++) pictures[k] = decoder.decode(grid.first(k), motion, 0, drawing, seed, part(progress, k,
			pictures.length));
		final Frame reference = video.image(0);
		final Movie movie = new Movie(scene.title() + ", decoded", scene.type(), scene.shape(), video.frames() + 1, scene.calibration(), scene
			.display(), t -> t == 0 ? reference : frame(grid, scene, pictures, t));
		return new DecodedVideo(movie, remark(decoder.options(), grid, scene, video.frames()));
	}

	private static void check(final Shape shape, final int side) {
		if (shape.dimensions() != 2) throw new InputException("render=decoder: the image has " + shape.depth() +
			" planes; the video decoder draws images of one plane. Choose render=layers.");
		if (Math.max(shape.width(), shape.height()) < side) throw new InputException("render=decoder: the image has " + shape.space() +
			" pixels; the video decoder draws " + side + " x " + side + ", and the longer side must have as many at least. Choose render=layers.");
	}

	private static Progress part(final Progress progress, final int k, final int parts) {
		return new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				progress.report(k * total + done, parts * total, what);
			}

			@Override
			public boolean canceled() {
				return progress.canceled();
			}
		};
	}

	private static Frame frame(final GridVideo grid, final Scene scene, final float[][] pictures, final int t) {
		final Shape shape = scene.shape();
		final int plane = grid.canvas().side() * grid.canvas().side(), start = (t - 1) * Clip.COLOURS * plane;
		final Object data = scene.type().newArray(shape.values());
		for (int c = 0; c < shape.channels(); c++) {
			final boolean colour = shape.channels() == Clip.COLOURS;
			final float[] values = colour ? pictures[0] : mean(pictures[c], start, plane);
			final int from = colour ? start + c * plane : 0;
			for (int p = 0; p < shape.pixels(); p++) scene.type().set(data, c * shape.pixels() + p, grid.range(c).fromUnit(grid.enlarged(values,
				from, p % shape.width(), p / shape.width())));
		}
		return new Frame(scene.type(), shape, data);
	}

	/** @return the mean of red, green and blue */
	private static float[] mean(final float[] frames, final int start, final int plane) {
		final float[] mean = new float[plane];
		for (int p = 0; p < plane; p++) mean[p] = (frames[start + p] + frames[start + plane + p] + frames[start + 2 * plane + p]) / Clip.COLOURS;
		return mean;
	}

	private static String remark(final DecoderOptions options, final GridVideo grid, final Scene scene, final int frames) {
		final Shape shape = scene.shape();
		final StringBuilder said = new StringBuilder("Frames 1 to ").append(frames).append(" were drawn by the video decoder at ").append(options
			.side()).append(" x ").append(options.side()).append(" pixels");
		if (grid.canvas().scale() < 1) said.append(" and enlarged to ").append(shape.space());
		if (shape.channels() != Clip.COLOURS) said.append(shape.channels() == 1 ? ", grey as equal red, green and blue"
			: ", each channel alone as equal red, green and blue");
		said.append("; values from ").append(number(grid.range(0).darkest())).append(" to ").append(number(grid.range(0).brightest())).append(
			shape.channels() == 1 ? "" : " (first channel)").append(" are kept, others clipped");
		if (frames > options.frames()) said.append("; ").append(options.frames()).append(" frames at a time");
		return said.append('.').toString();
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}
}
