package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

import com.google.gson.JsonObject;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * Writes OME-Zarr 0.4, frame by frame: one frame and its smaller copies are in memory at a time. Resolutions are halved along x and y until
 * both are below 512 pixels. The same movie gives the same bytes.
 *
 * <pre>
 * OmeWriter.image(Path.of("video.zarr"), movie, progress);
 * OmeWriter.labels(Path.of("video.zarr"), "objects", labels, progress);
 * </pre>
 */
public final class OmeWriter {

	/** Resolutions are halved until both sides are shorter. */
	static final int SMALL = 512;

	private static final String LABELS = "labels";

	private OmeWriter() {}

	/**
	 * Writes an image.
	 *
	 * @param folder is made
	 * @param movie the frames, x, y, z, channel; 8, 16 bit or float
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public static void image(final Path folder, final Movie movie, final Progress progress) throws IOException {
		image(folder, movie, 0, movie.frames(), progress);
	}

	/**
	 * Writes some frames of an image. The others are chunks that are not there; {@link OmeBlocks} puts what was written so together.
	 *
	 * @param folder is made
	 * @param movie the frames, x, y, z, channel; 8, 16 bit or float
	 * @param first frame to write, from 0
	 * @param end after the last frame to write
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public static void image(final Path folder, final Movie movie, final int first, final int end, final Progress progress)
		throws IOException
	{
		write(folder, movie, first, end, false, frame -> {}, progress);
		group(folder, OmeMetadata.image(movie, levels(movie.shape()), false));
	}

	/**
	 * Writes a label image into the folder of an image.
	 *
	 * @param image folder of an image that was written
	 * @param name of the label image
	 * @param movie the labels as whole numbers, of one channel
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public static void labels(final Path image, final String name, final Movie movie, final Progress progress) throws IOException {
		labels(image, name, movie, 0, movie.frames(), progress);
	}

	/**
	 * Writes some frames of a label image into the folder of an image.
	 *
	 * @param image folder of an image of which the same frames were written
	 * @param name of the label image
	 * @param movie the labels as whole numbers, of one channel
	 * @param first frame to write, from 0
	 * @param end after the last frame to write
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public static void labels(final Path image, final String name, final Movie movie, final int first, final int end,
		final Progress progress) throws IOException
	{
		final Path folder = image.resolve(LABELS).resolve(name);
		final BitSet seen = new BitSet();
		write(folder, movie, first, end, true, frame -> see(frame, seen), progress);
		final JsonObject attributes = OmeMetadata.image(movie, levels(movie.shape()), true);
		OmeMetadata.colours(attributes, seen.stream().filter(label -> label > 0).toArray());
		group(folder, attributes);
		group(image.resolve(LABELS), OmeMetadata.labels(name));
	}

	private static void see(final Frame frame, final BitSet seen) {
		int last = 0;
		for (int i = 0; i < frame.shape().values(); i++) {
			final int label = (int) frame.type().get(frame.data(), i);
			// neighbours mostly have the same label
			if (label != last) seen.set(label);
			last = label;
		}
	}

	/** Metadata comes last: what is not complete is no image. */
	private static void group(final Path folder, final JsonObject attributes) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(ZarrFolder.GROUP), OmeMetadata.group());
		Files.writeString(folder.resolve(ZarrFolder.ATTRIBUTES), OmeMetadata.text(attributes));
	}

	private static int levels(final Shape shape) {
		return Math.max(shape.width(), shape.height()) < SMALL ? 1 : 1 + levels(Halving.of(shape));
	}

	private static void write(final Path folder, final Movie movie, final int first, final int end, final boolean labels,
		final Consumer<Frame> watcher, final Progress progress) throws IOException
	{
		final List<Level> levels = new ArrayList<>();
		Shape shape = movie.shape();
		for (int i = 0; i < levels(movie.shape()); i++, shape = Halving.of(shape))
			levels.add(new Level(folder.resolve(String.valueOf(i)), shape, movie.frames(), Level.stored(movie.type(), labels)));
		final String what = "writing " + folder.getFileName();
		final Object spare = movie.type().newArray(movie.shape().values());
		for (int t = first; t < end; t++) {
			progress.update(t - first, end - first, what);
			Frame frame = movie.frame(t, spare);
			watcher.accept(frame);
			for (int i = 0; i < levels.size(); i++) {
				if (i > 0) frame = Halving.of(frame, labels);
				levels.get(i).write(t, frame);
			}
		}
		progress.update(end - first, end - first, what);
	}
}
