package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.image.ImagePlusMovies;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/** Images and labels that a command was given by name: a file, a folder, or the title of an open image. */
final class NamedInput {

	private NamedInput() {}

	/**
	 * Takes an image in.
	 *
	 * @param name of the parameter
	 * @param text file, folder or title
	 * @param slices what the slices of a stack without frames are
	 */
	static ImageInput image(final String name, final String text, final SliceAxis slices) throws IOException {
		if (PathToImage.isFile(text)) return ImageInput.of(name, ImageInput.remembering(Images.read(Path.of(text))), slices);
		return ImageInput.of(name, open(name, text), slices);
	}

	/**
	 * Takes labels in.
	 *
	 * @param name of the parameter
	 * @param text auto, file, folder or title; blank for none
	 * @param movie that they belong to
	 * @param layers reads them
	 * @param progress is told and asked
	 */
	static Optional<Segmentation> labels(final String name, final String text, final Movie movie, final MotionLayersService layers,
		final Progress progress) throws IOException
	{
		if (text.isBlank()) return Optional.empty();
		if (text.equals(MotionLayersService.AUTOMATIC) || PathToImage.isFile(text)) return Optional.of(layers.segmentation(movie, text, progress));
		return Optional.of(layers.segmentation(movie, ImagePlusMovies.toMovie(open(name, text)), progress));
	}

	private static ImagePlus open(final String name, final String text) {
		final ImagePlus open = text.isBlank() ? null : WindowManager.getImage(text);
		if (open == null) throw new InputException(name + "=" + text + ": no such file or folder, and no open image of that title.");
		return open;
	}
}
