package org.motionlayers.lamd.autoencoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/**
 * MCD-VAE, trained: a clip to content and motion and back. May be called from any thread.
 *
 * <pre>
 * try (MotionAutoencoder autoencoder = MotionAutoencoder.open(Path.of("models/lamd-autoencoder"))) {
 * 	MotionLatent motion = autoencoder.encode(clip);
 * 	VideoClip moved = autoencoder.decode(autoencoder.content(otherFrame), motion.mean());
 * }
 * </pre>
 */
public final class MotionAutoencoder implements AutoCloseable {

	private final Network<AutoencoderNet> network;
	private final AutoencoderOptions options;

	private MotionAutoencoder(final Network<AutoencoderNet> network) {
		this.network = network;
		this.options = network.layer().options();
	}

	/**
	 * Opens a model.
	 *
	 * @param folder with config.json and model.safetensors
	 * @throws org.motionlayers.network.weights.ModelException where it is no autoencoder, or damaged
	 * @throws IOException where it cannot be read
	 */
	public static MotionAutoencoder open(final Path folder) throws IOException {
		return new MotionAutoencoder(ModelFolder.open(folder).load(AutoencoderNet.class, AutoencoderNet.architectures()));
	}

	/** @return an autoencoder that uses a network which somebody else owns and closes */
	static MotionAutoencoder of(final Network<AutoencoderNet> network) {
		return new MotionAutoencoder(network);
	}

	/** @return what it is built of: frames, side, channels and size of the latent among others */
	public AutoencoderOptions options() {
		return options;
	}

	/** @return mean and deviation of the latent's channels over the training set; 0 and 1 where they were never measured */
	public LatentStatistics statistics() {
		return NetworkEngine.call(() -> {
			final float[] mean = new float[options.latentShape().d()], deviation = mean.clone();
			network.layer().mean().read(mean, 0);
			network.layer().deviation().read(deviation, 0);
			return new LatentStatistics(mean, deviation);
		});
	}

	/**
	 * Reads the motion of a clip.
	 *
	 * @param clip of the model's channels, frames and side
	 * @throws IllegalArgumentException where it is of another size
	 */
	public MotionLatent encode(final VideoClip clip) {
		options.need(clip);
		return network.compute(scope -> {
			final NDList motion = network.layer().motion(FloatTransfer.in(scope, clip.values(), new Shape(1, options.channels(), options.frames(),
				options.side(), options.side())));
			return new MotionLatent(options.latentShape(), floats(motion.get(0)), floats(motion.get(1)));
		});
	}

	/**
	 * Reads the content of a first frame.
	 *
	 * @param frame (channels, side, side) in [0, 1], row-major
	 * @throws IllegalArgumentException where it is of another size
	 */
	public ContentFeatures content(final float[] frame) {
		if (frame.length != options.frameSize()) throw new IllegalArgumentException(frame.length + " values are no frame of " + options
			.channels() + " channels, " + options.side() + " x " + options.side() + " pixels.");
		return network.compute(scope -> {
			final List<float[]> features = new ArrayList<>();
			for (final NDArray feature : network.layer().content(FloatTransfer.in(scope, frame, frameShape()))) features.add(floats(feature));
			return new ContentFeatures(frame.clone(), features.subList(0, features.size() - 1), features.get(features.size() - 1));
		});
	}

	/**
	 * Makes a clip of content and motion.
	 *
	 * @param content of this model
	 * @param latent z, (d, h, w) row-major, as {@link MotionLatent} has it
	 * @return as many frames as the model has, in [0, 1]
	 * @throws IllegalArgumentException where the latent is of another size
	 */
	public VideoClip decode(final ContentFeatures content, final float[] latent) {
		if (latent.length != options.latentShape().size()) throw new IllegalArgumentException(latent.length +
			" numbers are no latent of " + options.latentShape() + ".");
		return network.compute(scope -> {
			final NDArray z = network.layer().withTime(FloatTransfer.in(scope, latent, new Shape(1, options.latentShape().d(), options
				.latentShape().h(), options.latentShape().w())));
			final NDArray video = network.layer().video(z, features(scope, content), FloatTransfer.in(scope, content.frameValues(),
				frameShape()), null, null);
			return new VideoClip(options.channels(), options.frames(), options.side(), options.side(), floats(video));
		});
	}

	/** @return the clip after both encoders and the decoder, with the mean of its motion */
	public VideoClip reconstruct(final VideoClip clip) {
		return decode(content(clip.frame(0)), encode(clip).mean());
	}

	private Shape frameShape() {
		return new Shape(1, options.channels(), options.side(), options.side());
	}

	private List<NDArray> features(final NDManager scope, final ContentFeatures content) {
		final List<NDArray> arrays = new ArrayList<>();
		final List<float[]> features = content.features();
		for (int i = 0; i < features.size(); i++) {
			final int scale = Math.min(i, options.scales() - 1), side = options.side(scale);
			arrays.add(FloatTransfer.in(scope, features.get(i), new Shape(1, options.image()[scale], side, side)));
		}
		return arrays;
	}

	private static float[] floats(final NDArray array) {
		final float[] floats = new float[Math.toIntExact(array.size())];
		FloatTransfer.out(array, 0, floats);
		return floats;
	}

	/** Frees the network. */
	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
