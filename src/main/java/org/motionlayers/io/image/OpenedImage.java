package org.motionlayers.io.image;

import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Movie;

/**
 * An image and how it was read.
 *
 * @param movie the image
 * @param path the file or folder
 * @param reader what read it, with its version: "ImageJ 1.54p, TIFF"
 * @param remarks what the user should know, one line each; mostly none
 */
public record OpenedImage(Movie movie, Path path, String reader, List<String> remarks) {

	/** Copies the list. */
	public OpenedImage {
		remarks = List.copyOf(remarks);
	}

	/** @return the same with the slices of its single frame taken for frames, and a remark that says so */
	public OpenedImage zAsTime() {
		final List<String> more = new java.util.ArrayList<>(remarks);
		more.add("'" + movie.title() + "' has " + movie.shape().depth() + " slices along z and no time; they are taken for time.");
		return new OpenedImage(Movies.zAsTime(movie), path, reader, more);
	}
}
