/**
 * What Motion Dreamer learns from and speaks in: {@link org.motionlayers.dreamer.clip.Clip clips} of a few frames with their truth, and
 * {@link org.motionlayers.dreamer.clip.Representation R_t} as planes that a network reads and writes.
 */
package org.motionlayers.dreamer.clip;
