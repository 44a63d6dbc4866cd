/**
 * Scenes as layer stacks: an ImageJ image whose time axis is the layer, that is edited with any tool of ImageJ, saved, opened again, and
 * read back as a scene. What pixels cannot tell (masks, depths, names) goes along in the image's Info, which ImageJ keeps in TIFF files.
 */
package org.motionlayers.io.layer;
