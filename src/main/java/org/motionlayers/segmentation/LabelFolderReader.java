package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/** A folder of label images as TIFF or PNG, one a frame, in the natural order of their names. */
@Plugin(type = SegmentationReader.class, priority = Priority.VERY_LOW)
public final class LabelFolderReader implements SegmentationReader {

	/** Cellpose writes its masks beside the images and other results. */
	private static final String CELLPOSE = "_cp_masks.";
	/** DAVIS keeps its annotations, whose labels are constant in time, in folders that begin so. */
	private static final String DAVIS = "Annotations";

	@Override
	public String format() {
		return "folder of label images";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		try {
			return Files.isDirectory(source) && !images(source).isEmpty();
		}
		catch (final IOException e) {
			// Not readable at all: the message about unknown folders says enough.
			return false;
		}
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final List<Path> paths = chosen(source);
		final Segmentation read = LabelFiles.read(source, paths, target, progress);
		if (read.frames() == paths.size() && read.frames() < target.frames()) checkConsecutive(source, paths, target);
		final boolean davis = paths.get(0).toString().endsWith(".png") && source.toAbsolutePath().toString().contains(DAVIS);
		return davis ? LabelFiles.identified(read, read.objects(), "identities of DAVIS") : read;
	}

	private static List<Path> chosen(final Path folder) throws IOException {
		final List<Path> all = images(folder);
		final List<Path> cellpose = all.stream().filter(path -> path.getFileName().toString().contains(CELLPOSE)).toList();
		if (!cellpose.isEmpty()) return cellpose;
		final Predicate<Path> isPng = path -> name(path).endsWith(".png");
		final long png = all.stream().filter(isPng).count();
		if (png > 0 && png < all.size()) throw new InputException("Labels '" + folder + "': the folder holds " + png + " PNG and " + (all.size() -
			png) + " TIFF files; leave only the label images in it.");
		return all;
	}

	private static List<Path> images(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(LabelFolderReader::isImage).sorted(NaturalOrder.INSTANCE).toList();
		}
	}

	private static boolean isImage(final Path file) {
		final String name = name(file);
		return !name.startsWith(".") && (name.endsWith(".tif") || name.endsWith(".tiff") || name.endsWith(".png")) && Files.isRegularFile(file);
	}

	private static String name(final Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	/** Fewer files than frames: their numbers must show that none is missing between them. */
	private static void checkConsecutive(final Path folder, final List<Path> paths, final Target target) {
		for (int i = 1; i < paths.size(); i++) {
			final long before = NaturalOrder.lastNumber(paths.get(i - 1)).orElse(i - 1), here = NaturalOrder.lastNumber(paths.get(i)).orElse(i);
			if (here != before + 1) throw new InputException("Labels '" + folder + "': " + paths.size() + " label images for " + target.frames() +
				" frames, and none between '" + paths.get(i - 1).getFileName() + "' and '" + paths.get(i).getFileName() +
				"'; one a frame is needed from the first frame on.");
		}
	}
}
