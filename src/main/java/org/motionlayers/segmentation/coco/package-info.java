/**
 * COCO's annotations and what Segment Anything writes: polygons and run lengths, in a data set, a list of results, a list of masks, the
 * file of one image, or a folder of masks.
 */
package org.motionlayers.segmentation.coco;
