/**
 * The nouns: what flows from stage to stage. Movie and Segmentation come in, a Scene is made of them, a Motion says where its
 * layers go, a Video is what comes out. Everything here is immutable once built and depends on ImgLib2 alone.
 * <p>
 * Axes are x, y, z, channel, time in that order; pixels are counted from the centre of the first pixel at 0, time in frames with the
 * reference frame at 0. Physical units stay in {@link org.motionlayers.scene.Calibration} and are applied at the edges only.
 */
package org.motionlayers.scene;
