package org.motionlayers;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.motionlayers.composite.Compositor;
import org.motionlayers.composite.LazyVideo;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.TrackMeasurer;
import org.motionlayers.predict.VelocityPredictor;
import org.motionlayers.predict.hierarchical.HierarchicalPredictor;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the time of every stage grows with objects, pixels, frames and channels: {@code scripts/bench_growth.py} varies one of them at a time
 * and draws the curves. Objects are discs of 13 pixels on a grid that move by up to a pixel while observed, so that none meets another.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class GrowthBenchmark {

	private static final int RADIUS = 2;

	@Param("1000")
	int objects;

	/** Pixels along x and y. */
	@Param("1024")
	int side;

	/** Frames observed, and as many predicted. */
	@Param("4")
	int frames;

	@Param("1")
	int channels;

	private Movie movie;
	private Segmentation labels;
	private Scene scene;
	private PredictionRequest request;
	private LazyVideo video;
	private short[] canvas;

	/** Draws the movie, and does every stage once, as the next one needs it. */
	@Setup(Level.Trial)
	public void setUp() {
		final Shape space = Shape.of(side, side), shape = new Shape(side, side, 1, channels);
		final SplittableRandom random = new SplittableRandom(1);
		final short[] noise = new short[shape.values()];
		for (int i = 0; i < noise.length; i++) noise[i] = (short) random.nextInt(1 << 12);
		final int[][] drawn = new int[frames][];
		for (int t = 0; t < frames; t++) drawn[t] = discs(t);
		final Frame frame = new Frame(PixelType.UINT16, shape, noise);
		movie = new Movie("discs", PixelType.UINT16, shape, frames, Calibration.NONE, Display.DEFAULT, t -> frame);
		labels = Segmentation.of(space, drawn);
		scene = new Scene("discs", frame, decompose(), Calibration.NONE, Display.DEFAULT);
		request = new PredictionRequest(scene, movie, labels, track(), Cues.NONE, frames, 1);
		video = Compositor.composite(scene, velocity());
		canvas = new short[shape.values()];
	}

	private int[] discs(final int t) {
		final int[] pixels = new int[side * side];
		final int across = (int) Math.ceil(Math.sqrt(objects));
		final double pitch = (side - 2 * RADIUS - 2.0) / across;
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < objects; i++) {
			final double part = t / (double) frames;
			final int x = (int) (RADIUS + 1 + (i % across + .5) * pitch + part * random.nextDouble() - .5);
			final int y = (int) (RADIUS + 1 + (i / across + .5) * pitch + part * random.nextDouble() - .5);
			for (int dy = -RADIUS; dy <= RADIUS; dy++) for (int dx = -RADIUS; dx <= RADIUS; dx++)
				if (dx * dx + dy * dy <= RADIUS * RADIUS) pixels[(y + dy) * side + x + dx] = i + 1;
		}
		return pixels;
	}

	/** @return the layers of the reference frame */
	@Benchmark
	public List<ObjectLayer> decompose() {
		return Decomposer.layers(movie.frame(frames - 1), labels, frames - 1, Optional.empty(), Progress.NONE);
	}

	/** @return where the objects and the camera were */
	@Benchmark
	public Tracks track() {
		return new TrackMeasurer().measure(movie, labels, scene, Progress.NONE);
	}

	/** @return motion at constant velocity */
	@Benchmark
	public Motion velocity() {
		return new VelocityPredictor().predict(request, Progress.NONE);
	}

	/** @return motion by the default predictor */
	@Benchmark
	public Motion hierarchical() {
		return new HierarchicalPredictor().predict(request, Progress.NONE);
	}

	/** @return a pixel of the last of all predicted frames */
	@Benchmark
	public int composite() {
		for (int t = 1; t <= frames; t++) video.render(t, canvas);
		return canvas[0];
	}
}
