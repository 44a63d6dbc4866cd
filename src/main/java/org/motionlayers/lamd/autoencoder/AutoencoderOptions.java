package org.motionlayers.lamd.autoencoder;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/**
 * What an autoencoder of clips is built of.
 *
 * @param fusion how the decoder brings content and motion together
 * @param frames L, frames of a clip, the first included; a power of 2
 * @param side pixels of a frame along x and y
 * @param channels of a frame
 * @param latent d, channels of the latent
 * @param latentFrames length of the latent's time axis, which divides L; 1 for none (LaMD: r_t = L)
 * @param image widths of the image encoder, finest scale first, each scale half as fine as the one before; r_s = 2 ^ (scales - 1)
 * @param motion widths of the motion encoder at as many scales, then at the further stages where time alone is halved; the last for all
 *          that are not named
 * @param video widths of the decoder at the scales
 * @param motionPatch pixels of a patch along x and y that the motion encoder works on; 1 for pixels
 * @param videoPatch the same at the last scale of a warping decoder; 1 with any other
 * @param blocks residual blocks at every scale of the encoders; a concatenating decoder has one more
 * @param attention whether image encoder and decoder attend at the coarsest scale
 * @param adversary width of the discriminator that it is trained against, 0 for none
 */
public record AutoencoderOptions(Fusion fusion, int frames, int side, int channels, int latent, int latentFrames, int[] image,
	int[] motion, int[] video, int motionPatch, int videoPatch, int blocks, boolean attention, int adversary)
{

	/** Name of the architecture in a configuration. */
	public static final String ARCHITECTURE = "lamd-autoencoder";

	/** Ours, as it is shipped: 16 frames of 64 x 64 in colour, a latent of 3 x 16 x 16. */
	public static final AutoencoderOptions WARP = new AutoencoderOptions(Fusion.WARP, 16, 64, 3, 3, 1, new int[] { 16, 32, 64 }, new int[] {
		16, 16, 16, 16, 32, 64 }, new int[] { 16, 16, 32 }, 4, 2, 1, false, 0);

	/** The paper's network in small, for the same clips. */
	public static final AutoencoderOptions CONCAT = new AutoencoderOptions(Fusion.CONCAT, 16, 64, 3, 3, 1, new int[] { 16, 32, 64 },
		new int[] { 8, 16, 32 }, new int[] { 16, 32, 64 }, 1, 1, 1, false, 0);

	/** The paper's scale for BAIR, widths as in latent diffusion, an attention layer at the coarsest scale. */
	public static final AutoencoderOptions PAPER = new AutoencoderOptions(Fusion.CONCAT, 16, 64, 3, 3, 1, new int[] { 128, 256, 512 },
		new int[] { 64, 128, 256 }, new int[] { 128, 256, 512 }, 1, 1, 2, true, 0);

	private static final String[] KEYS = { "fusion", "frames", "side", "channels", "latent", "latentframes", "image", "motion", "video",
		"motionpatch", "videopatch", "blocks", "attention", "adversary" };

	/** Largest value of a whole number in a configuration. */
	private static final int MOST = 4096;

	/** Copies the lists. */
	public AutoencoderOptions {
		image = image.clone();
		motion = motion.clone();
		video = video.clone();
	}

	/** @return the same with another fusion */
	public AutoencoderOptions with(final Fusion other) {
		return new AutoencoderOptions(other, frames, side, channels, latent, latentFrames, image, motion, video, motionPatch, videoPatch,
			blocks, attention, adversary);
	}

	/** @return the same for other clips */
	public AutoencoderOptions withClips(final int newFrames, final int newSide, final int newChannels) {
		return new AutoencoderOptions(fusion, newFrames, newSide, newChannels, latent, latentFrames, image, motion, video, motionPatch,
			videoPatch, blocks, attention, adversary);
	}

	/** @return the same with another latent */
	public AutoencoderOptions withLatent(final int newLatent, final int newLatentFrames) {
		return new AutoencoderOptions(fusion, frames, side, channels, newLatent, newLatentFrames, image, motion, video, motionPatch,
			videoPatch, blocks, attention, adversary);
	}

	/** @return the same with other widths */
	public AutoencoderOptions withWidths(final int[] newImage, final int[] newMotion, final int[] newVideo) {
		return new AutoencoderOptions(fusion, frames, side, channels, latent, latentFrames, newImage, newMotion, newVideo, motionPatch,
			videoPatch, blocks, attention, adversary);
	}

	/** @return the same with other patches */
	public AutoencoderOptions withPatches(final int newMotionPatch, final int newVideoPatch) {
		return new AutoencoderOptions(fusion, frames, side, channels, latent, latentFrames, image, motion, video, newMotionPatch,
			newVideoPatch, blocks, attention, adversary);
	}

	/** @return the same trained against a discriminator of another width, 0 for none */
	public AutoencoderOptions withAdversary(final int width) {
		return new AutoencoderOptions(fusion, frames, side, channels, latent, latentFrames, image, motion, video, motionPatch, videoPatch,
			blocks, attention, width);
	}

	/** @return number of scales */
	int scales() {
		return image.length;
	}

	/** @return side of the frames at a scale, 0 the finest */
	int side(final int scale) {
		return side >> scale;
	}

	/** @return the scale that patches of so many pixels are as large as a pixel of */
	static int scaleOf(final int patch) {
		return Integer.numberOfTrailingZeros(patch);
	}

	/** @return how many numbers a frame has */
	public int frameSize() {
		return channels * side * side;
	}

	/** @return size of the latent; its channels are d x the frames of its time axis, row-major */
	public LatentShape latentShape() {
		final int coarse = side(scales() - 1);
		return new LatentShape(latent * latentFrames, coarse, coarse);
	}

	/** @return channels of the coarsest content features f_x0, which are as large as the latent */
	public int contentChannels() {
		return image[scales() - 1];
	}

	/** @throws IllegalArgumentException where a clip is of another size */
	void need(final VideoClip clip) {
		if (clip.channels() != channels || clip.frames() != frames || clip.height() != side || clip.width() != side)
			throw new IllegalArgumentException("A clip of " + clip.channels() + " channels, " + clip.frames() + " frames, " + clip.width() + " x " +
				clip.height() + " pixels; the autoencoder takes " + channels + " channels, " + frames + " frames, " + side + " x " + side + ".");
	}

	/** @return the same as a configuration */
	public ModelConfig config() {
		final Map<String, Object> values = new TreeMap<>();
		values.put("fusion", fusion.key());
		values.put("frames", frames);
		values.put("side", side);
		values.put("channels", channels);
		values.put("latent", latent);
		values.put("latentframes", latentFrames);
		values.put("image", Arrays.stream(image).boxed().toList());
		values.put("motion", Arrays.stream(motion).boxed().toList());
		values.put("video", Arrays.stream(video).boxed().toList());
		values.put("motionpatch", motionPatch);
		values.put("videopatch", videoPatch);
		values.put("blocks", blocks);
		values.put("attention", attention);
		values.put("adversary", adversary);
		return ModelConfig.of(ARCHITECTURE, values);
	}

	/**
	 * Reads a configuration.
	 *
	 * @param config of architecture {@value #ARCHITECTURE}
	 * @throws ModelException where a setting is missing, unknown, out of range or does not fit the others
	 */
	public static AutoencoderOptions of(final ModelConfig config) {
		config.allowOnly(KEYS);
		final AutoencoderOptions options = new AutoencoderOptions(Fusion.of(config.text("fusion"), config.origin()), config.integer("frames",
			2, MOST), config.integer("side", 2, MOST), config.integer("channels", 1, MOST), config.integer("latent", 1, MOST), config.integer(
				"latentframes", 1, MOST), config.integers("image", 1, MOST), config.integers("motion", 1, MOST), config.integers("video", 1, MOST),
			config.integer("motionpatch", 1, MOST), config.integer("videopatch", 1, MOST), config.integer("blocks", 1, MOST), config.flag(
				"attention"), config.integer("adversary", 0, MOST));
		options.check(config.origin());
		return options;
	}

	private void check(final String origin) {
		if (scales() < 2 || scales() > 8 || video.length != scales() || motion.length < scales()) throw new ModelException(origin +
			": widths of " + scales() + " scales in 'image', " + motion.length + " in 'motion' and " + video.length +
			" in 'video'; from 2 to 8, as many in 'video' and at least as many in 'motion' are accepted.");
		if (side % (1 << scales() - 1) != 0) throw new ModelException(origin + ": frames of " + side + " pixels cannot be halved " + (scales() -
			1) + " times.");
		if (Integer.bitCount(frames) != 1 || frames % latentFrames != 0 || Integer.bitCount(latentFrames) != 1) throw new ModelException(
			origin + ": 'frames' is " + frames + " and 'latentframes' " + latentFrames +
				"; powers of 2 are accepted, the second not larger than the first.");
		for (final int patch : new int[] { motionPatch, videoPatch }) if (Integer.bitCount(patch) != 1 || scaleOf(patch) >= scales())
			throw new ModelException(origin + ": a patch of " + patch + " pixels; a power of 2 up to " + (1 << scales() - 1) + " is accepted.");
	}
}
