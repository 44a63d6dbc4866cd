/**
 * The hierarchical predictor: velocity = camera + group + own, each as strong as the observed frames say. Own motion is a bank of
 * {@link org.motionlayers.predict.hierarchical.MotionModel}s, filtered over every track; each model is weighted by how well it said
 * every observed frame beforehand, on all objects and on the object itself. Group motion is a smooth field of velocities fitted across
 * objects. Where the frame's border cuts an object, its body is followed instead of the centroid of what is seen.
 */
package org.motionlayers.predict.hierarchical;
