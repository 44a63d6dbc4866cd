package org.motionlayers.decompose;

import java.util.concurrent.TimeUnit;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
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
 * Filling one hole of 512 x 512 pixels in a frame of 1024 x 1024, 16 bit. {@code scripts/bench_inpaint.py} draws the same frame, compares
 * with OpenCV and with a sparse solver of the same equation, and with copying the values of all pixels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
@Fork(1)
public class InpaintBenchmark {

	private static final int SIDE = 1024, HOLE = 512;

	private Movie movie;
	private Segmentation labels;
	private float[] values;

	/** Draws waves, and a square object in the middle. */
	@Setup(Level.Trial)
	public void setUp() {
		final short[] pixels = new short[SIDE * SIDE];
		final int[] drawn = new int[SIDE * SIDE];
		final int first = (SIDE - HOLE) / 2;
		for (int y = 0; y < SIDE; y++) for (int x = 0; x < SIDE; x++) {
			pixels[y * SIDE + x] = (short) (20000 + 9000 * Math.sin(x / 97.0) * Math.cos(y / 71.0) + 5000 * Math.sin((x + y) / 41.0));
			if (x >= first && x < first + HOLE && y >= first && y < first + HOLE) drawn[y * SIDE + x] = 1;
		}
		final Frame frame = Frame.of(PixelType.UINT16, SIDE, SIDE, pixels);
		movie = new Movie("waves", PixelType.UINT16, frame.shape(), 1, Calibration.NONE, Display.DEFAULT, t -> frame);
		labels = Segmentation.of(Shape.of(SIDE, SIDE), drawn);
		values = new float[SIDE * SIDE];
	}

	/** @return the frame, its hole filled as a soap film */
	@Benchmark
	public Frame harmonic() {
		return new HarmonicInpainter().inpaint(movie, labels, 1, Progress.NONE);
	}

	/** @return the frame, its hole filled as a soap film with grain: what is done by default where one frame was observed */
	@Benchmark
	public Frame noise() {
		return new NoiseInpainter().inpaint(movie, labels, 1, Progress.NONE);
	}

	/** @return as many values as the frame has, copied */
	@Benchmark
	public float[] limitOfMemory() {
		return values.clone();
	}
}
