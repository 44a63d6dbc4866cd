/**
 * What networks are built of: normalisation, convolutions, residual and attention blocks, embeddings, resampling. Images are (batch,
 * channels, height, width), volumes and clips (batch, channels, depth or time, height, width), tokens (batch, token, channels); float32.
 * Each computes what PyTorch computes with the same weights, to 1e-5; names of weights are those of the modules in
 * scripts/make_network_fixtures.py.
 */
package org.motionlayers.network.block;
