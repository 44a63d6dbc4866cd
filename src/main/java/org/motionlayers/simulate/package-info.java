/**
 * Seeded generators of movies whose truth is known exactly: frames, labels and motion come from the same numbers. Same options, same seed,
 * same bytes. {@link org.motionlayers.simulate.MovingSquares} is the data set of the MeloMotion paper.
 * {@link org.motionlayers.simulate.Collisions}, {@link org.motionlayers.simulate.Traffic} and {@link org.motionlayers.simulate.Cells} make
 * {@link org.motionlayers.simulate.body.BodySample}s: scenes to learn reasoning from, with depth, flow and contacts too.
 */
package org.motionlayers.simulate;
