/**
 * The diffusion-based motion generator of LaMD (3.3): a 2D U-Net that draws the latent of a clip's motion out of noise, under the content
 * of the first frame and, where it has learnt them, a class or a sentence that says what moves how. What it draws is an image of a few
 * channels, however many frames the clip has.
 */
package org.motionlayers.lamd.generator;
