package org.motionlayers.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

import org.motionlayers.io.image.LabelLook;
import org.motionlayers.io.image.StackNotes;
import org.motionlayers.io.layer.LayerReader;
import org.motionlayers.scene.InputException;

/** The images that are open in ImageJ, for commands that take two. */
final class OpenImages {

	/**
	 * An image and the open label image that belongs to it.
	 *
	 * @param image the image
	 * @param labels its labels, where they are an open image
	 */
	record Pair(ImagePlus image, Optional<ImagePlus> labels) {}

	private OpenImages() {}

	/**
	 * Finds the label image of an image, and takes the two for each other where the active one is plainly the labels.
	 *
	 * @param image what the command was given, or the host chose because it was active
	 * @param title what the user calls the labels; empty for the only sensible one among the open images
	 * @return the two
	 * @throws InputException where several open images may be the labels
	 */
	static Pair pair(final ImagePlus image, final String title) {
		if (!title.isBlank()) return new Pair(image, Optional.ofNullable(WindowManager.getImage(title)));
		final List<ImagePlus> others = others(image);
		if (others.isEmpty()) return new Pair(image, Optional.empty());
		final List<ImagePlus> labels = others.stream().filter(LabelLook::isLabels).toList();
		if (labels.isEmpty() && others.size() == 1 && LabelLook.isLabels(image)) return new Pair(others.get(0), Optional.of(image));
		if (labels.size() == 1) return new Pair(image, Optional.of(labels.get(0)));
		final List<ImagePlus> named = labels.stream().filter(other -> isNamedAfter(other.getTitle(), image.getTitle())).toList();
		if (named.size() == 1) return new Pair(image, Optional.of(named.get(0)));
		if (labels.isEmpty()) return new Pair(image, Optional.empty());
		throw new InputException("labels: " + labels.size() + " open images may be the labels of '" + image.getTitle() + "' (" + labels.stream()
			.map(ImagePlus::getTitle).collect(Collectors.joining(", ")) + "); give the title of one.");
	}

	private static List<ImagePlus> others(final ImagePlus image) {
		final List<ImagePlus> others = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus other = WindowManager.getImage(id);
			final boolean fits = other != null && other != image && other.getWidth() == image.getWidth() && other.getHeight() == image.getHeight();
			// what was made from an image, predicted frames or layers, are not its labels
			if (fits && Remembered.of(other).isEmpty() && !LayerReader.isLayerStack(StackNotes.of(other))) others.add(other);
		}
		return others;
	}

	/** @return whether a title begins with another without its ending, as "cells-labels" and "cells.tif" */
	private static boolean isNamedAfter(final String title, final String other) {
		final int dot = other.lastIndexOf('.');
		return title.toLowerCase(Locale.ROOT).startsWith((dot > 0 ? other.substring(0, dot) : other).toLowerCase(Locale.ROOT));
	}
}
