package org.motionlayers.simulate.body;

/**
 * What moves.
 *
 * @param label 1 or more
 * @param outline its shape
 * @param texture its surface
 * @param depth distance from the viewer: nearer bodies (smaller) hide farther ones, of equal ones the smaller label
 * @param mass any unit; 0 where it does not matter
 */
public record Body(int label, Outline outline, Texture texture, double depth, double mass) {}
