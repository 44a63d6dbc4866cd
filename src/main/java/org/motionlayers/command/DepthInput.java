package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** A depth image that a command was given as a file. */
final class DepthInput {

	private DepthInput() {}

	/**
	 * @param file that the command was given; null or an empty name for none
	 * @param movie the image that it belongs to
	 * @return its first frame, where there is a file
	 * @throws InputException where it is not an image of one channel and of the size of the movie
	 */
	static Optional<Frame> of(final File file, final Movie movie) throws IOException {
		if (file == null || file.getPath().isEmpty()) return Optional.empty();
		final Movie depth = Images.open(file.toPath());
		if (!depth.shape().sameSpace(movie.shape()) || depth.shape().channels() != 1) throw new InputException("depth=" + file + ": it is " + depth
			.shape().space() + " with " + depth.shape().channels() + " channels; one channel of the image's size, " + movie.shape().space() +
			", is needed.");
		return Optional.of(depth.frame(0));
	}
}
