package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelBlocks;

/** Reads one kind of image file or folder. */
interface ImageReader {

	/**
	 * Whether this reader knows the file; looks at name and first bytes only.
	 *
	 * @param path file or folder
	 * @param head first bytes of the file, up to {@link Images#HEAD}; empty for a folder
	 */
	boolean canRead(Path path, byte[] head);

	/**
	 * Opens the file, whole only where it cannot be read frame by frame.
	 *
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it can, and is not a whole image
	 */
	OpenedImage read(Path path) throws IOException;

	/**
	 * Opens one frame of the file to read it block by block; parts of the frame, which is read whole, where the kind of file allows no more.
	 *
	 * @param t the frame, from 0
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it can, and is not a whole image, or has no such frame
	 */
	default PixelBlocks blocks(final Path path, final int t) throws IOException {
		final Movie movie = read(path).movie();
		if (t < 0 || t >= movie.frames()) throw new InputException(path + ": frame " + t + " is not among its " + movie.frames() + ".");
		return PixelBlocks.of(movie.frame(t));
	}
}
