package org.motionlayers.evaluate.forecast;

/**
 * One question asked of every predictor: where is this object so many frames after this one?
 *
 * @param label the object
 * @param frame the reference frame, 0-based
 * @param horizon frames ahead
 * @param inner whether the border cuts the mask neither in the last four observed frames nor in the true one
 */
public record ForecastSample(int label, int frame, int horizon, boolean inner) {}
