package org.motionlayers.lamd.clip;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.CloudOptions;
import org.motionlayers.simulate.Clouds;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/** Simulated scenes to learn from, by name. */
public enum SceneClips {

	/** Shapes that do what a caption says. */
	SHAPES {

		@Override
		public BodySample sample(final int frames, final int side, final long seed) {
			return new CaptionedShapes(CaptionOptions.DEFAULT.withSize(side, frames)).sample(seed).scene();
		}
	},

	/** Cells of eight classes of motion. */
	CELLS {

		@Override
		public BodySample sample(final int frames, final int side, final long seed) {
			return new Swarm(SwarmOptions.DEFAULT.withSize(side, frames)).sample(seed);
		}
	},

	/** Drifting clouds. */
	CLOUDS {

		@Override
		public BodySample sample(final int frames, final int side, final long seed) {
			return new Clouds(CloudOptions.DEFAULT.withSize(side, side, frames)).sample(seed);
		}
	},

	/** Of ten, six are shapes, three cells, one clouds: what one autoencoder for all generators learns from. */
	MIXED {

		@Override
		public BodySample sample(final int frames, final int side, final long seed) {
			final int kind = Math.floorMod(seed, 10);
			return (kind < 6 ? SHAPES : kind < 9 ? CELLS : CLOUDS).sample(frames, side, seed);
		}
	},

	/** Bodies on a table that push each other. */
	COLLISIONS {

		@Override
		public BodySample sample(final int frames, final int side, final long seed) {
			return Scenario.COLLISIONS.sample(ScenarioOptions.DEFAULT.withSize(side, frames), seed);
		}
	};

	/** Scenes of this seed and larger ones are never trained on. */
	public static final long HELD_OUT = 1_000_000_000L;

	private static final int COLOURS = 3;

	/** @return the scene of a seed */
	public abstract BodySample sample(int frames, int side, long seed);

	/**
	 * @param name as users write it
	 * @throws InputException where there is no such scene
	 */
	public static SceneClips of(final String name) {
		return Arrays.stream(values()).filter(scene -> scene.key().equals(name)).findFirst().orElseThrow(() -> new InputException("scenes: '" +
			name + "' is unknown; accepted are " + Arrays.stream(values()).map(SceneClips::key).collect(Collectors.joining(", ")) + "."));
	}

	/** @return its name as users write it */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Simulates one clip.
	 *
	 * @param frames of the clip
	 * @param side of its frames, pixels
	 * @param seed below {@link #HELD_OUT} to train on, from there on to judge by
	 * @return of 3 channels
	 */
	public VideoClip clip(final int frames, final int side, final long seed) {
		return clip(sample(frames, side, seed), COLOURS);
	}

	/** @return the frames of a scene; a grey one is repeated to several channels, of a coloured one the mean is one channel */
	public static VideoClip clip(final BodySample scene, final int channels) {
		return new VideoClip(scene.shape().channels(), scene.frames(), scene.shape().height(), scene.shape().width(), scene.clip()).withChannels(channels);
	}

	/** @return what to train on, of 3 channels: {@link #training(int, int, int)} */
	public ClipSource training(final int frames, final int side) {
		return training(frames, side, COLOURS);
	}

	/** @return what to train on: scenes whose motion is known, in slow motion too, and some in which every body moves; of 1 or 3 channels */
	public ClipSource training(final int frames, final int side, final int channels) {
		return new KnownScenes(this, frames, side, channels);
	}

	/** @return what to judge by */
	public ClipSource heldOut(final int frames, final int side) {
		return random -> clip(frames, side, HELD_OUT + random.nextLong(HELD_OUT));
	}
}
