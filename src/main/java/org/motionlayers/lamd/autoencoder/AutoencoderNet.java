package org.motionlayers.lamd.autoencoder;

import java.util.List;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Architectures;
import org.motionlayers.network.Constant;
import org.motionlayers.network.Initial;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;
import org.motionlayers.network.weights.ModelConfig;

/**
 * MCD-VAE (LaMD, 3.1). Frames are in [0, 1] outside and in [-1, 1] inside. Weights: image, motion, video, mean and deviation of the latent
 * over the training set (measured after training, never trained), discriminator where it is trained against one.
 */
public final class AutoencoderNet extends Layer {

	/** Weights with the latent's mean and standard deviation, one per channel. */
	static final String MEAN = "latent.mean", DEVIATION = "latent.deviation";

	/** Bounds of the log variance, as in latent diffusion. */
	private static final double LEAST_LOG = -30, MOST_LOG = 20;

	/** Subtracted from the log variance that the motion encoder gives: training starts with latents that noise does not drown. */
	private static final double CERTAIN = 6;

	/** Times the mean that the motion encoder gives: training starts with latents of about 1, as large as the features they meet. */
	private static final double SPREAD = 8;

	private final AutoencoderOptions options;
	private final ImageEncoder image;
	private final MotionEncoder motion;
	private final FusionDecoder video;
	private final VideoDiscriminator discriminator;
	private final Weight mean;
	private final Weight deviation;

	/** @param options what it is built of */
	public AutoencoderNet(final AutoencoderOptions options) {
		this.options = options;
		image = child("image", new ImageEncoder(options));
		motion = child("motion", new MotionEncoder(options));
		video = child("video", FusionDecoder.of(options));
		mean = weight(MEAN, Initial.ZEROS, options.latentShape().d());
		deviation = weight(DEVIATION, Initial.ONES, options.latentShape().d());
		discriminator = options.adversary() == 0 ? null : child("discriminator", new VideoDiscriminator(options.channels(), options
			.adversary()));
	}

	/** @return what a configuration of an autoencoder builds */
	public static Architectures architectures() {
		return new Architectures(Map.of(AutoencoderOptions.ARCHITECTURE, config -> AutoencoderNet.of(config)));
	}

	/** @return the network of a configuration, without weights */
	static AutoencoderNet of(final ModelConfig config) {
		return new AutoencoderNet(AutoencoderOptions.of(config));
	}

	/** @return what it is built of */
	public AutoencoderOptions options() {
		return options;
	}

	/** @return the discriminator, or null */
	VideoDiscriminator discriminator() {
		return discriminator;
	}

	/** @return mean of every channel of the latent over the training set; 0 before it is measured */
	Weight mean() {
		return mean;
	}

	/** @return standard deviation of every channel of the latent over the training set; 1 before it is measured */
	Weight deviation() {
		return deviation;
	}

	/** @return f^1 to f^k and f_x0 of frames (batch, channels, side, side) in [0, 1] */
	List<NDArray> content(final NDArray frame) {
		return image.forward(centred(frame));
	}

	/** @return mean and log variance, each (batch, d, latent frames, h, w), of clips (batch, channels, frames, side, side) in [0, 1] */
	NDList motion(final NDArray clip) {
		final NDList both = motion.forward(centred(clip)).split(2, 1);
		return new NDList(Constant.times(both.get(0), SPREAD), both.get(1).sub(CERTAIN).clip(LEAST_LOG, MOST_LOG));
	}

	/**
	 * Decodes.
	 *
	 * @param latent z, (batch, d, latent frames, h, w)
	 * @param content of {@link #content}
	 * @param frame x_0 in [0, 1]
	 * @param chosen the frames to decode, for a warping decoder alone; null for all
	 * @param flows as {@link FusionDecoder#forward} has it
	 * @return (batch, channels, frames, side, side), in [0, 1] or a little beyond
	 */
	NDArray video(final NDArray latent, final List<NDArray> content, final NDArray frame, final int[] chosen,
		final List<NDArray> flows)
	{
		return Constant.times(video.forward(latent, content, centred(frame), chosen, flows).add(1), .5);
	}

	/** @return latents (batch, d x latent frames, h, w) with their time axis apart from their channels */
	NDArray withTime(final NDArray latents) {
		final Shape s = latents.getShape();
		return latents.reshape(s.get(0), options.latent(), options.latentFrames(), s.get(2), s.get(3));
	}

	private static NDArray centred(final NDArray x) {
		return Constant.times(x, 2).sub(1);
	}
}
