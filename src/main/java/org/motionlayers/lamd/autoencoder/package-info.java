/**
 * MCD-VAE, the autoencoder of LaMD that keeps motion and content apart (LaMD, 3.1): a 2D network reads the first frame, a light 3D network
 * reads the clip into one small latent without a time axis, and a decoder fuses both into the clip. Two decoders: the paper's
 * concatenation, and ours, which moves the first frame by a flow that it reads out of the latent.
 */
package org.motionlayers.lamd.autoencoder;
