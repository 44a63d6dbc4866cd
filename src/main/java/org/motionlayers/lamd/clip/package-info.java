/** Clips that latent motion diffusion learns from and works on: plain frames, without labels; no engine. */
package org.motionlayers.lamd.clip;
