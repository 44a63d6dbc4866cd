/**
 * From labels to layers: {@code Decomposer} cuts every object out of the reference frame in one pass, an
 * {@link org.motionlayers.decompose.Inpainter} fills the holes it leaves in the background.
 */
package org.motionlayers.decompose;
