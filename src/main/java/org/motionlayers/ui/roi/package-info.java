/**
 * ImageJ's regions of interest, as files and as objects: outlines in as labels, labels out as outlines, arrows in as cues. Outlines cover
 * the pixels that ImageJ itself says they cover.
 */
package org.motionlayers.ui.roi;
