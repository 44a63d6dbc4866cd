package org.motionlayers.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** A way in for files. */
@FunctionalInterface
interface Reader {

	/**
	 * Reads a file to its end, as the commands do.
	 *
	 * @param path file or folder
	 * @throws IOException where it cannot be read and the caller makes the line for the user out of that
	 */
	void read(Path path) throws IOException;
}
