package org.motionlayers.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.link.Regions;
import org.motionlayers.segmentation.raster.LabelPlanes;
import org.motionlayers.segmentation.raster.PngFile;
import org.motionlayers.segmentation.raster.TiffFile;

/** From files of pixels to a segmentation that fits the image. */
final class LabelFiles {

	private LabelFiles() {}

	/**
	 * Makes a segmentation of TIFF or PNG files; whether their numbers are identities is not known.
	 *
	 * @param source what the user named
	 * @param paths the files, in the order of time
	 * @param target the image
	 * @param progress is told and asked
	 * @return frames that are read when asked for
	 */
	static Segmentation read(final Path source, final List<Path> paths, final Target target, final Progress progress) {
		final List<LabelPlanes> files = new ArrayList<>();
		for (final Path path : paths) {
			progress.update(files.size(), paths.size(), "opening labels");
			files.add(open(path));
		}
		final LabelStack stack = new LabelStack(paths, files);
		return fit(source.toString(), source.getFileName() + ": " + (files.size() == 1 ? "" : files.size() + " files, "), stack, target);
	}

	/**
	 * Makes a segmentation of label planes; whether their numbers are identities is not known.
	 *
	 * @param name of the labels, for messages
	 * @param start of the description
	 * @param planes the labels
	 * @param target the image
	 * @return frames that are read when asked for
	 */
	static Segmentation fit(final String name, final String start, final LabelPlanes planes, final Target target) {
		final Arrangement arrangement = Arrangement.of(name, planes, target);
		final Shape shape = target.shape().withChannels(1);
		final String description = start + planes.title() + ", " + arrangement.frames() + (arrangement.frames() == 1 ? " frame of "
			: " frames of ") + shape.space();
		return new Segmentation(shape, arrangement.frames(), LabelFrames.of(planes, arrangement, shape), Map.of(), false, planes.calibration(),
			with(description, arrangement.note()));
	}

	private static LabelPlanes open(final Path path) {
		try (InputStream in = Files.newInputStream(path)) {
			return in.read() == PngFile.SIGNATURE >>> Long.SIZE - Byte.SIZE ? PngFile.open(path) : TiffFile.open(path);
		}
		catch (final NoSuchFileException e) {
			throw new InputException("Labels '" + path + "' cannot be opened: it is no longer there.", e);
		}
		catch (final IOException e) {
			throw new InputException("Labels '" + path + "' cannot be opened: " + e.getMessage() + ".", e);
		}
	}

	/** @return the same labels, known to be identities */
	static Segmentation identified(final Segmentation of, final Map<Integer, SegmentedObject> objects, final String note) {
		return new Segmentation(of.shape(), of.frames(), of::labels, objects, true, of.calibration(), with(of.description(), note));
	}

	/**
	 * Adds the identities of a Cell Tracking Challenge table that lies beside a label image, where its labels are the image's.
	 *
	 * @param labels of one file
	 * @param source the file
	 * @return with identities, or as it was
	 */
	static Segmentation withTableBeside(final Segmentation labels, final Path source) throws IOException {
		final Optional<Path> file = TrackTable.in(source.toAbsolutePath().getParent());
		if (file.isEmpty() || labels.frames() == 1) return labels;
		final TrackTable table = TrackTable.read(file.get());
		for (final int t : new int[] { 0, labels.frames() - 1 })
			if (!table.fits(Regions.of(labels.labels(t), labels.shape()), t)) return new Segmentation(labels.shape(), labels.frames(), labels::labels,
				labels.objects(), false, labels.calibration(), with(labels.description(), file.get().getFileName() +
					" beside it names other labels and was left aside"));
		return identified(labels, table.objects(), table.description());
	}

	private static String with(final String description, final String note) {
		return note.isEmpty() ? description : description + "; " + note;
	}
}
