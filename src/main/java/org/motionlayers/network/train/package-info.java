/**
 * Training: {@link org.motionlayers.network.train.TrainingLoop} with batches, a loss and settings; AdamW, clipping of the gradient's
 * norm, averaging of weights and the course of the learning rate are plain Java over flat arrays, and a run that is resumed from its
 * checkpoint gives the same weights as one that was never interrupted.
 */
package org.motionlayers.network.train;
