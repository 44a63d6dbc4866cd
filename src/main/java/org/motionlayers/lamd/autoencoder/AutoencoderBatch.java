package org.motionlayers.lamd.autoencoder;

/**
 * What a step is trained on.
 *
 * @param clips (batch, channels, frames, side, side) in [0, 1]
 * @param seen the same as the motion encoder sees them, some in other colours
 * @param kept of every clip 1, or 0 where its latent is replaced by zeros, which say that nothing moves
 * @param noise epsilon of Eq. 1, as large as the latents
 * @param chosen the frames that are decoded; null for all
 * @param moved (batch x chosen frames, 2, side, side), displacement along x and y since the first frame of what is seen, pixels; null where
 *          nobody knows
 * @param step number of the step, 0 first
 */
record AutoencoderBatch(float[] clips, float[] seen, float[] kept, float[] noise, int[] chosen, float[] moved, long step) {}
