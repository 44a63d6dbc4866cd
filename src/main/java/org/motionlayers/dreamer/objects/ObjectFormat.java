package org.motionlayers.dreamer.objects;

import java.util.Map;

import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.network.weights.ModelConfig;

/**
 * How scenes become numbers: what a model's configuration says besides the sizes of its layers.
 *
 * @param dimensions 2 or 3
 * @param frames most future frames at once
 * @param reach displacement that a token's value of 1 means, in mean diameters of the objects
 * @param appearance whether brightness and depth of objects are looked at; not by networks that learned from tracks
 */
public record ObjectFormat(int dimensions, int frames, double reach, boolean appearance) {

	/** Values of a token besides the displacement: change of size and depth. */
	static final int OTHERS = 2;

	/** Change of the logarithm of the size that a token's value of 1 means. */
	static final double SIZE_SCALE = .5;

	/** Standard deviation of a token's values about straight motion; only a first guess is made of it. */
	static final double SPREAD = .4;

	/** Steps of noise that networks are trained on; linear as in DDPM. */
	static final NoiseSchedule SCHEDULE = NoiseSchedule.linear();

	private static final int MOST_FRAMES = 64;

	/** Checks the numbers. */
	public ObjectFormat {
		if (dimensions != 2 && dimensions != 3 || frames < 1 || frames > MOST_FRAMES || !(reach > 0)) throw new IllegalArgumentException(
			"Tokens of " + dimensions + " dimensions, " + frames + " frames, reach " + reach + " are not possible.");
	}

	/** Reads it from a model's configuration. */
	static ObjectFormat of(final ModelConfig config) {
		return new ObjectFormat(config.integer("dimensions", 2, 3), config.integer("frames", 1, MOST_FRAMES), config.number("reach", 1e-3, 1e3), config
			.flag("appearance"));
	}

	/** @return the keys it is written with */
	Map<String, Object> values() {
		return Map.of("dimensions", dimensions, "frames", frames, "reach", reach, "appearance", appearance);
	}

	/** @return numbers of a token: displacement, change of size, depth */
	public int tokenValues() {
		return dimensions + OTHERS;
	}

	/** @return along how many directions the reach of an object is known */
	int directions() {
		return Reach.directions(dimensions).length;
	}

	/** @return numbers that say of an object what is known in the reference frame */
	public int features() {
		return 1 + directions() + 2 + 2 * (1 + dimensions);
	}
}
