/** QuPath's objects as GeoJSON: annotations, detections and cells, in pixels of the full image counted from its upper left corner. */
package org.motionlayers.segmentation.qupath;
