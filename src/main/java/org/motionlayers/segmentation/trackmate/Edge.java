package org.motionlayers.segmentation.trackmate;

/**
 * A link between two spots of a track; either may be the earlier one.
 *
 * @param track id of the track
 * @param source id of one spot
 * @param target id of the other
 */
record Edge(int track, int source, int target) {}
