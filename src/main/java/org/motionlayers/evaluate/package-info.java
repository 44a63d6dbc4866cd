/**
 * How good a prediction is: {@link org.motionlayers.evaluate.image} compares pictures, {@link org.motionlayers.evaluate.motion}
 * compares motion and masks, {@link org.motionlayers.evaluate.distribution} compares sets of videos,
 * {@link org.motionlayers.evaluate.ctc} holds the Cell Tracking Challenge's measures,
 * {@link org.motionlayers.evaluate.comparison} brings them together for one predicted video,
 * {@link org.motionlayers.evaluate.forecast} asks predictors for frames that it hides from them.
 */
package org.motionlayers.evaluate;
