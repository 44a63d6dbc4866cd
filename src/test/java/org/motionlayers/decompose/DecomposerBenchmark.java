package org.motionlayers.decompose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decomposing a 4096 x 4096 label image with 10,000 round objects under a 16-bit image, in one thread, against a plain pass over the same
 * arrays, which is the physical limit of anything that looks at every pixel. {@code scripts/bench_regionprops.py} prints the ratios, and that
 * to skimage.measure.regionprops_table on the same pixels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class DecomposerBenchmark {

	private static final int SIZE = 4096;
	private static final int GRID = 100;
	private static final int PITCH = SIZE / GRID;
	private static final int RADIUS = 11;

	private Frame image;
	private int[] labels;
	private Segmentation segmentation;

	/** Makes the pixels: one disc of about 380 pixels in every cell of a grid of 100 x 100, at a random place, labels sparse. */
	@Setup(Level.Trial)
	public void setUp() {
		final SplittableRandom random = new SplittableRandom(3);
		final short[] pixels = new short[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (short) random.nextInt(1 << 16);
		labels = new int[SIZE * SIZE];
		for (int cell = 0; cell < GRID * GRID; cell++) {
			final int x = cell % GRID * PITCH + RADIUS + random.nextInt(PITCH - 2 * RADIUS), y = cell / GRID * PITCH + RADIUS + random.nextInt(PITCH -
				2 * RADIUS);
			for (int dy = -RADIUS; dy <= RADIUS; dy++)
				for (int dx = -RADIUS; dx <= RADIUS; dx++)
					if (dx * dx + dy * dy <= RADIUS * RADIUS) labels[(y + dy) * SIZE + x + dx] = 1 + 7 * cell;
		}
		image = Frame.of(PixelType.UINT16, SIZE, SIZE, pixels);
		segmentation = Segmentation.of(Shape.of(SIZE, SIZE), labels);
	}

	/** The limit: the sum of all labels and all pixels. */
	@Benchmark
	public long plainPass() {
		final short[] pixels = (short[]) image.data();
		long sum = 0;
		for (final int label : labels) sum += label;
		for (final short pixel : pixels) sum += pixel & 0xffff;
		return sum;
	}

	/** All layers: labels, boxes, masks, patches, areas, centroids, mean values, depths. */
	@Benchmark
	public List<ObjectLayer> decompose() {
		return Decomposer.layers(image, segmentation, 0, Optional.empty(), Progress.NONE);
	}

	/**
	 * Writes the pixels for others to measure, labels.raw of 32 and image.raw of 16 bit, and prints the sum of the areas found in them.
	 *
	 * @param args the folder
	 * @throws IOException where the pixels cannot be written
	 */
	public static void main(final String... args) throws IOException {
		final DecomposerBenchmark same = new DecomposerBenchmark();
		same.setUp();
		final ByteBuffer buffer = ByteBuffer.allocate(SIZE * SIZE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asIntBuffer().put(same.labels);
		Files.write(Path.of(args[0], "labels.raw"), buffer.array());
		final ByteBuffer pixels = ByteBuffer.allocate(SIZE * SIZE * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		pixels.asShortBuffer().put((short[]) same.image.data());
		Files.write(Path.of(args[0], "image.raw"), pixels.array());
		System.out.println(same.decompose().stream().mapToLong(ObjectLayer::area).sum());
	}
}
