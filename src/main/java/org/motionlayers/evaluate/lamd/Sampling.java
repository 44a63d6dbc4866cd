package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.ContentFeatures;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.scene.Progress;

/**
 * Table 11: how long drawing a clip's motion takes for clips of more and more frames, decoding apart. The latent has no axis of time, so that only
 * the autoencoder knows how long a clip is; those for other lengths are built for the timing alone and not trained.
 */
final class Sampling {

	/** Frames of the clips, as in the paper from 16 to 128. */
	static final int[] FRAMES = { 16, 32, 64, 128 };

	private static final double NANOS = 1e9;

	private Sampling() {}

	/**
	 * Times.
	 *
	 * @param models autoencoder and a generator
	 * @param budget steps and number of timings
	 * @param work where untrained networks are kept
	 * @param progress is told and asked
	 * @return seconds_N, decode_seconds_N for every number of frames, ratio_128_16
	 */
	static Table of(final Models models, final MotionGenerator generator, final Budget budget, final Path work, final Progress progress)
		throws IOException
	{
		final AutoencoderOptions usual = models.autoencoder().options();
		final MotionAutoencoder[] autoencoders = new MotionAutoencoder[FRAMES.length];
		final double[][] drawn = new double[FRAMES.length][budget.timings()], decoded = new double[FRAMES.length][budget.timings()];
		try {
			for (int k = 0; k < FRAMES.length; k++) autoencoders[k] = SmallTraining.autoencoder(usual.withClips(FRAMES[k], usual.side(), usual.channels()), Optional.empty(),
				new Budget.Training(1, 1, 1, 1), work.resolve("untrained-" + FRAMES[k] + "-frames"), 0, progress);
			final float[] frame = Held.captions(1, usual.frames(), usual.side(), 0).get(0).clip().frame(0);
			final int steps = budget.chains().get(budget.chains().size() - 1);
			// the first round warms up; the lengths take turns, so that what else the machine does falls on all of them
			for (int round = -1; round < budget.timings(); round++) for (int k = 0; k < FRAMES.length; k++) {
				final ContentFeatures content = autoencoders[k].content(frame);
				final long start = System.nanoTime();
				final float[] latent = new Studio(autoencoders[k], generator, 0, progress).latent(content, Prompt.NONE, new Drawing(Drawing.Method.DDPM, steps),
					1, round);
				final long middle = System.nanoTime();
				autoencoders[k].decode(content, latent);
				if (round < 0) continue;
				drawn[k][round] = (middle - start) / NANOS;
				decoded[k][round] = (System.nanoTime() - middle) / NANOS;
			}
		}
		finally {
			for (final MotionAutoencoder autoencoder : autoencoders) if (autoencoder != null) autoencoder.close();
		}
		final Table table = new Table();
		for (int k = 0; k < FRAMES.length; k++) table.put("seconds_" + FRAMES[k], least(drawn[k])).put("decode_seconds_" + FRAMES[k], least(decoded[
			k]));
		return table.put("ratio_128_16", table.value("seconds_128") / table.value("seconds_16"));
	}

	/** The least of all rounds: what else the machine does can only make one longer. */
	private static double least(final double[] seconds) {
		return Arrays.stream(seconds).min().orElseThrow();
	}
}
