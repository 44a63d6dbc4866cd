package org.motionlayers.simulate.body;

/**
 * Two bodies begin to touch, or one touches a wall.
 *
 * @param time in frames, 0 at the first
 * @param first label of a body
 * @param second label of the other body, 0 for a wall
 */
public record Contact(double time, int first, int second) {}
