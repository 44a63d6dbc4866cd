/**
 * Softmax splatting (Niklaus and Liu 2020): forward warping that lets every pixel go where the optical flow sends it. Plain Java over
 * float arrays and ImgLib2 images of any size, with exact gradients; {@link org.motionlayers.network.splat.SplatMatrix} is the same as
 * a matrix, for use inside a network.
 */
package org.motionlayers.network.splat;
