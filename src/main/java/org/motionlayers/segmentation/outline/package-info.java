/**
 * From outlines, run lengths and lists of pixels to label images. A {@link org.motionlayers.segmentation.outline.Mask} is what one object
 * covers in one frame; {@link org.motionlayers.segmentation.outline.LabelPainter} collects masks and paints frames of labels out of them
 * when they are asked for.
 * <p>
 * The one rule of overlaps: the smaller mask is on top; where the format has an order of its own (ImageJ ROI sets), the later one.
 * <p>
 * The one rule of outlines: a pixel belongs to a polygon when its centre lies inside by the even-odd rule; a centre exactly on an edge
 * belongs to the polygon on its right or below, so that polygons that share an edge neither overlap nor leave a gap.
 */
package org.motionlayers.segmentation.outline;
