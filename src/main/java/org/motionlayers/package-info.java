/**
 * The way in for other plugins: {@link org.motionlayers.MotionLayersService} offers the stages one by one and the whole job in one call.
 * The rooms below follow the way of the data: segmentation, decompose, predict, composite, io.
 */
package org.motionlayers;
