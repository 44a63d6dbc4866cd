package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;

import org.motionlayers.io.image.ImagePlusMovies;
import org.motionlayers.io.image.OpenedImage;
import org.motionlayers.io.image.StackNotes;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/**
 * An image that a command was given, whether open in ImageJ or named as a file.
 *
 * @param movie the image
 * @param path the file it was read from, where known
 * @param reader what read it
 * @param remarks what the user should know, one line each
 */
record ImageInput(Movie movie, Optional<Path> path, String reader, List<String> remarks) {

	private static final String SOURCE = "Motion Layers source";
	private static final long NEVER_COPIED = 0;

	/** @return an ImagePlus that a command can be given, and that knows what it was read from */
	static ImagePlus remembering(final OpenedImage opened) {
		final ImagePlus image = new FrameSeries(opened.movie(), (t, c) -> "", "").image(NEVER_COPIED);
		image.setTitle(opened.movie().title());
		image.setProperty(SOURCE, opened);
		return image;
	}

	/**
	 * Takes an image in.
	 *
	 * @param name of the parameter, for messages
	 * @param image open in ImageJ or made by {@link #remembering}
	 * @param slices what the slices of a stack without frames are
	 * @return the image
	 */
	static ImageInput of(final String name, final ImagePlus image, final SliceAxis slices) {
		require(name, image);
		final OpenedImage arranged = slices.arrange(opened(image));
		final Optional<Path> path = arranged.path().toString().isEmpty() ? originalFile(image) : Optional.of(arranged.path());
		return new ImageInput(arranged.movie(), path, arranged.reader(), arranged.remarks());
	}

	/** @return what an image says of itself in words, or the file that it was read from */
	static StackNotes notes(final ImagePlus image) throws IOException {
		return image.getProperty(SOURCE) instanceof final OpenedImage source ? StackNotes.of(source.path()) : StackNotes.of(image);
	}

	/** Refuses no image, and the empty one that the host passes headless for none. */
	static void require(final String name, final ImagePlus image) {
		if (image == null || image.getWidth() == 0) throw new InputException(name + ": no image was given; open one, or name a file.");
	}

	private static OpenedImage opened(final ImagePlus image) {
		final Object source = image.getProperty(SOURCE);
		if (source instanceof OpenedImage) return (OpenedImage) source;
		return new OpenedImage(ImagePlusMovies.toMovie(image), Path.of(""), "ImageJ " + IJ.getVersion() + ", open image", List.of());
	}

	/** @return the file that an open image was read from and still equals, as far as ImageJ knows */
	static Optional<Path> originalFile(final ImagePlus image) {
		final FileInfo info = image.getOriginalFileInfo();
		if (image.changes || info == null || info.directory == null || info.directory.isEmpty() || info.fileName == null) return Optional.empty();
		try {
			final Path path = Path.of(info.directory, info.fileName);
			return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
		}
		catch (final InvalidPathException exc) {
			return Optional.empty();
		}
	}
}
