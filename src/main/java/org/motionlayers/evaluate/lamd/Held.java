package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.MotionClass;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/**
 * A clip that nothing was trained on, and all that is true of it.
 *
 * @param scene its truth
 * @param clip its frames, in colour
 * @param prompt what it is called
 * @param told its caption and actions, where it has them
 */
record Held(BodySample scene, VideoClip clip, Prompt prompt, Optional<CaptionedSample> told) {

	/** Scenes of this seed and larger ones are never trained on. */
	static final long SEED = SceneClips.HELD_OUT;

	/** Seeds of different kinds of clips lie so far apart. */
	private static final long APART = 1_000_000;

	private static final int COLOURS = 3;

	/**
	 * Captioned shapes.
	 *
	 * @param count how many
	 * @param frames of a clip
	 * @param side of a frame, pixels
	 * @param seed of the choice
	 */
	static List<Held> captions(final int count, final int frames, final int side, final long seed) {
		final List<Held> held = new ArrayList<>();
		for (int k = 0; k < count; k++) held.add(of(new CaptionedShapes(CaptionOptions.DEFAULT.withSize(side, frames)).sample(SEED + seed * APART + k)));
		return held;
	}

	/** @return cells of all classes of motion in turn, arguments as of {@link #captions} */
	static List<Held> swarms(final int count, final int frames, final int side, final long seed) {
		final List<Held> held = new ArrayList<>();
		final MotionClass[] classes = MotionClass.values();
		for (int k = 0; k < count; k++) {
			final BodySample scene = new Swarm(SwarmOptions.DEFAULT.withSize(side, frames)).sample(classes[k % classes.length], SEED + seed * APART + k);
			held.add(new Held(scene, clip(scene), Prompt.ofClass(scene.facts().get(Swarm.CLASS)), Optional.empty()));
		}
		return held;
	}

	/** @return a captioned scene as a clip */
	static Held of(final CaptionedSample told) {
		return new Held(told.scene(), clip(told.scene()), Prompt.ofText(told.caption().text()), Optional.of(told));
	}

	/** @return the frames of a scene, grey ones repeated to three channels */
	static VideoClip clip(final BodySample scene) {
		return SceneClips.clip(scene, COLOURS);
	}

	/** @return the labels of the first frame */
	int[] labels() {
		return scene.labels().labels(0);
	}

	/** @return true positions, frames x objects x (x, y), pixels */
	double[][][] positions() {
		final double[][][] positions = new double[scene.frames()][scene.objects()][2];
		for (int t = 0; t < positions.length; t++) for (int i = 0; i < scene.objects(); i++) for (int d = 0; d < 2; d++) positions[t][i][d] = scene
			.position(t, i, d);
		return positions;
	}
}
