package org.motionlayers.segmentation.outline;

/**
 * A mask and what it takes to paint it.
 *
 * @param label painted with
 * @param mask where
 * @param area pixels inside the image
 * @param sequence when it was added
 */
record PaintedMask(int label, Mask mask, long area, int sequence) {}
