/**
 * The hierarchical predictor: velocity = camera + group + own, each as strong as the observed frames say. Own motion is a bank of
 * {@link org.motionlayers.predict.hierarchical.MotionModel}s, filtered over every track; each model is weighted by how well it said
 * every observed frame beforehand, on all objects and on the object itself. Group motion is a smooth field of velocities fitted across
 * objects. Where the frame's border cuts an object, its body is followed instead of the centroid of what is seen.
 *
 * <p>A learned correction on top (the last three steps, the forecast, the neighbours' velocity, with and without attention over neighbours;
 * trained on the residuals of forecasts already verified within the movie) was tried and left out: on the three real movies with several
 * objects or long tracks, one frame ahead, a perceptron of 12 hidden units raised the error from 1.94, 4.86 and 1.99 px to 2.68, 6.38 and
 * 3.48, ridge regression to 1.99, 5.02 and 2.10. Gated by what it had done on earlier frames it was never chosen, or to no avail.
 */
package org.motionlayers.predict.hierarchical;
