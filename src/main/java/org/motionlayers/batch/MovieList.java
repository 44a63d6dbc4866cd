package org.motionlayers.batch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.io.track.Csv;
import org.motionlayers.scene.InputException;

/** The movies of a batch: those of a folder, those that a file lists, or one. */
final class MovieList {

	private static final String NAME = "{name}", FOLDER = "{folder}", AUTOMATIC = "auto", IMAGE = "image", LABELS = "labels";

	/**
	 * One movie.
	 *
	 * @param image its file or folder
	 * @param arguments what is to be said of it alone, key=value
	 */
	record Movie(Path image, List<String> arguments) {

		/** Copies the list. */
		Movie {
			arguments = List.copyOf(arguments);
		}

		/** @return the file's name without its ending */
		String name() {
			final String file = image.getFileName().toString();
			return file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
		}

		/** @return a text with {name} and {folder} put in */
		String fill(final String text) {
			return text.replace(NAME, name()).replace(FOLDER, image.getParent().toString());
		}
	}

	private MovieList() {}

	/**
	 * Finds the movies.
	 *
	 * @param source a folder; a table (.csv) with a column image, the other columns being parameters; a list (.txt), a file a line; or a movie
	 * @param pattern of the names in a folder
	 * @param labels of a movie: a path from its folder with {name} in it, auto, or empty for none
	 * @return the movies, those of a folder by name
	 * @throws IOException where it cannot be read
	 * @throws InputException where there are none
	 */
	static List<Movie> of(final Path source, final String pattern, final String labels) throws IOException {
		final Path path = source.toAbsolutePath().normalize();
		if (!Files.exists(path)) throw new InputException("movies=" + source +
			": no such file or folder; a folder of movies, a table or list of them, or a movie is needed.");
		final String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
		final List<Movie> movies;
		if (name.endsWith(".csv")) movies = table(path, labels);
		else if (name.endsWith(".txt")) movies = lines(path, labels);
		else if (Files.isDirectory(path) && !name.endsWith(".zarr")) movies = folder(path, pattern, labels);
		else movies = List.of(movie(path, labels));
		if (movies.isEmpty()) throw new InputException("movies=" + source + ": there is no movie" + (Files.isDirectory(path)
			? " whose name matches pattern=" + pattern : "") + ".");
		return movies;
	}

	private static Movie movie(final Path image, final String labels) {
		return new Movie(image, labels.isBlank() ? List.of() : List.of(LABELS + "=" + labels(new Movie(image, List.of()), labels)));
	}

	private static String labels(final Movie movie, final String labels) {
		return labels.equals(AUTOMATIC) ? labels : movie.image().resolveSibling(movie.fill(labels)).normalize().toString();
	}

	private static List<Movie> folder(final Path folder, final String pattern, final String labels) throws IOException {
		final PathMatcher matcher = matcher(pattern);
		final List<Movie> all;
		try (Stream<Path> files = Files.list(folder)) {
			all = files.filter(file -> !file.getFileName().toString().startsWith(".") && matcher.matches(file.getFileName())).sorted().map(
				file -> movie(file, labels)).toList();
		}
		final Set<String> segmentations = all.stream().flatMap(movie -> movie.arguments().stream()).collect(Collectors.toSet());
		return all.stream().filter(movie -> !segmentations.contains(LABELS + "=" + movie.image())).toList();
	}

	private static PathMatcher matcher(final String pattern) {
		try {
			return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
		}
		catch (final PatternSyntaxException exc) {
			throw new InputException("pattern=" + pattern + ": a pattern of file names such as *.tif is needed.", exc);
		}
	}

	private static List<Movie> lines(final Path file, final String labels) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map(String::strip).filter(line -> !line.isEmpty()).map(line -> movie(file.resolveSibling(line).normalize(), labels))
				.toList();
		}
	}

	private static List<Movie> table(final Path file, final String labels) throws IOException {
		final List<List<String>> rows = Csv.read(file);
		final int column = rows.isEmpty() ? -1 : rows.get(0).indexOf(IMAGE);
		if (column < 0) throw new InputException(file + ": a first line that names the columns is needed, one of them " + IMAGE + ".");
		final List<Movie> movies = new ArrayList<>();
		for (final List<String> row : rows.subList(1, rows.size())) {
			if (row.size() <= column || row.get(column).isEmpty()) throw new InputException(file + ": a line without " + IMAGE + " was found: " + row +
				".");
			movies.add(movie(file, rows.get(0), row, file.resolveSibling(row.get(column)).normalize(), labels));
		}
		return movies;
	}

	private static Movie movie(final Path file, final List<String> header, final List<String> row, final Path image, final String labels) {
		final List<String> arguments = new ArrayList<>();
		for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
			if (header.get(i).equals(IMAGE) || row.get(i).isEmpty()) continue;
			final boolean place = header.get(i).equals(LABELS) && !row.get(i).equals(AUTOMATIC);
			arguments.add(header.get(i) + "=" + (place ? file.resolveSibling(row.get(i)).normalize() : row.get(i)));
		}
		if (!header.contains(LABELS)) arguments.addAll(movie(image, labels).arguments());
		return new Movie(image, arguments);
	}
}
