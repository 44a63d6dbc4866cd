package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.motionlayers.io.image.Images;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** A user's own movies, for models that learn from pixels alone: an image, a folder of images, or a folder of folders with image.tif. */
final class UnlabelledMovies {

	private static final String LABELS = "labels.";

	private UnlabelledMovies() {}

	/**
	 * Finds movies.
	 *
	 * @param source an image with several frames, or a folder with such images; files of labels in it are passed over
	 * @return at least one
	 * @throws InputException where there is none, or one has a single frame
	 * @throws IOException where one cannot be read
	 */
	static List<TrainingMaterial.Example> of(final Path source) throws IOException {
		final List<TrainingMaterial.Example> examples = new ArrayList<>();
		for (final Path file : Files.isDirectory(source) ? images(source) : List.of(source)) {
			final Movie movie = SliceAxis.AUTO.arrange(Images.read(file)).movie();
			TrainingMaterial.requireMotion(file, movie.frames());
			examples.add(new TrainingMaterial.Example(String.valueOf(source.relativize(file)).isEmpty() ? String.valueOf(file.getFileName()) : source
				.relativize(file).toString(), Optional.of(movie), Optional.empty()));
		}
		if (examples.isEmpty()) throw new InputException("scenes=" + source +
			": nothing to learn from; a movie, a folder of movies, or a folder of folders with image.tif is accepted.");
		return examples;
	}

	private static List<Path> images(final Path folder) throws IOException {
		final List<Path> images = new ArrayList<>();
		for (final Path path : TrainingMaterial.inside(folder)) {
			if (Files.isDirectory(path)) TrainingMaterial.inside(path).stream().filter(UnlabelledMovies::isImage).filter(file -> name(file).startsWith(
				"image.")).forEach(images::add);
			else if (isImage(path)) images.add(path);
		}
		return images;
	}

	private static boolean isImage(final Path file) {
		return Files.isRegularFile(file) && name(file).matches(".*\\.(tiff?|avi|gif)") && !name(file).startsWith(LABELS);
	}

	private static String name(final Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}
}
