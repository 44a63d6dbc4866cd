package org.motionlayers.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.motionlayers.decompose.Decomposer;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
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
 * Compositing 16 frames of 2048 x 2048 pixels, 16 bit, with 1,000 round objects of about 380 pixels, in one thread, against
 * System.arraycopy of the same frames: the physical limit of anything that writes them. {@code scripts/bench_composite.py} prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompositorBenchmark {

	private static final int SIZE = 2048;
	private static final int OBJECTS = 1000;
	private static final int FRAMES = 16;
	private static final int RADIUS = 11;

	private Scene scene;
	private LazyVideo video;
	private Motion motion;
	private short[][] frames;

	/** Makes the scene: objects do not overlap at rest, and move by up to 3 pixels a frame. */
	@Setup(Level.Trial)
	public void setUp() {
		final SplittableRandom random = new SplittableRandom(1);
		final short[] image = new short[SIZE * SIZE];
		for (int i = 0; i < image.length; i++) image[i] = (short) random.nextInt(1 << 16);
		final Frame frame = Frame.of(PixelType.UINT16, SIZE, SIZE, image);
		final Segmentation labels = Segmentation.of(Shape.of(SIZE, SIZE), discs(random));
		scene = new Scene("discs", frame, Decomposer.layers(frame, labels, 0, Optional.empty(), Progress.NONE), Calibration.NONE,
			Display.DEFAULT);
		final double[] velocities = new double[2 * OBJECTS];
		for (int i = 0; i < velocities.length; i++) velocities[i] = 6 * random.nextDouble() - 3;
		motion = Motion.constant(scene.labels(), FRAMES, 2, velocities, new double[0], new Motion.Provenance("benchmark", 1, Map.of()));
		video = Compositor.composite(scene, motion);
		frames = new short[FRAMES][SIZE * SIZE];
	}

	private static int[] discs(final SplittableRandom random) {
		final int[] labels = new int[SIZE * SIZE];
		final List<int[]> centres = new ArrayList<>();
		while (centres.size() < OBJECTS) {
			final int x = RADIUS + random.nextInt(SIZE - 2 * RADIUS), y = RADIUS + random.nextInt(SIZE - 2 * RADIUS);
			if (centres.stream().anyMatch(c -> Math.hypot(c[0] - x, c[1] - y) < 2 * RADIUS + 1)) continue;
			centres.add(new int[] { x, y });
			for (int dy = -RADIUS; dy <= RADIUS; dy++)
				for (int dx = -RADIUS; dx <= RADIUS; dx++)
					if (dx * dx + dy * dy <= RADIUS * RADIUS) labels[(y + dy) * SIZE + x + dx] = centres.size();
		}
		return labels;
	}

	/** The limit: the same bytes into the same arrays. */
	@Benchmark
	public short[][] arraycopy() {
		for (final short[] frame : frames) System.arraycopy(scene.background().data(), 0, frame, 0, frame.length);
		return frames;
	}

	/** Compositing into the same arrays. */
	@Benchmark
	public short[][] composite() {
		for (int t = 1; t <= FRAMES; t++) video.render(t, frames[t - 1]);
		return frames;
	}

	/** Compositing as users of the library do, a new array a frame. */
	@Benchmark
	public int compositeNewFrames() {
		final LazyVideo fresh = Compositor.composite(scene, motion);
		int sum = 0;
		for (int t = 1; t <= FRAMES; t++) sum += ((short[]) fresh.image(t).data())[t];
		return sum;
	}

	/** What {@link #compositeNewFrames} can reach at best: a clone a frame. */
	@Benchmark
	public int cloneFrames() {
		int sum = 0;
		for (int t = 1; t <= FRAMES; t++) sum += ((short[]) scene.background().data()).clone()[t];
		return sum;
	}
}
