package org.motionlayers.lamd.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.MotionClass;
import org.motionlayers.simulate.swarm.Swarm;

/** Simulated scenes as users name them, with what they are called where there is a word for it. */
public enum ToldScenes {

	/** Coloured shapes that do what a sentence says. */
	CAPTIONS(SceneClips.SHAPES),

	/** Cells whose motion is of one of eight classes. */
	MOTIONS(SceneClips.CELLS),

	/** Clouds that a wind carries. */
	CLOUDS(SceneClips.CLOUDS),

	/** Bodies on a table that push each other. */
	COLLISIONS(SceneClips.COLLISIONS),

	/** Captions, motions and clouds. */
	MIXED(SceneClips.MIXED);

	/** Seeds from here on are kept from every training. */
	public static final long HELD_OUT = SceneClips.HELD_OUT;

	private final SceneClips scenes;

	ToldScenes(final SceneClips scenes) {
		this.scenes = scenes;
	}

	/** @return clips without what they are called, to learn motion from */
	public ClipSource untold(final int channels, final int side, final int frames) {
		return scenes.training(frames, side, channels);
	}

	/** @return the names of the classes that its scenes are told by; empty where there are none */
	public List<String> classes() {
		return this == MOTIONS ? MotionClass.titles() : List.of();
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
		final BodySample scene = scenes.sample(frames, side, seed);
		return new ToldClip(SceneClips.clip(scene, channels), prompt(scene.facts()));
	}

	/** @return the sentence or the class that a scene's facts tell */
	private static Prompt prompt(final Map<String, String> facts) {
		if (facts.containsKey(CaptionedShapes.CAPTION)) return Prompt.ofText(facts.get(CaptionedShapes.CAPTION));
		return facts.containsKey(Swarm.CLASS) ? Prompt.ofClass(facts.get(Swarm.CLASS)) : Prompt.NONE;
	}
}
