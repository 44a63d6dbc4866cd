package org.motionlayers.io.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.motionlayers.zarr.OmeWriter;
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
 * Writing 8 frames of 2048 x 2048 pixels, 16 bit, of which 6 bits are noise, as OME-Zarr with its smaller copies, and reading them, beside
 * the bytes of the packed chunks through a file channel. {@code scripts/bench_tiff.py} compares with zarr and numcodecs in Python.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(1)
public class ZarrBenchmark {

	private static final int SIDE = 2048;
	private static final int FRAMES = 8;
	private static final int NOISE = 1 << 6;

	private Path folder;
	private Movie movie;
	private Movie written;
	private long packed;

	/** Draws waves with noise, and writes them once. */
	@Setup(Level.Trial)
	public void setUp() throws IOException {
		final SplittableRandom random = new SplittableRandom(1);
		final short[] pixels = new short[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (1000 + 500 * Math.sin(i % SIDE / 97.0) + random.nextInt(NOISE));
		final Frame frame = Frame.of(PixelType.UINT16, SIDE, SIDE, pixels);
		movie = new Movie("waves", PixelType.UINT16, Shape.of(SIDE, SIDE), FRAMES, Calibration.NONE, Display.DEFAULT, t -> frame);
		folder = Files.createTempDirectory("zarr");
		OmeWriter.image(folder.resolve("read"), movie, Progress.NONE);
		written = Images.open(folder.resolve("read"));
		try (Stream<Path> files = Files.walk(folder.resolve("read"))) {
			packed = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
		}
	}

	/** Removes the files. */
	@TearDown(Level.Trial)
	public void tearDown() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}

	/** Writes the movie. */
	@Benchmark
	public void write() throws IOException {
		OmeWriter.image(folder.resolve("write"), movie, Progress.NONE);
	}

	/** Writes as many bytes as the files have. */
	@Benchmark
	public void limitOfWriting() throws IOException {
		try (FileChannel out = FileChannel.open(folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING)) {
			final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20);
			for (long left = packed; left > 0; left -= bytes.capacity()) out.write(bytes.clear().limit((int) Math.min(bytes.capacity(), left)));
		}
	}

	/** Reads all frames at full resolution. */
	@Benchmark
	public long read() {
		long sum = 0;
		for (int t = 0; t < FRAMES; t++) sum += ((short[]) written.frame(t).data())[t];
		return sum;
	}

	/** Reads as many bytes. */
	@Benchmark
	public long limitOfReading() throws IOException {
		long count = 0;
		try (Stream<Path> files = Files.walk(folder.resolve("read").resolve("0"))) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) count += Files.readAllBytes(file).length;
		}
		return count;
	}
}
