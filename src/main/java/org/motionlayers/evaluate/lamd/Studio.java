package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.lamd.autoencoder.ContentFeatures;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.LatentSteps;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.scene.Progress;

/** Makes clips: motion drawn by a generator on the first frames of held-out clips. */
final class Studio {

	private final MotionAutoencoder autoencoder;
	private final MotionGenerator generator;
	private final long seed;
	private final Progress progress;

	/**
	 * @param autoencoder that decodes
	 * @param generator that draws
	 * @param seed of the noise
	 * @param progress is told and asked
	 */
	Studio(final MotionAutoencoder autoencoder, final MotionGenerator generator, final long seed, final Progress progress) {
		this.autoencoder = autoencoder;
		this.generator = generator;
		this.seed = seed;
		this.progress = progress;
	}

	/**
	 * Makes one clip on each first frame.
	 *
	 * @param held the clips whose first frames are given
	 * @param asked whether their class or sentence is told
	 * @param drawing how the motion is drawn
	 * @param guidance how strictly what is told is followed
	 */
	List<VideoClip> clips(final List<Held> held, final boolean asked, final Drawing drawing, final double guidance) {
		final List<VideoClip> clips = new ArrayList<>();
		for (int k = 0; k < held.size(); k++) {
			progress.update(k, held.size(), "generating clips");
			final ContentFeatures content = autoencoder.content(held.get(k).clip().frame(0));
			clips.add(autoencoder.decode(content, latent(content, asked ? held.get(k).prompt() : Prompt.NONE, drawing, asked ? guidance : 1, seed + k)));
		}
		return clips;
	}

	/** @return one motion for a content */
	float[] latent(final ContentFeatures content, final Prompt prompt, final Drawing drawing, final double guidance, final long noise) {
		return generator.draw(content.coarsest(), new MotionGenerator.Order(prompt, 1, drawing, guidance, noise), Progress.NONE, LatentSteps.NONE).get(0);
	}
}
