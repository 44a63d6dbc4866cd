package org.motionlayers.io.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing and reading 16 frames of 2048 x 2048 pixels, 16 bit, as a TIFF, beside the same bytes through a file channel: what the disk (or
 * rather its cache) allows. scripts/bench_tiff.py prints the ratios, and those to tifffile.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TiffBenchmark {

	private static final int SIZE = 2048;
	private static final int FRAMES = 16;

	private Path folder;
	private FrameSeries series;
	private ByteBuffer bytes;
	private Movie written;

	/** Makes the frames and a file of them. */
	@Setup(Level.Trial)
	public void setUp() throws IOException {
		final SplittableRandom random = new SplittableRandom(1);
		final short[] pixels = new short[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (short) random.nextInt(1 << 16);
		final Frame frame = Frame.of(PixelType.UINT16, SIZE, SIZE, pixels);
		series = new FrameSeries(new Movie("noise", PixelType.UINT16, Shape.of(SIZE, SIZE), FRAMES, Calibration.NONE, Display.DEFAULT,
			t -> frame), (t, c) -> "t+" + t, "");
		bytes = ByteBuffer.allocateDirect(2 * SIZE * SIZE);
		folder = Files.createTempDirectory("tiff");
		series.write(folder.resolve("read.tif"), Progress.NONE);
		written = Images.open(folder.resolve("read.tif"));
	}

	/** Removes the files. */
	@TearDown(Level.Trial)
	public void tearDown() throws IOException {
		for (final String name : new String[] { "read.tif", "write.tif", "big.tif", "raw" }) Files.deleteIfExists(folder.resolve(name));
		Files.delete(folder);
	}

	/** Writes a TIFF. */
	@Benchmark
	public void write() throws IOException {
		series.write(folder.resolve("write.tif"), Progress.NONE);
	}

	/** Writes a BigTIFF. */
	@Benchmark
	public void writeBig() throws IOException {
		series.writeBig(folder.resolve("big.tif"), Progress.NONE);
	}

	/** Writes the same bytes. */
	@Benchmark
	public void limitOfWriting() throws IOException {
		try (FileChannel out = FileChannel.open(folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING)) {
			for (int t = 0; t < FRAMES; t++) out.write(bytes.clear());
		}
	}

	/** Reads all frames of a TIFF. */
	@Benchmark
	public long read() {
		long sum = 0;
		for (int t = 0; t < FRAMES; t++) sum += ((short[]) written.frame(t).data())[t];
		return sum;
	}

	/** Reads the same bytes. */
	@Benchmark
	public int limitOfReading() throws IOException {
		try (FileChannel in = FileChannel.open(folder.resolve("read.tif"))) {
			int count = 0;
			for (int t = 0; t < FRAMES; t++) count += in.read(bytes.clear());
			return count;
		}
	}
}
