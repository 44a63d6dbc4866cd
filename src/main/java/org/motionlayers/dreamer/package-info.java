/**
 * Motion Dreamer: stage I reasons the motion of all objects out of the cues of a few by diffusion, stage II renders it. Motion comes out
 * of a network, sharpness from the layers that it moves.
 */
package org.motionlayers.dreamer;
