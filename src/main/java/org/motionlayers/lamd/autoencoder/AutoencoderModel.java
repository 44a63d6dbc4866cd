package org.motionlayers.lamd.autoencoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;
import org.motionlayers.scene.Progress;

/** What is done once a training is over: the latent's statistics are measured and kept in the model, and a discriminator is left out. */
public final class AutoencoderModel {

	private static final String DISCRIMINATOR = "discriminator.";

	private AutoencoderModel() {}

	/**
	 * Finishes a trained model in its folder.
	 *
	 * @param folder as {@link org.motionlayers.network.train.ModelTraining} left it
	 * @param clips of the training set
	 * @param count how many clips to measure
	 * @param seed of their choice
	 * @param progress is told and asked after every clip
	 * @return the statistics
	 * @throws org.motionlayers.network.weights.ModelException where the folder holds no autoencoder
	 * @throws IOException where it cannot be read or written
	 */
	public static LatentStatistics finish(final Path folder, final ClipSource clips, final int count, final long seed, final Progress progress)
		throws IOException
	{
		final LatentStatistics statistics = measure(folder, clips, count, seed, progress);
		final ModelFolder model = ModelFolder.open(folder);
		final TensorFile file = model.weights();
		final Map<String, Tensor> tensors = new TreeMap<>(file.tensors());
		tensors.keySet().removeIf(name -> name.startsWith(DISCRIMINATOR));
		tensors.put(AutoencoderNet.MEAN, new Tensor(new long[] { statistics.mean().length }, statistics.mean()));
		tensors.put(AutoencoderNet.DEVIATION, new Tensor(new long[] { statistics.mean().length }, statistics.deviation()));
		ModelFolder.save(folder, AutoencoderOptions.of(model.config()).withAdversary(0).config(), tensors, file.metadata());
		return statistics;
	}

	private static LatentStatistics measure(final Path folder, final ClipSource clips, final int count, final long seed,
		final Progress progress) throws IOException
	{
		final SplittableRandom random = new SplittableRandom(seed);
		try (MotionAutoencoder autoencoder = MotionAutoencoder.open(folder)) {
			final LatentStatistics.Sums sums = new LatentStatistics.Sums(autoencoder.options().latentShape().d());
			for (int i = 0; i < count; i++) {
				progress.update(i, count, "measuring latents");
				sums.add(autoencoder.encode(clips.draw(random)));
			}
			return sums.statistics();
		}
	}
}
