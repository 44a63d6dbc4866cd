package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.scene.Progress;

/**
 * Tables 12 and 13: what latents of different sizes hold, and how well they are generated. Each begins with the weights of the shipped model that
 * have its shapes, all but those next to the latent, and is trained with the same small budget.
 */
final class Capacities {

	private Capacities() {}

	/**
	 * Trains and measures.
	 *
	 * @param usual the network that the sizes are tried with
	 * @param start folder of the model that trainings begin with
	 * @param budget how much
	 * @param seed of weights, batches and noise
	 * @param work where models are kept
	 * @param progress is told and asked
	 * @return psnr, ssim, divergence_nats, numbers, and fd of generated clips, by size
	 */
	static Map<Capacity, Table> of(final AutoencoderOptions usual, final Path start, final Budget budget, final long seed, final Path work,
		final Progress progress) throws IOException
	{
		final List<Held> held = Held.captions(budget.capacity().clips(), usual.frames(), usual.side(), seed + 1);
		final Map<Capacity, Table> tables = new LinkedHashMap<>();
		for (final Capacity capacity : budget.capacities()) {
			final Path folder = work.resolve(capacity.key() + "-" + budget.capacity().steps() + "-steps-seed-" + seed);
			try (MotionAutoencoder autoencoder = SmallTraining.autoencoder(capacity.options(usual), Optional.of(start), budget.capacity(), folder
				.resolve("autoencoder"), seed, progress); MotionGenerator generator = SmallTraining.generator(autoencoder, budget
					.capacity(), folder.resolve("generator"), seed, progress))
			{
				tables.put(capacity, measured(autoencoder, generator, held, budget, seed, progress));
			}
		}
		return tables;
	}

	private static Table measured(final MotionAutoencoder autoencoder, final MotionGenerator generator, final List<Held> held, final Budget budget,
		final long seed, final Progress progress)
	{
		final List<Fidelity> fidelities = new ArrayList<>();
		double divergence = 0;
		for (final Held one : held) {
			fidelities.add(Fidelity.of(autoencoder.reconstruct(one.clip()), one.clip()));
			divergence += autoencoder.encode(one.clip()).divergence() / held.size();
		}
		final List<VideoClip> clips = new Studio(autoencoder, generator, seed, progress).clips(held, false, budget.drawing(), 1);
		final List<Looks> real = new ArrayList<>(), found = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) {
			real.add(Looks.of(held.get(k).clip(), held.get(k), progress));
			found.add(Looks.of(clips.get(k), held.get(k), progress));
		}
		return new Table().mean("psnr", fidelities, Fidelity::psnr).mean("ssim", fidelities, Fidelity::ssim).put("divergence_nats", divergence).put(
			"numbers", autoencoder.options().latentShape().size()).put("fd", Looks.fd(real, found, budget.draws())).put("fvmd", Looks.fvmd(real, found, budget
				.draws()));
	}
}
