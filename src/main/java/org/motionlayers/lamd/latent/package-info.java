/** What the autoencoder and the generator of latent motion diffusion (LaMD) hand each other: plain numbers, no engine. */
package org.motionlayers.lamd.latent;
