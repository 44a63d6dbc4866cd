package org.motionlayers.lamd.generator;

/**
 * What one step of training is shown.
 *
 * @param conditions of every latent
 * @param timesteps of every latent
 * @param noisy latents at their timesteps, normalised: (batch, d, h, w)
 * @param asked what the network should say, as large: their noise, unless the options say otherwise
 */
record GeneratorBatch(GeneratorConditions conditions, double[] timesteps, float[] noisy, float[] asked) {}
