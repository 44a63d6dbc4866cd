package org.motionlayers.evaluate.forecast;

/**
 * Errors in a few numbers.
 *
 * @param count number of samples
 * @param mean mean error, pixels; NaN without samples
 * @param median median error, pixels
 * @param low lower end of the 95 % bootstrap interval of the mean
 * @param high upper end
 */
public record ErrorSummary(int count, double mean, double median, double low, double high) {}
