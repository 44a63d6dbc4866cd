package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** A folder of images, one time point a file, in natural order: t2 comes before t10. A file may hold slices and channels. */
final class FolderReader implements ImageReader {

	private static final Set<String> ENDINGS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm");

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		return Files.isDirectory(path);
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		final List<Path> files = images(path);
		if (files.isEmpty()) throw new InputException(path + ": the folder holds no images; files ending in tif, tiff, png, jpg, jpeg, gif, " +
			"bmp or pgm are accepted, one time point each.");
		final OpenedImage opened = Images.read(files.get(0));
		final Movie first = opened.movie();
		requireOneFrame(first, files.get(0), files.size());
		final Movie movie = new Movie(path.getFileName() == null ? path.toString() : path.getFileName().toString(), first.type(), first
			.shape(), files.size(), first.calibration(), first.display(), t -> frame(files.get(t), first));
		return new OpenedImage(movie, path, "folder of " + files.size() + " images, each by " + opened.reader(), opened.remarks());
	}

	/** @return the image files of a folder in natural order, without hidden ones */
	static List<Path> images(final Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(FolderReader::isImage).sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.getFileName().toString(), b.getFileName()
				.toString())).toList();
		}
	}

	private static boolean isImage(final Path file) {
		final String name = file.getFileName().toString();
		return !name.startsWith(".") && Files.isRegularFile(file) && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(
			Locale.ROOT));
	}

	private static void requireOneFrame(final Movie movie, final Path file, final int files) {
		if (files > 1 && movie.frames() > 1) throw new InputException(file + ": this file of a folder of " + files + " holds " + movie
			.frames() + " time points; one is accepted in every file, or give the file itself.");
	}

	private static Frame frame(final Path file, final Movie first) {
		try {
			final Movie movie = Images.open(file);
			if (!movie.shape().equals(first.shape()) || movie.type() != first.type() || movie.frames() != first.frames())
				throw new InputException(file + ": " + describe(movie) + ", where the first image of the folder is " + describe(first) +
					"; all must be alike.");
			return movie.frame(0);
		}
		catch (final IOException exc) {
			throw new InputException(file + ": cannot be read (" + exc + ").", exc);
		}
	}

	private static String describe(final Movie movie) {
		return movie.shape().space() + ", " + movie.shape().channels() + " channel(s) of " + movie.type().bits() + " bit";
	}
}
