/**
 * MeloMotion's motion prediction (2026, sections 3.2 and 3.4): for every object a perceptron of some two thousand weights, trained with
 * AdamW on the position loss of Eq. 5, in plain Java over primitive arrays.
 *
 * <p>Training on a stream of samples, as the paper does (batch of 1):
 *
 * <pre>
 * PerObjectPredictors predictors = PerObjectPredictors.create(3, 3, 2, seed);   // objects, channels, dimensions
 * PerObjectTrainer trainer = new PerObjectTrainer(predictors, 6 * 2000);         // learning rate 1e-2, cosine to 0 after 12,000 steps
 * for (Sample s : samples) {
 *     // s.features: objects x channels in [0, 1]; s.velocities: objects x dimensions, in fractions of the width per frame
 *     double pos = trainer.step(s.features, PositionTarget.ofVelocities(s.velocities, 2));
 *     // or from displacements d_gt(t), frames x objects x dimensions, NaN where not seen:
 *     // trainer.step(s.features, PositionTarget.ofDisplacements(s.displacements, times, 3, 2));
 * }
 * float[] v = predictors.velocities(features);                                   // objects x dimensions
 * </pre>
 *
 * <p>Variants are an {@link org.motionlayers.predict.perobject.Architecture} given to {@code PerObjectPredictors.create(architecture,
 * seed)}: {@code perObject(3, 3, 2).withSharedWeights()} is the shared predictor of Table 3, {@code .withDirectFeatures(64)} takes feature
 * vectors as they are (the poolings of Table 4), {@code .withLayerNorm()} is the variant of 2,274 parameters,
 * {@code Architecture.cameraHead()} the camera head. {@code architecture.predictorParameters()}, {@code projectorParameters()} and
 * {@code parameters()} count. A step returns the position loss before it; the gradient is that of 10 times the position loss, which
 * is what the paper's total loss amounts to where the decoder is frozen.
 */
package org.motionlayers.predict.perobject;
