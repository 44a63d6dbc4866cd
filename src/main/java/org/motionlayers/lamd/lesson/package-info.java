/** What latent motion diffusion learns from: simulated clips and what they are called, and clips as a trained autoencoder sees them. */
package org.motionlayers.lamd.lesson;
