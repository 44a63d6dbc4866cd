package org.motionlayers.lamd.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.MotionClass;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/** Simulated scenes by name, with what they are called where there is a word for it. */
public enum ToldScenes {

	/** Coloured shapes that do what a sentence says. */
	CAPTIONS {

		@Override
		Told sample(final int side, final int frames, final long seed) {
			final CaptionedSample sample = new CaptionedShapes(CaptionOptions.DEFAULT.withSize(side, frames)).sample(seed);
			return new Told(sample.scene(), Prompt.ofText(sample.caption().text()));
		}
	},

	/** Cells whose motion is of one of eight classes. */
	MOTIONS {

		@Override
		Told sample(final int side, final int frames, final long seed) {
			final BodySample sample = new Swarm(SwarmOptions.DEFAULT.withSize(side, frames)).sample(seed);
			return new Told(sample, Prompt.ofClass(sample.facts().get(Swarm.CLASS)));
		}

		@Override
		public List<String> classes() {
			return MotionClass.titles();
		}
	},

	/** Clouds that a wind carries. */
	CLOUDS {

		@Override
		Told sample(final int side, final int frames, final long seed) {
			return untold(Scenario.CLOUDS, side, frames, seed);
		}
	},

	/** Bodies on a table that push each other. */
	COLLISIONS {

		@Override
		Told sample(final int side, final int frames, final long seed) {
			return untold(Scenario.COLLISIONS, side, frames, seed);
		}
	},

	/** Of ten, six are captions, three motions, one clouds: what one autoencoder for all three generators learns from. */
	MIXED {

		@Override
		Told sample(final int side, final int frames, final long seed) {
			final int kind = Math.floorMod(seed, 10);
			return (kind < 6 ? CAPTIONS : kind < 9 ? MOTIONS : CLOUDS).sample(side, frames, seed);
		}
	};

	/** Seeds from here on are kept from every training. */
	public static final long HELD_OUT = 1_000_000_000;

	/** A scene and what it is called. */
	record Told(BodySample scene, Prompt prompt) {}

	/** @return the scene of a seed */
	abstract Told sample(int side, int frames, long seed);

	/** @return the names of the classes that its scenes are told by; empty where there are none */
	public List<String> classes() {
		return List.of();
	}

	/** @return the name as users write it */
	public String title() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return the names of all */
	public static List<String> titles() {
		return Arrays.stream(values()).map(ToldScenes::title).toList();
	}

	/**
	 * Makes one clip.
	 *
	 * @param channels of the clip: 1 or 3; a grey scene is repeated, a coloured one told by its mean
	 * @param side of a frame, pixels
	 * @param frames number of frames, the first included
	 * @param seed of everything random; from {@link #HELD_OUT} on for clips to judge by
	 * @return the clip and what it is called
	 */
	public ToldClip clip(final int channels, final int side, final int frames, final long seed) {
		final Told told = sample(side, frames, seed);
		return new ToldClip(clip(told.scene, channels), told.prompt);
	}

	private static VideoClip clip(final BodySample scene, final int channels) {
		final int found = scene.shape().channels(), size = scene.frames() * scene.shape().planeSize();
		final float[] values = scene.clip(), out = found == channels ? values : new float[channels * size];
		if (found != channels) for (int c = 0; c < channels; c++) for (int i = 0; i < size; i++) for (int k = 0; k < found; k++) if (channels == 1 || k == Math
			.min(c, found - 1)) out[c * size + i] += values[k * size + i] / (channels == 1 ? found : 1);
		return new VideoClip(channels, scene.frames(), scene.shape().height(), scene.shape().width(), out);
	}

	private static Told untold(final Scenario scenario, final int side, final int frames, final long seed) {
		return new Told(scenario.sample(ScenarioOptions.DEFAULT.withSize(side, frames), seed), Prompt.NONE);
	}
}
