package org.motionlayers.lamd.clip;

import java.util.Optional;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.BodySample;

/**
 * Clips of simulated scenes, of which all that moves is known, in slow motion too: of a scene of up to {@value #SLOWEST} times as many
 * frames, a part is seen. Far motion is learned from near motion.
 */
public final class KnownScenes implements ClipSource {

	/** Simulates a scene. */
	@FunctionalInterface
	public interface Scenes {

		/** @return the scene of a seed */
		BodySample sample(int frames, int side, long seed);
	}

	private static final int SLOWEST = 4;

	private final Scenes scenes;
	private final int frames;
	private final int side;
	private final int channels;

	/**
	 * @param scenes to draw
	 * @param frames of a clip
	 * @param side of its frames, pixels
	 * @param channels of a clip, 1 or 3
	 */
	public KnownScenes(final Scenes scenes, final int frames, final int side, final int channels) {
		this.scenes = scenes;
		this.frames = frames;
		this.side = side;
		this.channels = channels;
	}

	@Override
	public VideoClip draw(final SplittableRandom random) {
		return shown(random).clip();
	}

	@Override
	public ShownClip shown(final SplittableRandom random) {
		final long seed = random.nextLong(SceneClips.HELD_OUT);
		final int all = (int) Math.round(frames * Math.pow(SLOWEST, random.nextDouble())), from = random.nextInt(all - frames + 1);
		final BodySample scene = scenes.sample(all, side, seed);
		return new ShownClip(ClipScaling.clip(scene.movie(), from, frames).withChannels(channels), Optional.of(t -> scene.flow(from + t, from)));
	}
}
