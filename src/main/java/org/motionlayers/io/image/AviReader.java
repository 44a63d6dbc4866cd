package org.motionlayers.io.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import ij.process.ImageProcessor;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** AVI films by ImageJ's reader, decoded frame by frame; its slices are time. */
final class AviReader implements ImageReader {

	/** Where the main header of an AVI file holds the microseconds between frames. */
	private static final int MICROSECONDS_PER_FRAME = 32;

	private static final double MICROSECONDS = 1e6;

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		return head.length > MICROSECONDS_PER_FRAME + 4 && tag(head, 0).equals("RIFF") && tag(head, 8).equals("AVI ");
	}

	private static String tag(final byte[] head, final int offset) {
		return new String(head, offset, 4, StandardCharsets.ISO_8859_1);
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		final AVI_Reader reader = new AVI_Reader();
		final ImageStack stack = reader.makeStack(path.toAbsolutePath().toString(), 1, 0, true, false, false);
		if (stack == null || stack.getSize() == 0 || reader.getErrorText() != null) throw new InputException(path +
			": not an AVI film that ImageJ can read (" + (reader.getErrorText() == null ? "no frames found" : reader.getErrorText().trim()) +
			"); uncompressed and motion JPEG films are accepted.");
		final String name = path.getFileName().toString();
		final ImagePlus imp = new ImagePlus(name, stack);
		imp.setDimensions(1, 1, stack.getSize());
		imp.getCalibration().frameInterval = secondsPerFrame(path);
		final Movie movie = ImagePlusMovies.toMovie(imp, name, new Film(stack, path));
		return new OpenedImage(movie, path, "ImageJ " + IJ.getVersion() + ", AVI", List.of());
	}

	private static double secondsPerFrame(final Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			return ByteBuffer.wrap(in.readNBytes(MICROSECONDS_PER_FRAME + 4)).order(ByteOrder.LITTLE_ENDIAN).getInt(MICROSECONDS_PER_FRAME) /
				MICROSECONDS;
		}
	}

	/** The frames of a film; the reader has one position in the file, and so may not be asked twice at a time. */
	private record Film(ImageStack stack, Path path) implements PlaneFrames.Planes {

		@Override
		public Object plane(final int c, final int z, final int t) {
			final ImageProcessor frame = stack.getProcessor(t + 1);
			if (frame == null) throw new InputException(path + ": frame " + (t + 1) + " of " + stack.getSize() + " cannot be decoded.");
			return frame.getPixels();
		}

		@Override
		public Object lock() {
			return stack;
		}
	}
}
