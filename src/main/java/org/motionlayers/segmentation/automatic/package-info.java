/** A segmentation made from the image alone, where the user has none: bright objects on a dark background. */
package org.motionlayers.segmentation.automatic;
