package org.motionlayers.dreamer.decoder;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.dreamer.cue.Carried;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.scene.DenseMotion;

/**
 * What the network is told of every frame, as {@value #PLANES} planes. Under {@link Condition#REPRESENTATION}: R_t (6), how noisy it is
 * (1), the first frame (3), the first frame splatted to frame t (3) and where it landed (1). Under {@link Condition#CUES}: colours and
 * inverse depth of the first frame's objects (4), instance flow (2), where it is known (1), the first frame (3), the first frame splatted
 * by t times the instance flow, what has none going with the camera (3), and where that landed (1). Colours lie in [-1, 1];
 * holes have the mean of what landed of the same object.
 *
 * @param planes frames x {@value #PLANES} x height x width, x fastest
 * @param prior what the splatted frames say of the frames to be drawn, values in the order frames x 3 x height x width
 */
record FrameConditions(float[] planes, FramePrior prior) {

	/** Planes of a frame. */
	static final int PLANES = 14;

	/** The plane of the noise level, or of where the instance flow is known. */
	static final int LEVEL = 6;

	/** First plane of the first frame. */
	static final int FIRST = 7;

	/** First plane of the splatted frame. */
	static final int SPLATTED = 10;

	/** The plane that says where the splatted frame landed. */
	static final int LANDED = 13;

	private static final int COLOURS = 3;

	/**
	 * Conditions of stage II (Motion Dreamer, Eq. 13).
	 *
	 * @param options of the decoder
	 * @param first frame 0
	 * @param way where objects have gone since frame 0
	 * @param start number of the frame before the first one to be drawn: 0, or more where a video is drawn in parts
	 * @param motion R_t of the frames to be drawn, as many as the decoder draws at once
	 * @param noise how unsure the motion is
	 * @param random where noise of its planes comes from; null where it has its noise already
	 */
	static FrameConditions ofMotion(final DecoderOptions options, final FirstFrame first, final CumulativeMotion way, final int start,
		final DenseMotion motion, final MotionNoise noise, final SplittableRandom random)
	{
		final int pixels = options.pixels(), size = PLANES * pixels;
		final float[] r = first.encode(new Representation(options.largestSpeed()), motion), planes = new float[options.frames() * size];
		final LayerSplat splat = new LayerSplat(options.side(), options.side(), first.colours(), first.labels());
		noise.apply(r, random);
		for (int t = 1; t <= options.frames(); t++) {
			final int at = (t - 1) * size;
			System.arraycopy(r, (t - 1) * Representation.PLANES * pixels, planes, at, Representation.PLANES * pixels);
			Arrays.fill(planes, at + LEVEL * pixels, at + FIRST * pixels, (float) (noise.level() / MotionNoise.HIGHEST));
			System.arraycopy(first.colours(), 0, planes, at + FIRST * pixels, COLOURS * pixels);
			splat.splat(way, start + t, motion.labels(t), planes, at + SPLATTED * pixels);
		}
		return new FrameConditions(planes, prior(options, planes));
	}

	/**
	 * Conditions of the one-stage variant (Motion Dreamer, Table 1).
	 *
	 * @param options of the decoder
	 * @param first frame 0
	 * @param field instance flow of the first frame, as far as it is known
	 * @param camera mean displacement of the background per frame along x and y, pixels
	 */
	static FrameConditions ofCues(final DecoderOptions options, final FirstFrame first, final CueField field, final double[] camera) {
		final int pixels = options.pixels(), size = PLANES * pixels;
		final float[] planes = new float[options.frames() * size];
		final LayerSplat splat = new LayerSplat(options.side(), options.side(), first.colours(), first.labels());
		final DenseMotion carried = Carried.of(first.labels(), first.depth(), options.side(), field.means(first.labels()), camera, options
			.frames());
		final CumulativeMotion way = DecoderLesson.way(carried);
		for (int t = 1; t <= options.frames(); t++) {
			final int at = (t - 1) * size;
			first.encodeStill(planes, at);
			for (int i = 0; i < 2 * pixels; i++) planes[at + Representation.STILL_PLANES * pixels + i] = (float) Math.max(-1, Math.min(1, field
				.flow()[i] / options.largestSpeed()));
			System.arraycopy(field.known(), 0, planes, at + LEVEL * pixels, pixels);
			System.arraycopy(first.colours(), 0, planes, at + FIRST * pixels, COLOURS * pixels);
			splat.splat(way, t, carried.labels(t), planes, at + SPLATTED * pixels);
		}
		return new FrameConditions(planes, prior(options, planes));
	}

	/** Where a frame has landed it is what is expected; in holes, their mean. */
	private static FramePrior prior(final DecoderOptions options, final float[] planes) {
		final int pixels = options.pixels(), picture = COLOURS * pixels;
		final float[] expected = new float[options.frames() * picture], landed = new float[expected.length];
		for (int t = 0; t < options.frames(); t++) {
			final int at = t * PLANES * pixels;
			System.arraycopy(planes, at + SPLATTED * pixels, expected, t * picture, picture);
			for (int c = 0; c < COLOURS; c++) System.arraycopy(planes, at + LANDED * pixels, landed, t * picture + c * pixels, pixels);
		}
		if (options.expectsNothing()) Arrays.fill(expected, 0);
		return new FramePrior(expected, landed, options.known(), options.hole());
	}
}
