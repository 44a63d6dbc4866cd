package org.motionlayers.dreamer.objects;

/**
 * What is known of the motion of a scene's objects, pixels per frame; null for an object of which nothing is known.
 *
 * @param arrows objects x dimensions: mean displacement over the predicted frames (Motion Dreamer, Eq. 2 and 4)
 * @param velocities objects x dimensions: displacement seen into the reference frame
 */
public record ObjectCues(double[][] arrows, double[][] velocities) {

	/**
	 * Where an object is without any reasoning: it follows its arrow, else its velocity, else it stands still.
	 *
	 * @param t future frame, 1 first
	 */
	double straight(final int object, final int t, final int dimension) {
		if (arrows[object] != null) return t * arrows[object][dimension];
		return velocities[object] == null ? 0 : t * velocities[object][dimension];
	}
}
