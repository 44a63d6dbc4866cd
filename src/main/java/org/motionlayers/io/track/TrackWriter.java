package org.motionlayers.io.track;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.Progress;
import org.scijava.plugin.SciJavaPlugin;

/** Writes tracks in one format. The plugin's name is what users ask for it by. */
public interface TrackWriter extends SciJavaPlugin {

	/** @return the name of the file or folder that it makes */
	String fileName();

	/** @return whether it is written without being asked for */
	boolean isDefault();

	/**
	 * Writes the tracks.
	 *
	 * @param path the file or folder to make
	 * @param tracks what there is to tell
	 * @param progress is told and asked
	 * @throws IOException where it cannot be written
	 */
	void write(Path path, TrackTable tracks, Progress progress) throws IOException;
}
