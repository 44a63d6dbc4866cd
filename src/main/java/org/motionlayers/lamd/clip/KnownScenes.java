package org.motionlayers.lamd.clip;

import java.util.Optional;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.BodySample;

/**
 * Clips of simulated scenes, of which all that moves is known, in slow motion too: of a scene of up to {@value #SLOWEST} times as many
 * frames, a part is seen. Far motion is learned from near motion. In a part of the clips every body moves ({@link Stirred}).
 */
final class KnownScenes implements ClipSource {

	private static final int SLOWEST = 4;

	/** Part of the clips in which every body moves. */
	private static final double STIRRED = .6;

	private final SceneClips scenes;
	private final int frames;
	private final int side;
	private final int channels;

	/**
	 * @param scenes to draw
	 * @param frames of a clip
	 * @param side of its frames, pixels
	 * @param channels of a clip, 1 or 3
	 */
	KnownScenes(final SceneClips scenes, final int frames, final int side, final int channels) {
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
		if (random.nextDouble() < STIRRED) {
			final BodySample scene = scenes.sample(frames, side, seed);
			if (scene.objects() > 0) return shown(Stirred.of(scene, random), 0);
		}
		final int all = (int) Math.round(frames * Math.pow(SLOWEST, random.nextDouble())), from = random.nextInt(all - frames + 1);
		return shown(scenes.sample(all, side, seed), from);
	}

	private ShownClip shown(final BodySample scene, final int from) {
		return new ShownClip(ClipScaling.clip(scene.movie(), from, frames).withChannels(channels), Optional.of(t -> scene.flow(from + t, from)));
	}
}
