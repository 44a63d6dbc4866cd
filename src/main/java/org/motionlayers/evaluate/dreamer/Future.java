package org.motionlayers.evaluate.dreamer;

import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.composite.Compositor;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Video;

/**
 * What an arm imagines of a trial.
 *
 * @param motion the one that counts
 * @param draws all motions drawn, that one among them
 * @param video the layers moved by it: labels and depth
 * @param frames the frames as the arm shows them, from frame 1 on
 */
record Future(Motion motion, List<Motion> draws, Video video, List<Frame> frames) {

	/** Copies the lists. */
	Future {
		draws = List.copyOf(draws);
		frames = List.copyOf(frames);
	}

	/** @return the layers of a trial, moved by a typical one of some motions */
	static Future ofLayers(final Trial trial, final Motion typical, final List<Motion> draws) {
		final Video video = Compositor.composite(trial.scene(), typical);
		return new Future(typical, draws, video, IntStream.rangeClosed(1, trial.frames()).mapToObj(video::image).toList());
	}

	/** @return frames that were generated, with the motion that was measured in them */
	static Future ofFrames(final Trial trial, final List<Frame> frames, final Motion measured) {
		return new Future(measured, List.of(measured), Compositor.composite(trial.scene(), measured), frames);
	}
}
