/**
 * Latent motion diffusion (LaMD): a clip is content, its first frame, and motion, one small image of a few channels; a diffusion model draws
 * the motion. {@link org.motionlayers.lamd.LatentVideo} is all of it.
 */
package org.motionlayers.lamd;
