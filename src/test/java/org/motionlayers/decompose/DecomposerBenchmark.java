package org.motionlayers.decompose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Decomposing a 4096 x 4096 label image with 10,000 round objects under a 16-bit image, in one thread, against a plain pass over the same
 * arrays, which is the physical limit of anything that looks at every pixel. The main method prints the ratios, and that to
 * skimage.measure.regionprops_table on the same pixels where a Python with scikit-image is given.
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
	 * Runs and prints the table.
	 *
	 * @param args a Python with scikit-image and scripts/bench_regionprops.py, to be compared with; may be left out
	 * @throws RunnerException where JMH fails
	 * @throws IOException where the pixels cannot be handed to Python
	 * @throws InterruptedException where Python is stopped
	 */
	public static void main(final String... args) throws RunnerException, IOException, InterruptedException {
		final Map<String, Double> median = new TreeMap<>();
		for (final RunResult result : new Runner(new OptionsBuilder().include(DecomposerBenchmark.class.getSimpleName()).build()).run())
			median.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics().getPercentile(50));
		System.out.printf("%nDecomposing %d x %d, 16 bit, %d objects, one thread (median of samples)%n", SIZE, SIZE, GRID * GRID);
		median.forEach((name, ms) -> System.out.printf("  %-20s %8.2f ms%n", name, ms));
		System.out.printf("  decompose takes %.2f plain passes%n", median.get("decompose") / median.get("plainPass"));
		if (args.length == 2) {
			final double peer = python(args[0], args[1]);
			System.out.printf("  regionprops_table    %8.2f ms, %.0f times decompose%n", peer, peer / median.get("decompose"));
		}
	}

	/** Hands the same pixels to the script, which prints its time in ms and the sum of all areas. */
	private static double python(final String python, final String script) throws IOException, InterruptedException {
		final DecomposerBenchmark same = new DecomposerBenchmark();
		same.setUp();
		final Path folder = Files.createTempDirectory("decompose");
		final ByteBuffer buffer = ByteBuffer.allocate(SIZE * SIZE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asIntBuffer().put(same.labels);
		Files.write(folder.resolve("labels.raw"), buffer.array());
		final ByteBuffer pixels = ByteBuffer.allocate(SIZE * SIZE * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		pixels.asShortBuffer().put((short[]) same.image.data());
		Files.write(folder.resolve("image.raw"), pixels.array());
		final Process process = new ProcessBuilder(python, script, folder.toString(), Integer.toString(SIZE)).redirectErrorStream(true).start();
		final String[] words = new String(process.getInputStream().readAllBytes()).strip().split("\\s+");
		if (process.waitFor() != 0) throw new IOException(String.join(" ", words));
		final long area = same.decompose().stream().mapToLong(ObjectLayer::area).sum();
		if (area != Long.parseLong(words[1])) throw new IOException("Areas differ: " + area + " against " + words[1] + ".");
		for (final String name : List.of("labels.raw", "image.raw")) Files.delete(folder.resolve(name));
		Files.delete(folder);
		return Double.parseDouble(words[0]);
	}
}
