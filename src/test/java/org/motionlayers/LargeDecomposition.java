package org.motionlayers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.decompose.BlockDecomposer;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.LabelBlocks;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.segmentation.OmeZarrLabelReader;

/**
 * Takes an OME-Zarr frame of 30,000 x 30,000 pixels apart, 5.4 GB of image and labels, in little memory, and prints what is seen of it:
 *
 * <pre>
 * java -Xmx256m -cp ... org.motionlayers.LargeDecomposition 30000
 * </pre>
 *
 * Discs of 81 pixels lie on a grid of 250 pixels, so that chunks of 1000 pixels cut every fourth row and column of them; every fourth chunk of
 * a row is left out, as writers leave out what is background. The argument is width and height.
 */
public final class LargeDecomposition {

	private static final int CHUNK = 1000;
	private static final int GRID = 250;
	private static final int RADIUS = 40;
	private static final int BLOCK = 1500;

	private LargeDecomposition() {}

	/** @param arguments width and height, pixels */
	public static void main(final String[] arguments) throws IOException {
		final int size = Integer.parseInt(arguments[0]);
		final Path folder = Files.createTempDirectory("large");
		try {
			final Path image = folder.resolve("image.zarr"), labels = folder.resolve("labels.zarr");
			write(image, size, "<u2", 2);
			write(labels, size, "<u4", 4);
			final PixelBlocks pixels = Images.blocks(image, 0);
			final LabelBlocks blocks = OmeZarrLabelReader.blocks(labels, 0);
			final long start = System.nanoTime();
			final List<ObjectLayer> layers = BlockDecomposer.layers(pixels, blocks, new Box(0, 0, 0, BLOCK, BLOCK, 1), SegmentedObject::of, Progress.NONE);
			System.out.printf("%d x %d pixels taken apart in %.1f s: %d objects, heap %d MB of %d%n", size, size, (System.nanoTime() - start) / 1e9, layers
				.size(), used(), Runtime.getRuntime().maxMemory() >> 20);
			check(layers, size);
			System.out.printf("all pixels of all objects read and compared, heap %d MB%n", used());
		}
		finally {
			try (Stream<Path> all = Files.walk(folder)) {
				for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
			}
		}
	}

	/** @return the label at a pixel; discs about the corners of the grid, so that borders of chunks cut them */
	private static int label(final int x, final int y, final int size) {
		final int column = (x + GRID / 2) / GRID, row = (y + GRID / 2) / GRID;
		final int dx = x - column * GRID, dy = y - row * GRID;
		if (dx * dx + dy * dy > RADIUS * RADIUS || isBackground(x / CHUNK)) return 0;
		return 1 + row * (size / GRID + 1) + column;
	}

	private static boolean isBackground(final int chunk) {
		return chunk % 4 == 3;
	}

	private static int value(final int x, final int y) {
		return (31 * x + 17 * y) % 60000;
	}

	private static void write(final Path folder, final int size, final String type, final int bytes) throws IOException {
		Files.createDirectories(folder.resolve("0"));
		Files.writeString(folder.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(folder.resolve(".zattrs"), "{\"multiscales\": [{\"version\": \"0.4\", \"axes\": [{\"name\": \"y\", \"type\": \"space\"}, " +
			"{\"name\": \"x\", \"type\": \"space\"}], \"datasets\": [{\"path\": \"0\", \"coordinateTransformations\": [{\"type\": \"scale\", " +
			"\"scale\": [1.0, 1.0]}]}]}]}");
		Files.writeString(folder.resolve("0/.zarray"), "{\"zarr_format\": 2, \"shape\": [" + size + ", " + size + "], \"chunks\": [" + CHUNK + ", " +
			CHUNK + "], \"dtype\": \"" + type + "\", \"compressor\": {\"id\": \"zlib\", \"level\": 1}, \"fill_value\": 0, \"order\": \"C\", " +
			"\"filters\": null, \"dimension_separator\": \"/\"}");
		final int chunks = (size + CHUNK - 1) / CHUNK;
		for (int row = 0; row < chunks; row++) for (int column = 0; column < chunks; column++) if (!isBackground(column)) {
			final ByteBuffer chunk = ByteBuffer.allocate(CHUNK * CHUNK * bytes).order(ByteOrder.LITTLE_ENDIAN);
			for (int y = row * CHUNK; y < (row + 1) * CHUNK; y++) for (int x = column * CHUNK; x < (column + 1) * CHUNK; x++)
				if (bytes == 2) chunk.putShort((short) value(x, y));
				else chunk.putInt(label(x, y, size));
			Files.createDirectories(folder.resolve("0/" + row));
			try (java.io.OutputStream out = new java.util.zip.DeflaterOutputStream(Files.newOutputStream(folder.resolve("0/" + row + "/" + column)),
				new java.util.zip.Deflater(1), 1 << 16)) {
				out.write(chunk.array());
			}
		}
	}

	private static void check(final List<ObjectLayer> layers, final int size) {
		long area = 0;
		for (final ObjectLayer layer : layers) {
			final Box box = layer.bounds();
			final short[] patch = (short[]) layer.patch(0);
			area += layer.area();
			for (int y = box.y(), seen = 0; y < box.y() + box.height(); y++) for (int x = box.x(); x < box.x() + box.width(); x++) {
				final boolean inside = label(x, y, size) == layer.label();
				final int at = layer.mask().indexOf(x - box.x(), y - box.y(), 0);
				if (inside != at >= 0 || inside && (patch[at] & 0xffff) != value(x, y) || inside && at != seen++) throw new IllegalStateException(
					"Object " + layer.label() + " differs at " + x + ", " + y + ".");
			}
		}
		System.out.printf("%d pixels of %d objects are those of the image%n", area, layers.size());
	}

	private static long used() {
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory() >> 20;
	}
}
