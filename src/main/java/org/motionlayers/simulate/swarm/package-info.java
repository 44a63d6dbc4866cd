/**
 * Cells whose common motion is of one named class: {@link org.motionlayers.simulate.swarm.MotionClass} says which there are, {@link
 * org.motionlayers.simulate.swarm.Swarm} makes the movies.
 */
package org.motionlayers.simulate.swarm;
