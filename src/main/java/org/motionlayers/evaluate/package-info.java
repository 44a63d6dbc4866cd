/**
 * How good a prediction is: {@link org.motionlayers.evaluate.image} compares pictures, {@link org.motionlayers.evaluate.motion}
 * compares motion and masks, {@link org.motionlayers.evaluate.distribution} compares sets of videos,
 * {@link org.motionlayers.evaluate.ctc} holds the Cell Tracking Challenge's measures.
 */
package org.motionlayers.evaluate;
