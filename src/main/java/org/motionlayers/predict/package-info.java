/**
 * From a scene and what was seen of it to a Motion. {@link org.motionlayers.predict.TrackMeasurer} says where the objects were and how
 * the camera moved; {@link org.motionlayers.predict.Cues} hold what the user says of the motion. A
 * {@link org.motionlayers.predict.MotionPredictor}, found by {@link org.motionlayers.predict.PredictorService}, makes the motion of them:
 * a new predictor is one new class with {@code @Plugin(type = MotionPredictor.class, name = "...")}, and
 * {@link org.motionlayers.predict.Forecast} does what predictors of straight motion have in common.
 */
package org.motionlayers.predict;
