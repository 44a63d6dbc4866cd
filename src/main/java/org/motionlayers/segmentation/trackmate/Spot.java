package org.motionlayers.segmentation.trackmate;

/**
 * A detection.
 *
 * @param id unique in the file
 * @param name as the user sees it
 * @param frame 0-based
 * @param position x, y, z in physical units
 * @param radius in physical units
 * @param outline x, y, x, y, ... relative to the position, in physical units; empty for a circle or sphere
 * @param visible whether the spot filters let it pass
 */
record Spot(int id, String name, int frame, double[] position, double radius, double[] outline, boolean visible) {}
