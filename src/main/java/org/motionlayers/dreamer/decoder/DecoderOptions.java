package org.motionlayers.dreamer.decoder;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/**
 * What a video decoder is built of.
 *
 * @param condition what it is told beside the first frame
 * @param frames T, future frames drawn at once
 * @param side pixels of a frame along x and y
 * @param patch pixels of a patch along x and y: the network works on a grid that is coarser by this
 * @param channels of the finest level, even
 * @param multipliers of the channels at every level, each level half as fine as the one before
 * @param largestSpeed of a flow plane's value of 1, pixels of the grid per frame
 * @param known standard deviation of what is left to say about a pixel where the splatted first frame has landed, 1 for the paper's plain
 *          v-prediction; frames lie in [-1, 1]
 * @param hole the same where nothing has landed
 */
public record DecoderOptions(Condition condition, int frames, int side, int patch, int channels, int[] multipliers, double largestSpeed,
	double known, double hole) {

	/** Name of the architecture in a configuration. */
	public static final String ARCHITECTURE = "dreamer-decoder";

	/**
	 * Stage II on 64 x 64, 8 frames at once, 724,020 parameters. Under a true motion the splatted first frame differs from the
	 * truth by .03 (root mean square) where it has landed and by .08 in filled holes, under one with noise by .07 and .32.
	 */
	public static final DecoderOptions STAGE_TWO = new DecoderOptions(Condition.REPRESENTATION, 8, 64, 2, 16, new int[] { 1, 2, 4 },
		Representation.DEFAULT.largestSpeed(), .06, .2);

	/** The one-stage variant of the same size (Motion Dreamer, Table 1): carried along arrows, the first frame is off by .19, in holes by .35. */
	public static final DecoderOptions ONE_STAGE = STAGE_TWO.with(Condition.CUES).withDeviations(.19, .35);

	/**
	 * The paper's scale: widths of Stable Video Diffusion on a grid of 8 times fewer pixels, 14 frames of 512 x 512, plain v-prediction:
	 * 425,156,682 parameters.
	 */
	public static final DecoderOptions PAPER = new DecoderOptions(Condition.REPRESENTATION, 14, 512, 8, 320, new int[] { 1, 2, 4, 4 }, 48, 1,
		1);

	private static final String[] KEYS = { "condition", "frames", "side", "patch", "channels", "multipliers", "speed", "known", "hole" };

	/** Largest value of a whole number in a configuration. */
	private static final int MOST = 4096;

	/** Copies the list. */
	public DecoderOptions {
		multipliers = multipliers.clone();
	}

	/** @return the same under another condition */
	public DecoderOptions with(final Condition other) {
		return new DecoderOptions(other, frames, side, patch, channels, multipliers, largestSpeed, known, hole);
	}

	/** @return the same with other deviations; 1 and 1 for the paper's plain v-prediction */
	public DecoderOptions withDeviations(final double newKnown, final double newHole) {
		return new DecoderOptions(condition, frames, side, patch, channels, multipliers, largestSpeed, newKnown, newHole);
	}

	/** @return the same of another size */
	public DecoderOptions withSize(final int newFrames, final int newSide) {
		return new DecoderOptions(condition, newFrames, newSide, patch, channels, multipliers, largestSpeed, known, hole);
	}

	/** @return the same with another trunk */
	public DecoderOptions withTrunk(final int newPatch, final int newChannels, final int... newMultipliers) {
		return new DecoderOptions(condition, frames, side, newPatch, newChannels, newMultipliers, largestSpeed, known, hole);
	}

	/** @return pixels of a frame */
	public int pixels() {
		return side * side;
	}

	/** @return whether the network predicts plain v, as in the paper: the splatted frame is among its conditions, but nothing is taken from it */
	boolean expectsNothing() {
		return known == 1 && hole == 1;
	}

	/** @return the same as a configuration */
	public ModelConfig config() {
		final Map<String, Object> values = new TreeMap<>();
		values.put("condition", condition.key());
		values.put("frames", frames);
		values.put("side", side);
		values.put("patch", patch);
		values.put("channels", channels);
		values.put("multipliers", Arrays.stream(multipliers).boxed().toList());
		values.put("speed", largestSpeed);
		values.put("known", known);
		values.put("hole", hole);
		return ModelConfig.of(ARCHITECTURE, values);
	}

	/**
	 * Reads a configuration.
	 *
	 * @param config of architecture {@value #ARCHITECTURE}
	 * @throws ModelException where a setting is missing, unknown or out of range
	 */
	public static DecoderOptions of(final ModelConfig config) {
		config.allowOnly(KEYS);
		final DecoderOptions options = new DecoderOptions(Condition.of(config.text("condition"), config.origin()), config.integer("frames", 1,
			MOST), config.integer("side", 2, MOST), config.integer("patch", 1, MOST), config.integer("channels", 2, MOST), config.integers(
				"multipliers", 1, MOST), config.number("speed", 1e-3, MOST), config.number("known", 1e-3, 1), config.number("hole", 1e-3, 1));
		final int coarsest = options.patch << Math.max(0, options.multipliers.length - 1);
		if (options.multipliers.length == 0 || options.side % coarsest != 0) throw new ModelException(config.origin() + ": frames of " +
			options.side + " pixels cannot be halved at " + options.multipliers.length + " levels from patches of " + options.patch + " on.");
		return options;
	}
}
