/**
 * Forecasts against what then happened: {@link org.motionlayers.evaluate.forecast.ForecastProtocol} hides the later frames of a movie
 * again and again, and asks predictors for the positions in them.
 */
package org.motionlayers.evaluate.forecast;
