/**
 * The networks that MeloMotion's tables need beside the per-object predictors: {@link org.motionlayers.network.melomotion.LatentEncoder}
 * and {@link org.motionlayers.network.melomotion.LatentDecoder} around the 16 x 16 x 16 latent, and the shared-backbone baseline,
 * {@link org.motionlayers.network.melomotion.FlowBackbone}, that predicts dense flow and warps. Arrays are (frame, channel, y, x), x
 * fastest, colours in [0, 1]. Each object owns native memory: close it.
 */
package org.motionlayers.network.melomotion;
