/**
 * Stage I of Motion Dreamer as the paper has it (3.3): a diffusion model over flow, segmentation and depth of all frames on a grid of
 * pixels, conditioned on the first frame, whose features are splatted along the instance flow.
 */
package org.motionlayers.dreamer.grid;
