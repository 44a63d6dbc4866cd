/**
 * Pixels of TIFF, BigTIFF and PNG files as labels, exact to the last bit. ImageJ's own reader turns 32-bit integers into floats, which
 * cannot tell labels above 2^24 apart, and opens no tiles, 64-bit integers or BigTIFF, which label images come in; Java's needs
 * java.awt, which stays in the room of windows.
 */
package org.motionlayers.segmentation.raster;
