package org.motionlayers.evaluate.melomotion;

/**
 * How much of everything is done.
 *
 * @param seeds how often table 2 is trained anew
 * @param epochs of the predictors
 * @param samples per epoch
 * @param testScenes scenes that velocities are tested on
 * @param pictureScenes scenes whose frames are composited and compared
 * @param trainingScenes scenes that the decoder and the baseline are trained on
 * @param pretraining steps of the decoder on interpolated latents, {@link LatentExperiment#FRAMES} frames each
 * @param phaseTwo steps of the decoder on placed latents, as many frames each
 * @param backboneSteps steps of the baseline, {@link BackboneExperiment#PAIRS} pairs of frames each
 * @param timing seconds that a speed is measured for
 */
record Budget(int seeds, int epochs, int samples, int testScenes, int pictureScenes, int trainingScenes, int pretraining, int phaseTwo,
	int backboneSteps, double timing) {

	/** The paper's: 6 epochs of 2,000 samples (MeloMotion, 4.1). */
	static final Budget FULL = new Budget(5, 6, 2000, 500, 20, 500, 1500, 1500, 2000, 3);

	/** Everything small: what a minute on two cores allows. Predictors cost so little that they keep the paper's budget. */
	static final Budget QUICK = new Budget(2, 6, 2000, 100, 4, 100, 30, 30, 30, 0.4);
}
