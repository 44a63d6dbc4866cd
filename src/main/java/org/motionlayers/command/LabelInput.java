package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.image.ImagePlusMovies;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/**
 * Labels that a command was given: auto, a file or folder, or the title of an open image.
 *
 * @param segmentation the labels
 * @param path the file or folder, where it came from one
 */
record LabelInput(Segmentation segmentation, Optional<Path> path) {

	/**
	 * Takes labels in.
	 *
	 * @param text what the user gave for the parameter labels; empty for the other open image
	 * @param open the label image, where it is open in ImageJ
	 * @param movie the image that the labels belong to
	 * @param layers reads them
	 * @param progress is told and asked
	 * @return the labels
	 */
	static LabelInput of(final String text, final Optional<ImagePlus> open, final Movie movie, final MotionLayersService layers,
		final Progress progress) throws IOException
	{
		if (text.equals(MotionLayersService.AUTOMATIC)) return new LabelInput(layers.segmentation(movie, text, progress), Optional.empty());
		if (open.isPresent()) return new LabelInput(layers.segmentation(movie, ImagePlusMovies.toMovie(open.get()), progress),
			ImageInput.originalFile(open.get()));
		if (text.isBlank()) throw new InputException("labels: no segmentation was given; name a file or folder, the title of an open label image" +
			" of the image's size, or auto.");
		if (!PathToImage.isFile(text)) throw new InputException("labels=" + text +
			": no such file or folder, and no open image of that title; a segmentation or auto is needed.");
		return new LabelInput(layers.segmentation(movie, text, progress), Optional.of(Path.of(text)));
	}
}
