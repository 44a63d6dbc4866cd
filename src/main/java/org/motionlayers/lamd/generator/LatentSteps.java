package org.motionlayers.lamd.generator;

import java.util.List;

/** Is told how latents come out of noise, step by step (LaMD, Figure 10). */
@FunctionalInterface
public interface LatentSteps {

	/** Listens to nothing. */
	LatentSteps NONE = (done, steps, latents) -> {};

	/**
	 * A step is done.
	 *
	 * @param done steps finished; 0 before the first one, where latents are noise
	 * @param steps number of steps in all
	 * @param latents as they are now, as the autoencoder's decoder takes them: (d, h, w) each; the listener's own
	 */
	void stepped(int done, int steps, List<float[]> latents);
}
