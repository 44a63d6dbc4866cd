package org.motionlayers.dreamer.objects;

/**
 * What is learned from: a reference frame and where its objects went. The camera's motion is taken out.
 *
 * @param scene the reference frame
 * @param displacements future frames x objects x dimensions, pixels against the reference frame; NaN where the object was not seen
 * @param sizes future frames x objects: logarithm of the size (area, volume) against the reference frame
 * @param velocities objects x dimensions: displacement into the reference frame from the one before, pixels; null for an object that
 *          was not seen there
 */
public record ObjectClip(ObjectScene scene, float[][][] displacements, float[][] sizes, float[][] velocities) {

	/** @return number of future frames */
	public int frames() {
		return displacements.length;
	}

	/**
	 * The instance flow of an object (Motion Dreamer, Eq. 2, over the tracked object): its mean displacement per frame.
	 *
	 * @param frames how many future frames the mean is taken over
	 * @return pixels per frame along every dimension; null where the object is not seen in the last of the frames
	 */
	public double[] instanceFlow(final int object, final int frames) {
		final float[] last = displacements[frames - 1][object];
		final double[] flow = new double[last.length];
		for (int d = 0; d < flow.length; d++) {
			if (Float.isNaN(last[d])) return null;
			flow[d] = last[d] / (double) frames;
		}
		return flow;
	}
}
