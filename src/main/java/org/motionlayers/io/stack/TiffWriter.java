package org.motionlayers.io.stack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;

import org.motionlayers.scene.FrameSource;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;

/**
 * Writes a movie as an ImageJ hyperstack in TIFF, plane by plane: one frame is in memory at a time. The same movie gives the same bytes.
 * Beyond 4 GB the file is what ImageJ itself writes: one directory that names the number of planes, read by ImageJ and tifffile.
 */
final class TiffWriter {

	private static final int BUFFER = 1 << 20;

	private TiffWriter() {}

	/**
	 * Writes the file.
	 *
	 * @param series the frames
	 * @param overlay regions that lie over them, as the bytes of .roi files
	 * @param path is made, or replaced
	 * @param progress is told and asked once a frame
	 * @throws IOException where the file cannot be written
	 */
	static void write(final FrameSeries series, final List<byte[]> overlay, final Path path, final Progress progress) throws IOException {
		final ImagePlus imp = told(series, path, progress);
		final FileInfo header = header(imp, series.info());
		if (!overlay.isEmpty()) header.overlay = overlay.toArray(byte[][]::new);
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER)) {
			new TiffEncoder(header).write(out);
		}
		progress.update(series.movie().frames(), series.movie().frames(), what(path));
	}

	/** As {@link #write}, as BigTIFF, without an overlay. */
	static void writeBig(final FrameSeries series, final Path path, final Progress progress) throws IOException {
		final ImagePlus imp = told(series, path, progress);
		BigTiffWriter.write(imp, header(imp, series.info()), series.movie().calibration(), path);
		progress.update(series.movie().frames(), series.movie().frames(), what(path));
	}

	private static String what(final Path path) {
		return "writing " + path.getFileName();
	}

	/** @return the frames as a virtual stack that tells how far its reader is */
	private static ImagePlus told(final FrameSeries series, final Path path, final Progress progress) {
		final Movie movie = series.movie();
		return Stacks.stream(new Movie(movie.title(), movie.type(), movie.shape(), movie.frames(), movie.calibration(), movie.display(), FrameSource
			.of(movie.type(), movie.shape(), (t, spare) -> {
				progress.update(t, movie.frames(), what(path));
				return movie.frame(t, spare);
			})), series.labels());
	}

	private static FileInfo header(final ImagePlus imp, final String info) {
		final FileSaver saver = new FileSaver(imp);
		final FileInfo header = imp.getFileInfo();
		header.description = saver.getDescriptionString();
		header.info = info.isEmpty() ? null : info;
		final int planes = imp.getStackSize();
		header.sliceLabels = new String[planes];
		for (int n = 1; n <= planes; n++) header.sliceLabels[n - 1] = imp.getStack().getSliceLabel(n);
		if (planes > 1) header.virtualStack = (VirtualStack) imp.getStack();
		if (imp instanceof CompositeImage) saver.saveDisplayRangesAndLuts(imp, header);
		return header;
	}
}
