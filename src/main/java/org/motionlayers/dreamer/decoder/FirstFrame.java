package org.motionlayers.dreamer.decoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.scene.DenseMotion;

/**
 * Frame 0 on the decoder's grid: its colours, objects and depth. Where there are more objects than the palette has colours, colours are
 * used again, the largest objects first.
 */
public final class FirstFrame {

	private final int side;
	private final float[] colours;
	private final int[] labels;
	private final float[] depth;
	private final Map<Integer, Integer> places;
	private final Palette palette;

	private FirstFrame(final int side, final float[] colours, final int[] labels, final float[] depth, final Map<Integer, Integer> places,
		final Palette palette)
	{
		this.side = side;
		this.colours = colours;
		this.labels = labels;
		this.depth = depth;
		this.places = places;
		this.palette = palette;
	}

	/**
	 * @param side pixels along x and y
	 * @param rgb red, green, blue plane in [0, 1], x fastest
	 * @param labels 0 for the background
	 * @param depth distance from the viewer, infinite for the background
	 */
	public FirstFrame(final int side, final float[] rgb, final int[] labels, final float[] depth) {
		this(side, signed(rgb), labels, depth, places(labels), Palette.of(IntStream.rangeClosed(1, Palette.MOST).toArray()));
		if (rgb.length != Clip.COLOURS * side * side || labels.length != side * side || depth.length != labels.length)
			throw new IllegalArgumentException("A first frame of " + side + " x " + side + " pixels with " + rgb.length + " colours, " +
				labels.length + " labels, " + depth.length + " depths.");
	}

	/** @return frame 0 of a clip on a square grid */
	public static FirstFrame of(final Clip clip) {
		if (clip.width() != clip.height()) throw new IllegalArgumentException("A clip of " + clip.width() + " x " + clip.height() +
			" pixels; the decoder's grid is square.");
		return new FirstFrame(clip.width(), clip.rgb(0), clip.labels(0), clip.depth(0));
	}

	/** @return the same frame with other colours for its objects, as a network sees it while it is trained */
	FirstFrame withPalette(final Palette other) {
		return new FirstFrame(side, colours, labels, depth, places, other);
	}

	private static float[] signed(final float[] rgb) {
		final float[] signed = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++) signed[i] = 2 * rgb[i] - 1;
		return signed;
	}

	/** Gives objects the numbers 1 to {@link Palette#MOST}, the largest first, and again from 1. */
	private static Map<Integer, Integer> places(final int[] labels) {
		final Map<Integer, Integer> areas = new HashMap<>();
		for (final int label : labels) if (label != 0) areas.merge(label, 1, Integer::sum);
		final List<Integer> order = new ArrayList<>(areas.keySet());
		order.sort((a, b) -> areas.get(a).equals(areas.get(b)) ? Integer.compare(a, b) : Integer.compare(areas.get(b), areas.get(a)));
		final Map<Integer, Integer> places = new HashMap<>();
		for (int i = 0; i < order.size(); i++) places.put(order.get(i), 1 + i % Palette.MOST);
		return places;
	}

	/** @return pixels along x and y */
	public int side() {
		return side;
	}

	/** @return colours in [-1, 1], (3, side, side); not to be written to */
	float[] colours() {
		return colours;
	}

	/** @return labels, x fastest; not to be written to */
	int[] labels() {
		return labels;
	}

	/** @return distance from the viewer; not to be written to */
	float[] depth() {
		return depth;
	}

	/** @return number of objects */
	int objects() {
		return places.size();
	}

	/** @return the colours of objects */
	Palette palette() {
		return palette;
	}

	/** @return labels as the palette knows them; 0 for what was not there in frame 0 */
	int[] named(final int[] of) {
		final int[] out = new int[of.length];
		for (int p = 0; p < out.length; p++) out[p] = places.getOrDefault(of[p], 0);
		return out;
	}

	/**
	 * Writes R_t as planes.
	 *
	 * @param representation how
	 * @param motion R_1 to R_T
	 * @return T x {@value Representation#PLANES} x side x side
	 */
	float[] encode(final Representation representation, final DenseMotion motion) {
		final float[][] flow = new float[motion.frames()][], depths = new float[motion.frames()][];
		final int[][] objects = new int[motion.frames()][];
		for (int t = 1; t <= motion.frames(); t++) {
			flow[t - 1] = motion.flow(t);
			depths[t - 1] = motion.depth(t);
			objects[t - 1] = named(motion.labels(t));
		}
		return representation.encode(new DenseMotion(side, side, flow, objects, depths), palette, Representation.nearest(depth));
	}

	/**
	 * Writes colours of objects and inverse depth of this frame.
	 *
	 * @param planes receives {@value Representation#STILL_PLANES} planes
	 * @param start where the first value goes
	 */
	void encodeStill(final float[] planes, final int start) {
		Representation.encodeStill(named(labels), depth, palette, Representation.nearest(depth), planes, start);
	}
}
