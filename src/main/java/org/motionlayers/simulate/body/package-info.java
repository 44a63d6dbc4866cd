/**
 * Scenes of moving bodies whose truth is known exactly: outlines, textures and paths, drawn as frames, labels, depth and flow of the same
 * numbers. The generators in {@link org.motionlayers.simulate} make the paths.
 */
package org.motionlayers.simulate.body;
