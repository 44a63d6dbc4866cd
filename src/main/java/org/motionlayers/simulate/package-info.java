/**
 * Seeded generators of movies whose truth is known exactly: frames, labels and motion come from the same numbers. Same options, same seed,
 * same bytes. {@link org.motionlayers.simulate.MovingSquares} is the data set of the MeloMotion paper.
 */
package org.motionlayers.simulate;
