package org.motionlayers.io.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.io.image.Movies;
import org.motionlayers.io.image.StackNotes;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;

/**
 * Reads a layer stack back, as it is now: layers are known by the labels of their planes, so that their order does not matter, a layer that
 * was deleted is an object that is not there, and one that was added and called "label 99" is a new object of all its pixels that are not 0.
 * Pixels within a mask are what they are now, 0 included; pixels that are not 0 outside of it join the object.
 */
public final class LayerReader {

	private final String name;
	private final LayerNotes notes;

	private LayerReader(final String name, final LayerNotes notes) {
		this.name = name;
		this.notes = notes;
	}

	/** @return whether a stack is one of layers, after its Info */
	public static boolean isLayerStack(final StackNotes stack) {
		return LayerNotes.isIn(stack.info());
	}

	/**
	 * Reads the scene.
	 *
	 * @param movie the stack, the layers along time, or along z where the layers are flat
	 * @param stack labels of its planes and its Info
	 * @param progress is told and asked once a layer
	 * @return the layers
	 * @throws InputException where planes are not called as layers are, or a layer is there twice, or the background is not
	 */
	public static LayerScene read(final Movie movie, final StackNotes stack, final Progress progress) {
		final LayerNotes notes = LayerNotes.parse(movie.title(), stack.info());
		final Movie layers = Movies.hasSlicesOnly(movie) && flat(stack, movie) ? Movies.zAsTime(movie) : movie;
		final Scene scene = new LayerReader(movie.title(), notes).scene(layers, stack.labels(), progress);
		return new LayerScene(scene, notes.reference());
	}

	/** Whether the slices of a stack are layers, as ImageJ makes them of substacks: a 3D layer calls all its slices alike. */
	private static boolean flat(final StackNotes stack, final Movie movie) {
		return stack.labels().stream().distinct().count() == movie.shape().depth();
	}

	private Scene scene(final Movie movie, final List<String> planes, final Progress progress) {
		if (!LayerNotes.size(movie.shape()).equals(notes.size())) throw bad("it is " + movie.shape().space() + ", the image that was taken apart " +
			"had the size " + notes.size() + "; layers may not be cropped or scaled.");
		final SortedMap<Integer, Integer> frames = new TreeMap<>();
		Frame background = null;
		for (int k = 0; k < movie.frames(); k++) {
			final String plane = planes.isEmpty() ? "" : planes.get(k * (planes.size() / movie.frames()));
			final int label = LayerStack.label(plane);
			if (label != 0 && frames.put(label, k) != null) throw bad("two layers are called 'label " + label + "'; call one of them by a label that " +
				"is free (Image > Stacks > Set Label...).");
			if (label == 0 && !LayerStack.BACKGROUND.equals(plane == null ? "" : plane.strip())) throw bad("frame " + (k + 1) + " is called '" +
				(plane == null ? "" : plane) + "'; layers are called 'background', 'label 12' or 'label 12 NAME' (Image > Stacks > Set Label...).");
			if (label == 0 && background != null) throw bad("two layers are called 'background'; one is needed.");
			if (label == 0) background = movie.frame(k);
		}
		if (background == null) throw bad("no layer is called 'background'; one is needed.");
		return withLayers(movie, background, frames, progress);
	}

	/** The layers that are left, and their halos, with the pixels that they have now; every frame is fetched once. */
	private Scene withLayers(final Movie movie, final Frame background, final SortedMap<Integer, Integer> frames, final Progress progress) {
		final float nearest = notes.objects().values().stream().map(LayerNotes.Note::depth).min(Float::compare).orElse(1f) - 1;
		final LayerPainter painter = new LayerPainter(movie.shape(), movie.type());
		final List<ObjectLayer> layers = new ArrayList<>(), halos = new ArrayList<>();
		frames.forEach((label, k) -> {
			progress.update(layers.size(), frames.size(), "reading layers");
			final Frame frame = movie.frame(k);
			final LayerNotes.Note note = notes.objects().get(label);
			final ObjectLayer layer = painter.layer(label, frame, note, nearest);
			if (layer == null) throw bad("the layer 'label " + label + "' is new, and all its pixels are 0; paint the object into it.");
			layers.add(layer);
			if (note != null && note.halo() != null) halos.add(painter.halo(frame, note.halo()));
		});
		return new Scene(notes.title(), background, layers, movie.calibration(), movie.display()).withHalos(halos);
	}

	private InputException bad(final String what) {
		return new InputException("Layer stack '" + name + "': " + what);
	}
}
