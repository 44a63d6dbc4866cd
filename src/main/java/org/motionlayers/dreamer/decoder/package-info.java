/**
 * Stage II of Motion Dreamer (3.4, Eq. 13): a diffusion model that draws the frames of a video under its first frame and the motion
 * that stage I, or any other predictor, gives. It predicts v, and is told of every frame the motion, the first frame, and the first frame
 * splatted to where the motion takes it.
 */
package org.motionlayers.dreamer.decoder;
