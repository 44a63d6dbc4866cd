package org.motionlayers.decompose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * Takes the reference frame, the last observed one, apart (MeloMotion, 3.1): one layer for every label, and the background behind them.
 *
 * <pre>{@code
 * Scene scene = Decomposer.decompose(movie.head(10), labels.head(10), new AutoInpainter(), Optional.empty(), seed, Progress.NONE);
 * }</pre>
 */
public final class Decomposer {

	private Decomposer() {}

	/**
	 * Decomposes.
	 *
	 * @param observed the observed frames; the last one is the reference frame
	 * @param labels their labels, as many frames; or a single one, which is that of the reference frame: the background is then made from
	 *          the reference frame alone
	 * @param inpainter makes the background
	 * @param depth distance from the viewer at every pixel of the reference frame, one channel, if known; the mean over its mask is an
	 *          object's depth. Without it smaller objects lie in front: depth is the rank by area, 1 the smallest, ties by label
	 * @param seed of the inpainter's random choices
	 * @param progress is told and asked
	 * @return background, layers sorted by label, and where objects shine beyond their masks their halos
	 * @throws InputException where sizes or numbers of frames differ, or the reference frame has no object
	 */
	public static Scene decompose(final Movie observed, final Segmentation labels, final Inpainter inpainter, final Optional<Frame> depth,
		final long seed, final Progress progress)
	{
		if (labels.frames() == 1 && observed.frames() > 1) return decompose(last(observed), labels, inpainter, depth, seed, progress);
		if (labels.frames() != observed.frames()) throw new InputException("Labels of " + labels.frames() + " frames do not fit the " + observed
			.frames() + " observed frames of '" + observed.title() + "': one label image for every frame, or one for the last, is needed.");
		final int reference = observed.frames() - 1;
		requireSameSpace("Labels", labels.shape(), observed);
		depth.ifPresent(frame -> requireSameSpace("The depth image", frame.shape(), observed));
		final List<ObjectLayer> layers = layers(observed.frame(reference), labels, reference, depth, progress);
		if (layers.isEmpty()) throw new InputException("Labels of the reference frame, frame " + observed.frames() + " of '" + observed.title() +
			"', hold no object: all pixels are 0, at least one label other than 0 is needed.");
		progress.update(0, 1, "looking for halos");
		final Segmentation removed = Halo.shows(observed.frame(reference), labels.labels(reference)) ? Halo.grown(labels) : labels;
		final Frame background = inpainter.inpaint(observed, removed, seed, progress);
		final Scene scene = new Scene(observed.title(), background, layers, observed.calibration(), observed.display());
		return removed == labels ? scene : scene.withHalos(halos(observed.frame(reference), labels, removed, reference, layers, progress));
	}

	/** What was removed from the background around the objects, as layers of the depths of their objects. */
	private static List<ObjectLayer> halos(final Frame image, final Segmentation labels, final Segmentation grown, final int t,
		final List<ObjectLayer> layers, final Progress progress)
	{
		final Map<Integer, Float> depths = new HashMap<>();
		for (final ObjectLayer layer : layers) depths.put(layer.label(), layer.depth());
		return layers(image, Halo.alone(labels, grown), t, Optional.empty(), progress).stream().map(halo -> halo.withDepth(depths.get(halo
			.label()))).toList();
	}

	private static Movie last(final Movie movie) {
		return new Movie(movie.title(), movie.type(), movie.shape(), 1, movie.calibration(), movie.display(), t -> movie.frame(movie.frames() - 1));
	}

	private static void requireSameSpace(final String what, final Shape found, final Movie movie) {
		if (!found.sameSpace(movie.shape())) throw new InputException(what + " of " + found.space() + " pixels cannot be laid over image '" +
			movie.title() + "' of " + movie.shape().space() + " pixels: both must have the same size.");
	}

	/**
	 * Cuts the objects of one frame out of it: one pass over the label image, whatever the number of objects.
	 *
	 * @param image the frame
	 * @param labels of a size with the frame
	 * @param t which frame of the labels
	 * @param depth as in {@link #decompose}
	 * @param progress is told and asked
	 * @return one layer for every label, sorted by label; none where all is background
	 */
	public static List<ObjectLayer> layers(final Frame image, final Segmentation labels, final int t, final Optional<Frame> depth,
		final Progress progress)
	{
		final Shape shape = image.shape();
		final LabelRuns runs = new LabelRuns(labels.labels(t), shape, progress);
		final ObjectMasks masks = new ObjectMasks(runs, shape);
		final List<Patches> channels = new ArrayList<>();
		for (int c = 0; c < shape.channels(); c++) channels.add(new Patches(image, c, runs, masks.areas(), progress));
		final int[] byLabel = runs.byLabel();
		final float[] depths = depth.isPresent() ? depths(depth.get(), runs, masks.areas(), progress) : ranks(byLabel, masks.areas());
		final List<ObjectLayer> layers = new ArrayList<>(runs.objects());
		for (final int i : byLabel) {
			final Box box = masks.box(i);
			final List<Object> patch = new ArrayList<>(channels.size());
			final double[] means = new double[channels.size()];
			for (int c = 0; c < means.length; c++) {
				patch.add(channels.get(c).of(i));
				means[c] = channels.get(c).mean(i);
			}
			layers.add(new ObjectLayer(labels.object(runs.label(i)), box, masks.mask(i), image.type(), patch, masks.centroid(i), means, box
				.touchesBorder(shape), depths[i]));
		}
		return layers;
	}

	private static float[] depths(final Frame depth, final LabelRuns runs, final int[] areas, final Progress progress) {
		final Patches under = new Patches(depth, 0, runs, areas, progress);
		final float[] depths = new float[areas.length];
		for (int i = 0; i < depths.length; i++) {
			if (under.finite(i) == 0) throw new InputException("The depth image has no finite value under label " + runs.label(i) +
				": every object needs at least one.");
			depths[i] = (float) under.mean(i);
		}
		return depths;
	}

	private static float[] ranks(final int[] byLabel, final int[] areas) {
		final float[] sorted = ranks(Arrays.stream(byLabel).map(i -> areas[i]).toArray()), ranks = new float[areas.length];
		for (int k = 0; k < sorted.length; k++) ranks[byLabel[k]] = sorted[k];
		return ranks;
	}

	/** @return depths without a depth image, of areas in the order of labels: rank by area, of equal areas the smaller label first */
	static float[] ranks(final int[] areas) {
		final long[] keys = new long[areas.length];
		for (int k = 0; k < keys.length; k++) keys[k] = (long) areas[k] << Integer.SIZE | k;
		Arrays.sort(keys);
		final float[] ranks = new float[areas.length];
		for (int rank = 0; rank < keys.length; rank++) ranks[(int) keys[rank]] = rank + 1;
		return ranks;
	}
}
