package org.motionlayers.io.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;

/**
 * Frames on their way out: as an ImageJ image or a TIFF file.
 *
 * @param movie the frames
 * @param labels what every plane is called
 * @param info what the image says of itself (Image &gt; Show Info), or an empty string
 */
public record FrameSeries(Movie movie, SliceLabels labels, String info) {

	/** Names planes. */
	@FunctionalInterface
	public interface SliceLabels {

		/** @return the label of channel c of frame t, both from 0; the slices of a 3D frame share it */
		String of(int t, int c);
	}

	/** @return an image with a real stack where that fits well into the free heap, else with a virtual one; never shown */
	public ImagePlus image() {
		return image(Stacks.defaultLimit());
	}

	/** @return an image with a real stack up to a limit in bytes, else with a virtual one; never shown */
	public ImagePlus image(final long limit) {
		final ImagePlus imp = Stacks.image(movie, labels, limit);
		if (!info.isEmpty()) imp.setProperty("Info", info);
		return imp;
	}

	/**
	 * As {@link #write(Path, Progress)}, with an overlay.
	 *
	 * @param path is made, or replaced
	 * @param overlay its regions, each as the bytes of a .roi file
	 * @param progress is told and asked once a frame
	 * @throws IOException where the file cannot be written
	 */
	public void write(final Path path, final List<byte[]> overlay, final Progress progress) throws IOException {
		TiffWriter.write(this, overlay, path, progress);
	}

	/**
	 * Writes a BigTIFF, whose offsets have 64 bits, plane by plane; names of planes, ranges and colours stay behind.
	 *
	 * @param path is made, or replaced
	 * @param progress is told and asked once a frame
	 * @throws IOException where the file cannot be written
	 */
	public void writeBig(final Path path, final Progress progress) throws IOException {
		TiffWriter.writeBig(this, path, progress);
	}

	/**
	 * Writes an ImageJ hyperstack in TIFF, plane by plane.
	 *
	 * @param path is made, or replaced
	 * @param progress is told and asked once a frame
	 * @throws IOException where the file cannot be written
	 */
	public void write(final Path path, final Progress progress) throws IOException {
		write(path, List.of(), progress);
	}
}
