package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Progress;

/**
 * Tables 3 and 4: held-out clips after encoding and decoding, beside the first frame repeated and a code of single frames of as many numbers.
 *
 * @param table psnr, ssim, fd and moving_psnr of the model; the same of the baselines behind still_ and image_
 * @param strip one clip, truth above reconstruction
 */
record Reconstruction(Table table, FrameStrip strip) {

	/**
	 * Measures.
	 *
	 * @param autoencoder the model
	 * @param held clips
	 * @param budget how much
	 * @param seed of what the linear code learns from
	 * @param progress is told and asked
	 */
	static Reconstruction of(final MotionAutoencoder autoencoder, final List<Held> held, final Budget budget, final long seed, final Progress progress) {
		final LinearCode code = code(autoencoder.options(), budget.code(), seed);
		final List<VideoClip> found = new ArrayList<>(), still = new ArrayList<>(), image = new ArrayList<>(), truth = new ArrayList<>();
		double divergence = 0;
		for (int k = 0; k < held.size(); k++) {
			progress.update(k, held.size(), "reconstructing clips");
			final VideoClip clip = held.get(k).clip();
			truth.add(clip);
			found.add(autoencoder.reconstruct(clip));
			still.add(clip.still());
			image.add(code.reconstruct(clip));
			divergence += autoencoder.encode(clip).divergence() / held.size();
		}
		final List<Moments> real = features(truth, progress);
		final Table table = new Table().putAll("", judged(found, held, real, budget, progress)).putAll("still_", judged(still, held, real, budget,
			progress)).putAll("image_", judged(image, held, real, budget, progress)).put("divergence_nats", divergence);
		table.put("moving_gain", table.value("moving_psnr") - table.value("still_moving_psnr"));
		return new Reconstruction(table, new FrameStrip("reconstruction", Pictures.columns(truth.get(0).frames()), List.of(Pictures.row("truth", truth.get(
			0)), Pictures.row("reconstructed", found.get(0)), Pictures.row("linear image code", image.get(0)))));
	}

	/** As many numbers a clip as the latent has, shared out over its frames. */
	private static LinearCode code(final AutoencoderOptions options, final int frames, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<float[]> examples = new ArrayList<>();
		for (int k = 0; k < frames; k++) examples.add(SceneClips.SHAPES.training(options.frames(), options.side()).draw(random).frame(random.nextInt(
			options.frames())));
		return LinearCode.of(examples, Math.max(1, options.latentShape().size() / options.frames()));
	}

	private static List<Moments> features(final List<VideoClip> clips, final Progress progress) {
		return clips.stream().map(clip -> Looks.features(clip, progress)).toList();
	}

	private static Table judged(final List<VideoClip> clips, final List<Held> held, final List<Moments> real, final Budget budget,
		final Progress progress)
	{
		final List<Fidelity> fidelities = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) fidelities.add(Fidelity.of(clips.get(k), held.get(k).clip()));
		return new Table().mean("psnr", fidelities, Fidelity::psnr).mean("ssim", fidelities, Fidelity::ssim).mean("moving_psnr", fidelities,
			Fidelity::moving).put("fd", Looks.frechet(real, features(clips, progress), budget.draws()));
	}
}
