package org.motionlayers.predict.hierarchical;

import java.util.Arrays;

/**
 * Where one object was in unbroken frames, the camera's motion taken out.
 *
 * @param label of the object
 * @param first observed frame of the first position
 * @param place frames x dimensions: centroid of what was seen, pixels
 * @param path frames x dimensions: displacement of the object's body since the first position, pixels
 */
record BodyTrack(int label, int first, double[][] place, double[][] path) {

	/** @return number of frames */
	int frames() {
		return path.length;
	}

	/** @return number of steps from frame to frame */
	int steps() {
		return path.length - 1;
	}

	/** @return the last observed frame */
	int last() {
		return first + path.length - 1;
	}

	int dimensions() {
		return path[0].length;
	}

	/** @return mean over dimensions of the squared displacement of step k = 1, 2, ..., pixels squared */
	double squaredStep(final int k) {
		double sum = 0;
		for (int d = 0; d < dimensions(); d++) sum += (path[k][d] - path[k - 1][d]) * (path[k][d] - path[k - 1][d]);
		return sum / dimensions();
	}

	/** @return the frames up to one of them alone */
	BodyTrack until(final int frame) {
		final int count = Math.min(frames(), frame - first + 1);
		return new BodyTrack(label, first, Arrays.copyOf(place, count), Arrays.copyOf(path, count));
	}

	/** @return the most recent frames alone */
	BodyTrack recent(final int most) {
		if (frames() <= most) return this;
		final int from = frames() - most;
		final double[][] rest = new double[most][dimensions()];
		for (int k = 0; k < most; k++) for (int d = 0; d < dimensions(); d++) rest[k][d] = path[from + k][d] - path[from][d];
		return new BodyTrack(label, first + from, Arrays.copyOfRange(place, from, frames()), rest);
	}
}
