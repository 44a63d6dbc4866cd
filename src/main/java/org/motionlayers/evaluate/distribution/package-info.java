/**
 * Sets of videos against sets of videos: {@link org.motionlayers.evaluate.distribution.FrechetDistance} over what a
 * {@link org.motionlayers.evaluate.distribution.FeatureExtractor} sees in them.
 */
package org.motionlayers.evaluate.distribution;
