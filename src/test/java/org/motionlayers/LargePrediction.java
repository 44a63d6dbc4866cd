package org.motionlayers;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import ij.ImagePlus;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.StackFormat;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;
import org.motionlayers.ui.PredictionView;
import org.scijava.Context;

/**
 * Prints how long a large prediction takes to open, to be looked at and to be written, and how much memory: 4096 x 4096 pixels of 16 bit with
 * 200 objects. Seconds by the clock and of the processor: on a busy machine they differ. Run with the memory in question:
 *
 * <pre>
 * java -Xmx2g -cp ... org.motionlayers.LargePrediction 1000 20
 * </pre>
 *
 * The arguments are the number of future frames, how many of them are written in every format, 0 for none, and width and height of a frame,
 * 4096 if not given. With less memory than docs/memory.md says it ends with an OutOfMemoryError.
 */
public final class LargePrediction {

	private static final int SIZE = 4096;
	private static final int OBJECTS = 200;
	/** Discs of 120 pixels in frames of 4096. */
	private static final int RADII = 68;
	private static final int LOOKS = 40;

	private LargePrediction() {}

	/** One timed step. */
	@FunctionalInterface
	private interface Step<T> {

		T run() throws Exception;
	}

	/** @param arguments number of frames, frames to write, size of a frame */
	public static void main(final String[] arguments) throws Exception {
		final int frames = Integer.parseInt(arguments[0]), written = Integer.parseInt(arguments[1]);
		final int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SIZE;
		final int[] labels = new int[size * size];
		final short[] pixels = new short[size * size];
		draw(labels, pixels, size);
		final Shape shape = Shape.of(size, size);
		final Movie movie = Movie.of("large", List.of(new Frame(PixelType.UINT16, shape, pixels)));
		final Segmentation segmentation = Segmentation.of(shape, labels);
		try (Context context = new Context(MotionLayersService.class)) {
			final MotionLayersService layers = context.service(MotionLayersService.class);
			final Prediction prediction = predict(layers, movie, segmentation, PredictionOptions.of(frames));
			final ImagePlus video = timed("the video as a stack", () -> VideoStacks.image(prediction.video()).image());
			final ImagePlus seen = timed("the labels as a stack", () -> VideoStacks.labels(prediction.video()).image());
			timed("the overlay", () -> new PredictionView(segmentation, prediction.tracks(), prediction.video()).draw(video, false, Progress.NONE));
			timed("pixels seen of every object in every frame", () -> prediction.video().visiblePixels(t -> {}));
			final Random random = new Random(2);
			look("a frame of the video, anywhere", video, i -> 1 + random.nextInt(frames));
			look("a frame of the labels, anywhere", seen, i -> 1 + random.nextInt(frames));
			look("a frame of the video, one after the other", video, i -> 1 + i % frames);
			look("a frame of the labels, one after the other", seen, i -> 1 + i % frames);
			if (written > 0) write(VideoStacks.image(prediction.video()), Math.min(written, frames));
		}
		System.out.printf("heap at the end %d MB of %d%n", used(), Runtime.getRuntime().maxMemory() >> 20);
	}

	private static void draw(final int[] labels, final short[] pixels, final int size) {
		final Random random = new Random(1);
		final int radius = Math.max(1, size / RADII);
		for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (100 + (i * 31 >>> 4) % 50);
		for (int label = 1; label <= OBJECTS; label++) {
			final int cx = random.nextInt(size), cy = random.nextInt(size);
			for (int y = Math.max(0, cy - radius); y < Math.min(size, cy + radius); y++)
				for (int x = Math.max(0, cx - radius); x < Math.min(size, cx + radius); x++) {
					if (Math.hypot(x - cx, y - cy) > radius) continue;
					labels[y * size + x] = label;
					pixels[y * size + x] = (short) (2000 + 10 * label + x % 17);
				}
		}
	}

	private static <T> T timed(final String what, final Step<T> step) throws Exception {
		final long wall = System.nanoTime(), processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		final T result = step.run();
		System.out.printf("%-48s %7.3f s, processor %7.3f s, heap %d MB%n", what, (System.nanoTime() - wall) / 1e9, (ManagementFactory
			.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9, used());
		return result;
	}

	private static Prediction predict(final MotionLayersService layers, final Movie movie, final Segmentation labels,
		final PredictionOptions options) throws Exception
	{
		final Scene scene = timed("image and labels taken apart", () -> layers.decompose(movie, labels, options, Progress.NONE));
		final Tracks tracks = timed("tracks", () -> layers.track(movie, labels, scene, Progress.NONE));
		final Motion motion = timed("motion of " + options.frames() + " frames", () -> layers.motion(movie, labels, scene, tracks, options,
			Progress.NONE));
		return timed("video", () -> new Prediction(movie, labels, scene, tracks, motion, layers.composite(scene, motion, options.mode())));
	}

	private static void look(final String what, final ImagePlus stack, final IntUnaryOperator plane) {
		final double[] wall = new double[LOOKS], processor = new double[LOOKS];
		for (int i = 0; i < LOOKS; i++) {
			final int n = plane.applyAsInt(i);
			final long start = System.nanoTime(), cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			stack.getStack().getProcessor(n);
			wall[i] = (System.nanoTime() - start) / 1e6;
			processor[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
		}
		Arrays.sort(wall);
		Arrays.sort(processor);
		System.out.printf("%-48s median %.1f ms, longest %.1f ms; processor %.1f and %.1f ms, heap %d MB%n", what, wall[LOOKS / 2], wall[LOOKS - 1],
			processor[LOOKS / 2], processor[LOOKS - 1], used());
	}

	private static void write(final FrameSeries series, final int frames) throws Exception {
		final Path folder = Files.createTempDirectory("large");
		final FrameSeries some = new FrameSeries(series.movie().head(frames), series.labels(), series.info());
		try (OutputFolder out = OutputFolder.open(folder.resolve("out"), false)) {
			for (final StackFormat format : StackFormat.values()) timed(frames + " frames as " + format, () -> {
				format.write(out, "video-" + format, some, Progress.NONE);
				return format;
			});
		}
		Files.delete(folder);
	}

	private static long used() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory() >> 20;
	}
}
