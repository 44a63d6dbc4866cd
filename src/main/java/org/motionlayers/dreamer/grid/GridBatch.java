package org.motionlayers.dreamer.grid;

/**
 * What one step of training is shown.
 *
 * @param inputs the conditions
 * @param timesteps of every clip
 * @param clean R_1 .. R_T: B x T x 6 x side x side
 * @param noisy the same at its timestep
 * @param weights of every element's squared error, summing to 1 (Eq. 10), the motion enhancement loss included (Eq. 12): as long
 */
record GridBatch(GridInputs inputs, double[] timesteps, float[] clean, float[] noisy, float[] weights) {}
