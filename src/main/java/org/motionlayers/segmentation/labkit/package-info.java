/**
 * Labkit's labelings: named sets of pixels, as JSON or as an index image with a table of names beside it. Labels are often a few strokes
 * rather than full masks; what is marked is taken as the mask. A label named "background" is background.
 */
package org.motionlayers.segmentation.labkit;
