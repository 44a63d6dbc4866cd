/**
 * LaMD's tables (Hu et al. 2024) on held-out simulated clips, and what they are measured with: objects are followed by colour ({@link
 * org.motionlayers.evaluate.lamd.SpotTracker}), judged by what a caption says ({@link org.motionlayers.evaluate.lamd.CaptionScore}) or by the class
 * of their motion ({@link org.motionlayers.evaluate.lamd.MotionClassifier}).
 */
package org.motionlayers.evaluate.lamd;
