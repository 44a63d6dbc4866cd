package org.motionlayers.ui.roi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * Writes labels as an ROI set for ImageJ's ROI Manager: a region for every object, plane and frame, named with the label, bound to its frame
 * and in 3D to its plane. The masks of the regions are the labels' pixels exactly.
 */
public final class RoiZipWriter {

	/** The first time a zip can say: the same labels give the same bytes whenever they are written. */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private RoiZipWriter() {}

	/**
	 * Writes a file, beside it first, then moved to its place.
	 *
	 * @param file the zip; replaced where it exists
	 * @param labels gives the labels of frame t, x fastest, then y, z; 0 = background
	 * @param frames number of frames
	 * @param shape size of a frame
	 * @param progress is told and asked
	 * @throws IOException where it cannot be written; then nothing is left behind
	 */
	public static void write(final Path file, final IntFunction<int[]> labels, final int frames, final Shape shape, final Progress progress)
		throws IOException
	{
		write(file, zip -> {
			for (int t = 0; t < frames; t++) {
				final int[] frame = labels.apply(t);
				for (int z = 0; z < shape.depth(); z++) {
					progress.update((long) t * shape.depth() + z, (long) frames * shape.depth(), "writing regions");
					for (final Roi roi : RoiOutlines.of(frame, shape, z)) {
						roi.setPosition(0, shape.depth() > 1 ? z + 1 : 0, t + 1);
						write(zip, roi);
					}
				}
			}
		});
	}

	/**
	 * Writes regions as they are, beside the file first, then moved to its place.
	 *
	 * @param file the zip; replaced where it exists
	 * @param rois named, and bound to frames
	 * @throws IOException where it cannot be written; then nothing is left behind
	 */
	static void write(final Path file, final List<Roi> rois) throws IOException {
		write(file, zip -> {
			for (final Roi roi : rois) write(zip, roi);
		});
	}

	/** Fills a zip. */
	@FunctionalInterface
	private interface Content {

		void write(ZipOutputStream zip) throws IOException;
	}

	private static void write(final Path file, final Content content) throws IOException {
		final Path beside = file.resolveSibling(file.getFileName() + ".part");
		try {
			try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
				content.write(zip);
			}
			Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	/** Entry names order the list of the ROI Manager: frame, plane, label. */
	private static void write(final ZipOutputStream zip, final Roi roi) throws IOException {
		final String plane = roi.getZPosition() > 0 ? String.format("%04d-", roi.getZPosition()) : "";
		final int frame = roi.hasHyperStackPosition() ? roi.getTPosition() : roi.getPosition();
		final ZipEntry entry = new ZipEntry(String.format("%04d-%s%s.roi", frame, plane, roi.getName()));
		entry.setTimeLocal(NO_TIME);
		zip.putNextEntry(entry);
		zip.write(RoiEncoder.saveAsByteArray(roi));
		zip.closeEntry();
	}
}
