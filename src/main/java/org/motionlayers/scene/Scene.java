package org.motionlayers.scene;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The reference frame taken apart: an inpainted background and one layer per object. */
public final class Scene {

	private final String title;
	private final Frame background;
	private final List<ObjectLayer> layers;
	private final List<ObjectLayer> halos;
	private final Map<Integer, Integer> indices;
	private final Calibration calibration;
	private final Display display;

	/**
	 * @param title what the user calls the image
	 * @param background the reference frame with all objects removed and the holes filled
	 * @param layers one layer per object; their order is the order of objects in every Motion
	 * @param calibration of the image
	 * @param display of the image
	 */
	public Scene(final String title, final Frame background, final List<ObjectLayer> layers, final Calibration calibration,
		final Display display)
	{
		this(title, background, layers, List.of(), calibration, display);
	}

	private Scene(final String title, final Frame background, final List<ObjectLayer> layers, final List<ObjectLayer> halos,
		final Calibration calibration, final Display display)
	{
		this.title = title;
		this.background = background;
		this.layers = List.copyOf(layers);
		this.halos = List.copyOf(halos);
		this.calibration = calibration;
		this.display = display;
		final Map<Integer, Integer> byLabel = new HashMap<>();
		for (int i = 0; i < layers.size(); i++)
			if (byLabel.put(layers.get(i).label(), i) != null) throw new IllegalArgumentException("Label " + layers.get(i).label() +
				" has two layers.");
		this.indices = Collections.unmodifiableMap(byLabel);
	}

	/** @return what the user calls the image */
	public String title() {
		return title;
	}

	/** @return the reference frame with all objects removed and the holes filled */
	public Frame background() {
		return background;
	}

	/** @return size of the frame */
	public Shape shape() {
		return background.shape();
	}

	/** @return pixel type of background and layers */
	public PixelType type() {
		return background.type();
	}

	/** @return one layer per object, sorted by label unless said otherwise by their maker */
	public List<ObjectLayer> layers() {
		return layers;
	}

	/** @return what moves with objects outside their masks, such as their glow: at most one per object, by its label; none where nothing glows */
	public List<ObjectLayer> halos() {
		return halos;
	}

	/** @return number of objects */
	public int objects() {
		return layers.size();
	}

	/** @return labels in the order of the layers */
	public int[] labels() {
		return layers.stream().mapToInt(ObjectLayer::label).toArray();
	}

	/** @return depth of the background, which is infinite, then of every layer in their order */
	public float[] depths() {
		final float[] depths = new float[layers.size() + 1];
		depths[0] = Float.POSITIVE_INFINITY;
		for (int i = 0; i < layers.size(); i++) depths[i + 1] = layers.get(i).depth();
		return depths;
	}

	/** @return whether an object has this label */
	public boolean has(final int label) {
		return indices.containsKey(label);
	}

	/**
	 * @return the place of a label among the layers
	 * @throws NoSuchElementException where no object has the label
	 */
	public int indexOf(final int label) {
		final Integer index = indices.get(label);
		if (index == null) throw new NoSuchElementException("No object has label " + label + ".");
		return index;
	}

	/** @return calibration of the image */
	public Calibration calibration() {
		return calibration;
	}

	/** @return display of the image */
	public Display display() {
		return display;
	}

	/**
	 * @return the label of every pixel of the reference frame, x fastest, then y, z; where layers were edited to meet, the nearest one's, and
	 *         nothing of what was moved out of the frame
	 */
	public int[] labelImage() {
		final int[] image = new int[shape().pixels()];
		layers.stream().sorted(Comparator.comparing(ObjectLayer::depth).thenComparing(ObjectLayer::label).reversed()).forEach(layer -> {
			final RunMask mask = layer.mask();
			final Box box = layer.bounds();
			for (int r = 0; r < mask.runs(); r++) {
				final int x = box.x() + mask.x(r), y = box.y() + mask.y(r), z = box.z() + mask.z(r);
				if (y < 0 || y >= shape().height() || z < 0 || z >= shape().depth()) continue;
				final int from = Math.max(0, x), to = Math.min(shape().width(), x + mask.length(r));
				if (from < to) Arrays.fill(image, shape().index(from, y, z), shape().index(from, y, z) + to - from, layer.label());
			}
		});
		return image;
	}

	/** @return the same background with other layers: an edited scene; halos stay with the labels that are left */
	public Scene withLayers(final List<ObjectLayer> newLayers) {
		final Scene edited = new Scene(title, background, newLayers, calibration, display);
		return edited.withHalos(halos.stream().filter(halo -> edited.has(halo.label())).toList());
	}

	/**
	 * The same scene with pixels that move with objects, outside their masks.
	 *
	 * @param newHalos each with the label of its object; masks, labels, flow and depth do not know of them
	 */
	public Scene withHalos(final List<ObjectLayer> newHalos) {
		for (final ObjectLayer halo : newHalos) indexOf(halo.label());
		return new Scene(title, background, layers, newHalos, calibration, display);
	}
}
