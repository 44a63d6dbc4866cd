package org.motionlayers.network.splat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Splatting 1024 x 1024 pixels of 3 channels along a smooth flow. The peer, the same in numpy and PyTorch, is
 * {@code scripts/bench_splat.py}, which runs this one too and prints the ratio; the physical limit is copying what is read and written.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SplatBenchmark {

	static final int SIDE = 1024;
	static final int CHANNELS = 3;

	@Param({ "AVERAGE", "SOFT" })
	SplatMode mode;

	FlowField flow;
	float[] image;
	float[] metric;
	float[] copy;

	@Setup
	public void setUp() {
		final SplittableRandom random = new SplittableRandom(1);
		final int pixels = SIDE * SIDE;
		final float[] dx = new float[pixels], dy = new float[pixels];
		for (int i = 0; i < pixels; i++) {
			final double x = i % SIDE, y = i / SIDE;
			dx[i] = (float) (6 * Math.sin(x / 70) * Math.cos(y / 90));
			dy[i] = (float) (6 * Math.cos(x / 80) * Math.sin(y / 60));
		}
		flow = new FlowField(SIDE, SIDE, dx, dy);
		image = new float[CHANNELS * pixels];
		metric = new float[pixels];
		for (int i = 0; i < image.length; i++) image[i] = (float) random.nextDouble();
		for (int i = 0; i < pixels; i++) metric[i] = (float) random.nextDouble();
		// image, flow and metric in, image out
		copy = new float[image.length * 2 + 3 * pixels];
	}

	@Benchmark
	public float[] splat() {
		return Splatting.of(mode).splat(flow, image, metric);
	}

	@Benchmark
	public float[] limitOfMemory() {
		return copy.clone();
	}
}
