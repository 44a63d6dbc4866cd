package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.InputException;

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
}
