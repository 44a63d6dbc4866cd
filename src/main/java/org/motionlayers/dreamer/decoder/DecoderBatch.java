package org.motionlayers.dreamer.decoder;

/**
 * What one step of training sees, clip after clip.
 *
 * @param planes of {@link FrameConditions}
 * @param noisy frames x_t, clips x frames x 3 x side x side
 * @param rest what the network must say: v less what the splatted frames tell of it, as many values
 * @param gain by which the network's output counts, as many values
 * @param timesteps of every clip
 * @param camera of every clip, two numbers each
 */
public record DecoderBatch(float[] planes, float[] noisy, float[] rest, float[] gain, double[] timesteps, float[] camera) {}
