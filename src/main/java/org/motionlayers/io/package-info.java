/**
 * Images in, results out. {@link org.motionlayers.io.image.Images} opens what the user has, {@link org.motionlayers.io.stack} turns
 * frames into ImageJ stacks, {@link org.motionlayers.io.track} writes tracks, and {@link org.motionlayers.io.PredictionFiles} puts a
 * whole prediction into an {@link org.motionlayers.io.OutputFolder}, with a {@link org.motionlayers.io.RunRecord} of how it was made.
 * Physical units begin and end here.
 */
package org.motionlayers.io;
