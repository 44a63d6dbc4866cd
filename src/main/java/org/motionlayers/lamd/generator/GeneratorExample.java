package org.motionlayers.lamd.generator;

import org.motionlayers.lamd.latent.MotionLatent;

/**
 * What the generator learns from: a clip as the autoencoder sees it, and what it is called.
 *
 * @param content features of its first frame, (channels, h, w) row-major; not to be changed
 * @param latent its motion
 * @param prompt the class or the sentence that describes it, or nothing
 */
public record GeneratorExample(float[] content, MotionLatent latent, Prompt prompt) {}
