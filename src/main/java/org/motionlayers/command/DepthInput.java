package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** A depth image that a command was given as a file. */
final class DepthInput {

	private DepthInput() {}

	/**
	 * @param path the file
	 * @param movie the image that it belongs to
	 * @return its first frame
	 * @throws InputException where it is not an image of one channel and of the size of the movie
	 */
	static Frame of(final Path path, final Movie movie) throws IOException {
		final Movie depth = Images.open(path);
		if (!depth.shape().sameSpace(movie.shape()) || depth.shape().channels() != 1) throw new InputException("depth=" + path + ": it is " + depth
			.shape().space() + " with " + depth.shape().channels() + " channels; one channel of the image's size, " + movie.shape().space() +
			", is needed.");
		return depth.frame(0);
	}
}
