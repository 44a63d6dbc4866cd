package org.motionlayers.dreamer;

import java.util.List;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/**
 * Stage I of Motion Dreamer, trained (3.3): draws the motion of all objects under the cues of a few. May be called from any thread.
 */
public interface Reasoner extends AutoCloseable {

	/**
	 * Draws futures.
	 *
	 * @param request what is known and what is asked; its seed decides the draws, its settings are not looked at
	 * @param samples how many, at least 1
	 * @param drawing how they are drawn
	 * @param progress is told and asked at every step of the sampler
	 * @return that many motions of all layers of the scene for all frames asked for; objects with an arrow follow it
	 */
	List<Motion> draw(PredictionRequest request, int samples, Drawing drawing, Progress progress);

	/** Frees the network. */
	@Override
	void close();
}
