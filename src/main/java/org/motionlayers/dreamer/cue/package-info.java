/**
 * What Motion Dreamer is told of the motion: {@linkplain org.motionlayers.dreamer.cue.ClipFlow instance flow} (Eq. 1 to 4), hidden in part
 * while a network is trained ({@link org.motionlayers.dreamer.cue.Masking}, Eq. 9).
 */
package org.motionlayers.dreamer.cue;
