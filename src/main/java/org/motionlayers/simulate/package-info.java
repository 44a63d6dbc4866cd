/**
 * Seeded generators of movies whose truth is known exactly: frames, labels and motion come from the same numbers. Same options, same seed,
 * same bytes. {@link org.motionlayers.simulate.MovingSquares} is the data set of the MeloMotion paper.
 * {@link org.motionlayers.simulate.Collisions}, {@link org.motionlayers.simulate.Traffic} and {@link org.motionlayers.simulate.Cells} make
 * {@link org.motionlayers.simulate.body.BodySample}s: scenes to learn reasoning from, with depth, flow and contacts too.
 * {@link org.motionlayers.simulate.caption.CaptionedShapes}, {@link org.motionlayers.simulate.swarm.Swarm} and {@link
 * org.motionlayers.simulate.Clouds} are scenes to learn to generate: with a sentence, with a class of motion, without objects.
 */
package org.motionlayers.simulate;
