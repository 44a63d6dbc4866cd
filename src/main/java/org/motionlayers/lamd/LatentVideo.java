package org.motionlayers.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.ContentFeatures;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.LatentSteps;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.Progress;

/**
 * Latent motion diffusion, whole: an autoencoder of clips, and where motion is to be generated, a generator of its latents (LaMD, Figure 2).
 * May be called from any thread.
 *
 * <pre>
 * try (LatentVideo lamd = LatentVideo.open(autoencoder, generator)) {
 * 	List&lt;VideoClip&gt; futures = lamd.futures(frame, new Order(Prompt.ofClass("drift"), 4, Drawing.DEFAULT, 1.5, seed), Progress.NONE);
 * }
 * </pre>
 */
public final class LatentVideo implements AutoCloseable {

	private final MotionAutoencoder autoencoder;
	private final MotionGenerator generator;

	private LatentVideo(final MotionAutoencoder autoencoder, final MotionGenerator generator) {
		this.autoencoder = autoencoder;
		this.generator = generator;
	}

	/**
	 * Opens an autoencoder alone: motion is read, moved and mixed, not generated.
	 *
	 * @param autoencoder folder of the model
	 * @throws ModelException where it is none, or damaged
	 * @throws IOException where it cannot be read
	 */
	public static LatentVideo open(final Path autoencoder) throws IOException {
		return new LatentVideo(MotionAutoencoder.open(autoencoder), null);
	}

	/**
	 * Opens both models.
	 *
	 * @param autoencoder folder of one
	 * @param generator folder of the other, trained on the latents of the first
	 * @throws ModelException where one is not what it should be, or they do not fit together
	 * @throws IOException where one cannot be read
	 */
	public static LatentVideo open(final Path autoencoder, final Path generator) throws IOException {
		final MotionAutoencoder first = MotionAutoencoder.open(autoencoder);
		MotionGenerator second = null;
		try {
			ModelPair.require(autoencoder, generator);
			second = MotionGenerator.open(generator);
			final LatentShape latent = first.options().latentShape();
			final int content = first.options().contentChannels();
			if (!latent.equals(second.options().shape()) || content != second.options().contentChannels()) throw new ModelException("Model '" + generator +
				"' draws latents of " + second.options().shape() + " under " + second.options().contentChannels() + " content features; the autoencoder '" +
				autoencoder + "' has " + latent + " and " + content + ". A generator fits the autoencoder that it was trained with.");
			return new LatentVideo(first, second);
		}
		catch (final IOException | RuntimeException e) {
			if (second != null) second.close();
			first.close();
			throw e;
		}
	}

	/** @return frames, side and channels of the clips, among others */
	public AutoencoderOptions options() {
		return autoencoder.options();
	}

	/**
	 * Generates clips that begin with a frame (LaMD, 3.4).
	 *
	 * @param frame (channels, side, side) in [0, 1]
	 * @param order how many, what is asked, and how they are drawn
	 * @param progress is told and asked
	 * @return as many clips as were ordered
	 * @throws org.motionlayers.scene.InputException where the generator cannot be asked that
	 */
	public List<VideoClip> futures(final float[] frame, final MotionGenerator.Order order, final Progress progress) {
		final ContentFeatures content = autoencoder.content(frame);
		return decoded(content, drawn(content, order, progress, LatentSteps.NONE), progress);
	}

	/**
	 * The sampling process (LaMD, Figure 10): what every latent on the way from noise to the first clip of an order looks like.
	 *
	 * @param frame (channels, side, side) in [0, 1]
	 * @param order what is asked and how it is drawn; one clip of it
	 * @param progress is told and asked
	 * @return one clip more than the sampler has steps, the one of pure noise first
	 */
	public List<VideoClip> process(final float[] frame, final MotionGenerator.Order order, final Progress progress) {
		final ContentFeatures content = autoencoder.content(frame);
		final List<float[]> latents = new ArrayList<>();
		drawn(content, new MotionGenerator.Order(order.prompt(), 1, order.drawing(), order.guidance(), order.seed()), progress, (done, steps, now) -> latents
			.add(now.get(0)));
		return decoded(content, latents, progress);
	}

	/** @return the clip after both encoders and the decoder */
	public VideoClip reconstruct(final VideoClip clip) {
		return autoencoder.reconstruct(clip);
	}

	/** @return the motion of a clip */
	public MotionLatent encode(final VideoClip clip) {
		return autoencoder.encode(clip);
	}

	/**
	 * Moves one thing as another.
	 *
	 * @param motion the clip whose motion is taken
	 * @param frame that is moved, (channels, side, side) in [0, 1]
	 * @return a clip of this frame's appearance and that clip's motion
	 */
	public VideoClip transfer(final VideoClip motion, final float[] frame) {
		return autoencoder.decode(autoencoder.content(frame), autoencoder.encode(motion).mean());
	}

	/**
	 * Motions between two.
	 *
	 * @param first the clip whose motion comes first
	 * @param last the clip whose motion comes last
	 * @param frame that is moved, (channels, side, side) in [0, 1]
	 * @param count how many clips, at least 2
	 * @return clips whose latents lie evenly on the line between those of the two
	 */
	public List<VideoClip> interpolate(final VideoClip first, final VideoClip last, final float[] frame, final int count) {
		if (count < 2) throw new IllegalArgumentException(count + " clips do not lie between two motions.");
		final float[] a = autoencoder.encode(first).mean(), b = autoencoder.encode(last).mean();
		final List<float[]> latents = new ArrayList<>();
		for (int k = 0; k < count; k++) {
			final float part = k / (count - 1f);
			final float[] mixed = new float[a.length];
			for (int i = 0; i < a.length; i++) mixed[i] = (1 - part) * a[i] + part * b[i];
			latents.add(mixed);
		}
		return decoded(autoencoder.content(frame), latents, Progress.NONE);
	}

	private List<float[]> drawn(final ContentFeatures content, final MotionGenerator.Order order, final Progress progress, final LatentSteps steps) {
		if (generator == null) throw new IllegalStateException("No generator was opened.");
		return generator.draw(content.coarsest(), order, progress, steps);
	}

	private List<VideoClip> decoded(final ContentFeatures content, final List<float[]> latents, final Progress progress) {
		final List<VideoClip> clips = new ArrayList<>();
		for (int i = 0; i < latents.size(); i++) {
			progress.update(i, latents.size(), "decoding");
			clips.add(autoencoder.decode(content, latents.get(i)));
		}
		return clips;
	}

	/** Frees the networks. */
	@Override
	public void close() {
		autoencoder.close();
		if (generator != null) generator.close();
	}
}
