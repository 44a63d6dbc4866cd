/**
 * The mathematics of diffusion models: noise schedules, what a network predicts, samplers, guidance. Everything works on float arrays of
 * any shape and depends on the JDK alone; the network is a {@link org.motionlayers.diffusion.Denoiser}, whatever computes it.
 * <p>
 * One sentence a sample lives through: a {@link org.motionlayers.diffusion.NoiseSchedule} (all steps of training, or
 * {@linkplain org.motionlayers.diffusion.NoiseSchedule#respaced respaced} to few) and a {@link org.motionlayers.diffusion.Prediction}
 * (epsilon, original sample or v; clipped or not) make a {@link org.motionlayers.diffusion.Sampler}, which
 * {@link org.motionlayers.diffusion.SamplingLoop} walks from noise to a sample.
 */
package org.motionlayers.diffusion;
