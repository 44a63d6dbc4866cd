/**
 * Neural networks on DJL and PyTorch: the blocks they are built of and the one thread they run on,
 * {@link org.motionlayers.network.NetworkEngine}. Tensors are (batch, channels, height, width), float32, and stay in here: what other
 * rooms give and get are primitive arrays.
 */
package org.motionlayers.network;
