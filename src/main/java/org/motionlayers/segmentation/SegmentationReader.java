package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Reads one format of segmentation, a file or a folder. The reader of highest priority whose {@link #canRead} says yes is taken.
 */
public interface SegmentationReader extends SciJavaPlugin {

	/** @return what users call the format, such as "Cell Tracking Challenge folder" */
	String format();

	/**
	 * Whether this reader knows the file; looks at names and first bytes only.
	 *
	 * @param source file or folder
	 * @param head the first bytes of the file, up to 4096; empty for a folder
	 * @return whether {@link #read} is worth a try
	 */
	boolean canRead(Path source, byte[] head);

	/**
	 * Reads the file.
	 *
	 * @param source file or folder
	 * @param target the image that the labels belong to
	 * @param progress is told and asked
	 * @return labels of the target's size, one frame for each of its frames or for as many as the file has
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it can, and is not what it should be
	 */
	Segmentation read(Path source, Target target, Progress progress) throws IOException;
}
