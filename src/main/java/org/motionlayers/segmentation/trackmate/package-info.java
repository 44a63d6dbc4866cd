/**
 * TrackMate's files: the model with spots, outlines and tracks, and the plain export of tracks. Positions are physical there; a pixel is a
 * position divided by the pixel size, and 0 is the centre of the first pixel.
 */
package org.motionlayers.segmentation.trackmate;
