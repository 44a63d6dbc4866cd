package org.motionlayers.scene;

import java.util.Arrays;

/**
 * Where objects were in the observed frames, and how the camera moved meanwhile. Observed frame k of n is at time k - (n - 1):
 * the last one is the reference frame at time 0. Positions are centroids in pixels, NaN where the object was not seen.
 */
public final class Tracks {

	private final int[] labels;
	private final int frames;
	private final int dimensions;
	private final double[] positions;
	private final boolean[] cut;
	private final double[] camera;

	/**
	 * @param labels one per object, in the order of the scene's layers
	 * @param frames number of observed frames, at least 1
	 * @param dimensions 2 or 3
	 * @param positions frames x objects x dimensions, pixels, camera motion included; NaN where not seen
	 * @param cut frames x objects: whether the frame's border cuts the mask, so that its centroid is not the object's
	 * @param camera frames x dimensions: shift of the background against the reference frame, pixels, 0 at the last frame
	 */
	public Tracks(final int[] labels, final int frames, final int dimensions, final double[] positions, final boolean[] cut,
		final double[] camera)
	{
		if (positions.length != frames * labels.length * dimensions || cut.length != frames * labels.length || camera.length != frames *
			dimensions) throw new IllegalArgumentException("Tracks of " + frames + " frames, " + labels.length + " objects, " + dimensions +
				" dimensions do not fit " + positions.length + " positions, " + cut.length + " cuts, " + camera.length + " camera shifts.");
		this.labels = labels.clone();
		this.frames = frames;
		this.dimensions = dimensions;
		this.positions = positions.clone();
		this.cut = cut.clone();
		this.camera = camera.clone();
	}

	/** @return number of objects */
	public int objects() {
		return labels.length;
	}

	/** @return label of an object */
	public int label(final int object) {
		return labels[object];
	}

	/** @return number of observed frames */
	public int frames() {
		return frames;
	}

	/** @return 2 or 3 */
	public int dimensions() {
		return dimensions;
	}

	/** @return position of an object in observed frame k, pixels; NaN where not seen */
	public double position(final int k, final int object, final int dimension) {
		return positions[(k * labels.length + object) * dimensions + dimension];
	}

	/** @return whether the object was seen in observed frame k */
	public boolean seen(final int k, final int object) {
		return !Double.isNaN(position(k, object, 0));
	}

	/** @return whether the frame's border cuts the mask in observed frame k */
	public boolean cut(final int k, final int object) {
		return cut[k * labels.length + object];
	}

	/** @return shift of the background in observed frame k against the reference frame, pixels */
	public double camera(final int k, final int dimension) {
		return camera[k * dimensions + dimension];
	}

	/** @return whether the background moved at all */
	public boolean cameraMoves() {
		return Arrays.stream(camera).anyMatch(c -> c != 0);
	}

	/** @return the time of observed frame k: 0 at the reference frame, negative before */
	public int time(final int k) {
		return k - (frames - 1);
	}
}
