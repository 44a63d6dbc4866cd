/**
 * From a scene and what was seen of it to a Motion. {@link org.motionlayers.predict.MotionPredictor} is the plugin type: a new
 * predictor is one new class with {@code @Plugin(type = MotionPredictor.class, name = "...")}.
 */
package org.motionlayers.predict;
