package org.motionlayers.scene;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far every layer is displaced at every future frame, in pixels against the reference frame, camera motion included; and how that
 * was found out. Frame 0 is the reference frame, where everything is 0; future frames are 1 to {@link #frames()}.
 * <p>
 * Two displacements differ where the border of the frame cuts an object: that of the object's centroid, which is the centroid of what is
 * seen of it, and that of its pixels. A car that drives out at 10 pixels per frame is seen to move its centroid by 5.
 */
public final class Motion {

	/**
	 * How a motion was made.
	 *
	 * @param predictor name of the predictor
	 * @param seed of its random choices
	 * @param parameters its settings and findings, by name
	 */
	public record Provenance(String predictor, long seed, Map<String, String> parameters) {

		/** Copies the map, sorted. */
		public Provenance {
			parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
		}

		/** Under this name parameters hold what the user should be told of the motion. */
		public static final String REMARK = "remark";

		/** @return one line that the user should be told of the motion, such as what could not be known; empty for none */
		public String remark() {
			return parameters.getOrDefault(REMARK, "");
		}
	}

	private final int[] labels;
	private final int frames;
	private final int dimensions;
	private final double[] displacements;
	private final double[] angles;
	private final double[] camera;
	private final double[] layerDisplacements;
	private final Provenance provenance;

	/**
	 * A motion in which the pixels of an object move as its centroid.
	 *
	 * @param labels one per object, in the order of the scene's layers
	 * @param frames number of future frames
	 * @param dimensions 2 or 3
	 * @param displacements frames x objects x dimensions, pixels
	 * @param angles frames x objects, radians from x towards y about the centroid; an empty array for no rotation
	 * @param camera frames x dimensions, displacement of the background in pixels; an empty array for a still camera
	 * @param provenance how it was made
	 */
	public Motion(final int[] labels, final int frames, final int dimensions, final double[] displacements, final double[] angles,
		final double[] camera, final Provenance provenance)
	{
		this(labels, frames, dimensions, displacements, angles, camera, displacements, provenance);
	}

	private Motion(final int[] labels, final int frames, final int dimensions, final double[] displacements, final double[] angles,
		final double[] camera, final double[] layerDisplacements, final Provenance provenance)
	{
		final int objects = labels.length;
		if (displacements.length != frames * objects * dimensions || angles.length != 0 && angles.length != frames * objects ||
			camera.length != 0 && camera.length != frames * dimensions) throw new IllegalArgumentException("Motion of " + frames + " frames, " +
				objects + " objects, " + dimensions + " dimensions does not fit " + displacements.length + " displacements, " + angles.length +
				" angles, " + camera.length + " camera shifts.");
		if (layerDisplacements.length != displacements.length) throw new IllegalArgumentException(displacements.length +
			" displacements of centroids do not fit " + layerDisplacements.length + " of layers.");
		for (final double[] all : new double[][] { displacements, layerDisplacements }) for (final double d : all)
			if (!Double.isFinite(d)) throw new IllegalArgumentException("A displacement is " + d + ".");
		this.labels = labels.clone();
		this.frames = frames;
		this.dimensions = dimensions;
		this.displacements = displacements.clone();
		this.angles = angles.clone();
		this.camera = camera.clone();
		this.layerDisplacements = layerDisplacements == displacements ? this.displacements : layerDisplacements.clone();
		this.provenance = provenance;
	}

	/**
	 * The same motion with displacements of the pixels of their own.
	 *
	 * @param pixels frames x objects x dimensions, pixels
	 * @return a motion whose {@link #layerDisplacement} is this
	 */
	public Motion withLayerDisplacements(final double[] pixels) {
		return new Motion(labels, frames, dimensions, displacements, angles, camera, pixels, provenance);
	}

	/** @return the same motion, told to be made otherwise */
	public Motion withProvenance(final Provenance made) {
		return new Motion(labels, frames, dimensions, displacements, angles, camera, layerDisplacements, made);
	}

	/**
	 * A motion of constant velocity (MeloMotion, Eq. 3: d(t) = t v).
	 *
	 * @param labels one per object
	 * @param frames number of future frames
	 * @param dimensions 2 or 3
	 * @param velocities objects x dimensions, pixels per frame
	 * @param camera velocity of the background, pixels per frame, one value a dimension, or empty
	 * @param provenance how it was made
	 */
	public static Motion constant(final int[] labels, final int frames, final int dimensions, final double[] velocities,
		final double[] camera, final Provenance provenance)
	{
		return new Motion(labels, frames, dimensions, ramp(velocities, frames), new double[0], ramp(camera, frames), provenance);
	}

	private static double[] ramp(final double[] velocity, final int frames) {
		final double[] path = new double[velocity.length * frames];
		for (int t = 1; t <= frames; t++) for (int k = 0; k < velocity.length; k++) path[(t - 1) * velocity.length + k] = t * velocity[k];
		return path;
	}

	/** @return number of objects */
	public int objects() {
		return labels.length;
	}

	/** @return label of an object */
	public int label(final int object) {
		return labels[object];
	}

	/** @return labels in the order of the objects */
	public int[] labels() {
		return labels.clone();
	}

	/** @return number of future frames */
	public int frames() {
		return frames;
	}

	/** @return 2 or 3 */
	public int dimensions() {
		return dimensions;
	}

	/**
	 * Where an object is seen: what is measured and scored.
	 *
	 * @return displacement of the centroid of what is seen of an object at frame t (0 to frames) along a dimension, pixels; 0 at t = 0 and
	 *         beyond the dimensions
	 */
	public double displacement(final int t, final int object, final int dimension) {
		return at(displacements, t, object, dimension);
	}

	/**
	 * Where an object's pixels go: what is composited.
	 *
	 * @return displacement of the layer of an object at frame t (0 to frames) along a dimension, pixels; 0 at t = 0 and beyond the
	 *         dimensions; differs from {@link #displacement} at most where the border of the frame cuts the object
	 */
	public double layerDisplacement(final int t, final int object, final int dimension) {
		return at(layerDisplacements, t, object, dimension);
	}

	private double at(final double[] values, final int t, final int object, final int dimension) {
		return t == 0 || dimension >= dimensions ? 0 : values[((t - 1) * labels.length + object) * dimensions + dimension];
	}

	/** @return rotation of an object at frame t (0 to frames) about its centroid, radians from x towards y */
	public double angle(final int t, final int object) {
		return t == 0 || angles.length == 0 ? 0 : angles[(t - 1) * labels.length + object];
	}

	/** @return whether any object rotates */
	public boolean rotates() {
		return Arrays.stream(angles).anyMatch(a -> a != 0);
	}

	/** @return displacement of the background at frame t (0 to frames) along a dimension, pixels */
	public double camera(final int t, final int dimension) {
		return t == 0 || camera.length == 0 || dimension >= dimensions ? 0 : camera[(t - 1) * dimensions + dimension];
	}

	/** @return whether the background moves */
	public boolean cameraMoves() {
		return Arrays.stream(camera).anyMatch(c -> c != 0);
	}

	/** @return how it was made */
	public Provenance provenance() {
		return provenance;
	}
}
