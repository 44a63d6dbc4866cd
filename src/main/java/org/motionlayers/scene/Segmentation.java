package org.motionlayers.scene;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Integer label images over x, y, z and time, 0 = background. A label names the same object in every frame where
 * {@link #identified()}; labels may be sparse and as large as an int.
 */
public final class Segmentation {

	private final Shape shape;
	private final int frames;
	private final IntFunction<int[]> source;
	private final SortedMap<Integer, SegmentedObject> objects;
	private final boolean identified;
	private final Calibration calibration;
	private final String description;

	/**
	 * @param shape size of every frame; the number of channels is 1
	 * @param frames number of frames, at least 1
	 * @param source gives the labels of frame t, x fastest, then y, z; may be called from any thread
	 * @param objects what is known of objects, by label; objects it does not name are known by label alone
	 * @param identified whether a label names the same object in every frame
	 * @param calibration what the file says of pixel size and interval, else {@link Calibration#NONE}
	 * @param description one line for the user: what was found where
	 */
	public Segmentation(final Shape shape, final int frames, final IntFunction<int[]> source, final Map<Integer, SegmentedObject> objects,
		final boolean identified, final Calibration calibration, final String description)
	{
		if (frames < 1) throw new InputException("Segmentation '" + description + "' has no frames.");
		this.shape = shape.withChannels(1);
		this.frames = frames;
		this.source = source;
		this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
		this.identified = identified;
		this.calibration = calibration;
		this.description = description;
	}

	/** @return labels held in memory, one array a frame, the same label being the same object */
	public static Segmentation of(final Shape shape, final int[]... labels) {
		final int[][] copy = labels.clone();
		for (final int[] frame : copy) if (frame.length != shape.pixels()) throw new IllegalArgumentException("Labels of " + shape.space() +
			" need " + shape.pixels() + " values, found " + frame.length + ".");
		return new Segmentation(shape, copy.length, t -> copy[t], Map.of(), true, Calibration.NONE, "labels in memory");
	}

	/** @return size of every frame, with one channel */
	public Shape shape() {
		return shape;
	}

	/** @return number of frames, at least 1 */
	public int frames() {
		return frames;
	}

	/** @return labels of frame t, x fastest, then y, z; not to be written to */
	public int[] labels(final int t) {
		if (t < 0 || t >= frames) throw new IndexOutOfBoundsException("Labels of frame " + t + " of " + frames + ".");
		return source.apply(t);
	}

	/** @return what is known of objects, by label; may lack objects and hold objects of other frames */
	public SortedMap<Integer, SegmentedObject> objects() {
		return objects;
	}

	/** @return what is known of an object, its label alone where the file said nothing */
	public SegmentedObject object(final int label) {
		final SegmentedObject known = objects.get(label);
		return known == null ? SegmentedObject.of(label) : known;
	}

	/** @return whether a label names the same object in every frame */
	public boolean identified() {
		return identified;
	}

	/** @return what the file says of pixel size and interval */
	public Calibration calibration() {
		return calibration;
	}

	/** @return one line for the user: what was found where */
	public String description() {
		return description;
	}

	/** @return the first frames alone: later ones cannot be reached through the result */
	public Segmentation head(final int count) {
		if (count < 1 || count > frames) throw new IndexOutOfBoundsException("The first " + count + " of " + frames + " frames.");
		return new Segmentation(shape, count, source, objects, identified, calibration, description);
	}
}
