package org.motionlayers.io.stack;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.FrameSource;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/**
 * The stacks of a video: predicted frames 1 to {@link Video#frames()}, computed when looked at; their movies keep none. Planes are called after their time against
 * the reference frame: "t+3 predicted", "t-1 observed".
 *
 * <pre>
 * VideoStacks.image(video).image().show();
 * </pre>
 */
public final class VideoStacks {

	private static final List<String> AXES = List.of("dx", "dy", "dz");

	/** What the first predicted frame is called. */
	private static final Pattern FIRST_PREDICTED = Pattern.compile("t\\+1 predicted");

	/** Computes frame t of a video into an array. */
	@FunctionalInterface
	private interface Painter {

		void paint(int t, Object array);
	}

	private VideoStacks() {}

	/** @return the predicted frames, calibrated and shown as the image that they come from */
	public static FrameSeries image(final Video video) {
		final Scene scene = video.scene();
		return series(video, "predicted", scene.type(), scene.shape(), scene.display(), video::render, "predicted");
	}

	/**
	 * @param observed frames up to the reference frame, put in front
	 * @return observed and predicted frames
	 */
	public static FrameSeries image(final Movie observed, final Video video) {
		return behind(observed, image(video));
	}

	/** @return labels of the predicted frames in distinct colours, see {@link LabelCoding} */
	public static FrameSeries labels(final Video video) {
		return labels(video, LabelCoding.of(IntStream.of(video.scene().labels())));
	}

	/**
	 * @param observed labels up to the reference frame, put in front; they are looked through once
	 * @return labels of observed and predicted frames
	 */
	public static FrameSeries labels(final Segmentation observed, final Video video) {
		final IntStream known = IntStream.range(0, observed.frames()).flatMap(t -> IntStream.of(LabelCoding.distinct(observed.labels(t))));
		final LabelCoding coding = LabelCoding.of(IntStream.concat(known, IntStream.of(video.scene().labels())));
		final Movie front = new Movie(video.scene().title(), coding.type(), observed.shape(), observed.frames(), video.scene().calibration(),
			coding.display(), t -> coding.frame(observed.shape(), observed.labels(t)));
		return behind(front, labels(video, coding));
	}

	/** @return labels of the reference frame in distinct colours, see {@link LabelCoding} */
	public static FrameSeries labels(final Scene scene) {
		final LabelCoding coding = LabelCoding.of(IntStream.of(scene.labels()));
		final Movie movie = new Movie(scene.title() + "-labels", coding.type(), scene.shape().withChannels(1), 1, scene.calibration(), coding
			.display(), t -> coding.frame(scene.shape(), scene.labelImage()));
		return new FrameSeries(movie, (t, c) -> "labels", coding.table());
	}

	private static FrameSeries labels(final Video video, final LabelCoding coding) {
		final Object values = coding.values(video.scene().labels());
		final FrameSeries series = series(video, "labels", coding.type(), video.scene().shape().withChannels(1), coding.display(), (t, array) -> video
			.paint(t, values, array), "predicted labels");
		return new FrameSeries(series.movie(), series.labels(), coding.table());
	}

	/**
	 * Asks the names of planes, which are kept by the images and files that we make.
	 *
	 * @param names of all planes of a stack, in its order; null where a plane has none
	 * @param planes number of planes of a frame
	 * @return how many leading frames were observed, where the names say that later ones are predicted
	 */
	public static OptionalInt observedFrames(final List<String> names, final int planes) {
		return IntStream.range(0, names.size() / planes).filter(t -> FIRST_PREDICTED.matcher(String.valueOf(names.get(t * planes))).lookingAt())
			.findFirst();
	}

	/** @return depth of what is seen at every pixel of the predicted frames, 32 bit, infinite for the background */
	public static FrameSeries depth(final Video video) {
		final Shape shape = video.scene().shape().withChannels(1);
		final List<ObjectLayer> layers = video.scene().layers();
		final double nearest = layers.stream().mapToDouble(ObjectLayer::depth).min().orElse(0);
		final double farthest = layers.stream().mapToDouble(ObjectLayer::depth).max().orElse(1);
		final Display display = new Display(Display.Mode.GRAYSCALE, List.of(new Display.Channel(nearest, farthest > nearest ? farthest : nearest +
			1, new int[0])));
		final float[] values = video.scene().depths();
		return series(video, "depth", PixelType.FLOAT32, shape, display, (t, array) -> video.paint(t, values, array), "predicted depth");
	}

	/** @return displacement of what is seen at every pixel since the frame before, pixels, 32 bit, channels dx, dy(, dz) */
	public static FrameSeries flow(final Video video) {
		final int dimensions = video.scene().shape().dimensions();
		final Shape shape = video.scene().shape().withChannels(dimensions);
		final double range = Math.max(1, Math.ceil(largestStep(video.motion())));
		final Display display = new Display(Display.Mode.GRAYSCALE, java.util.Collections.nCopies(dimensions, new Display.Channel(-range, range,
			new int[0])));
		final FrameSeries series = series(video, "flow", PixelType.FLOAT32, shape, display, (t, array) -> video.flow(t,
			(float[]) array), "");
		return new FrameSeries(series.movie(), (t, c) -> "t+" + (t + 1) + " predicted " + AXES.get(c) + " (pixel)", "");
	}

	/** @return the longest step along an axis from frame to frame, pixels */
	private static double largestStep(final Motion motion) {
		double largest = 0;
		for (int t = 1; t <= motion.frames(); t++) for (int d = 0; d < motion.dimensions(); d++) {
			largest = Math.max(largest, Math.abs(motion.camera(t, d) - motion.camera(t - 1, d)));
			for (int o = 0; o < motion.objects(); o++) largest = Math.max(largest, Math.abs(motion.layerDisplacement(t, o, d) - motion
				.layerDisplacement(t - 1, o, d)));
		}
		return largest;
	}

	private static FrameSeries series(final Video video, final String what, final PixelType type, final Shape shape, final Display display,
		final Painter painter, final String label)
	{
		final Scene scene = video.scene();
		final FrameSource frames = FrameSource.of(type, shape, (t, spare) -> {
			painter.paint(t + 1, spare);
			return new Frame(type, shape, spare);
		});
		return new FrameSeries(new Movie(scene.title() + "-" + what, type, shape, video.frames(), scene.calibration(), display, frames), (t, c) -> "t+" +
			(t + 1) + " " + label, "");
	}

	private static FrameSeries behind(final Movie front, final FrameSeries rest) {
		final Movie movie = rest.movie();
		final int observed = front.frames();
		final Movie both = new Movie(movie.title(), movie.type(), movie.shape(), observed + movie.frames(), movie.calibration(), movie
			.display(), FrameSource.of(movie.type(), movie.shape(), (t, spare) -> t < observed ? front.frame(t, spare) : movie.frame(t - observed,
				spare)));
		return new FrameSeries(both, (t, c) -> t < observed ? observedLabel(t - observed + 1) : rest.labels().of(t - observed, c), rest.info());
	}

	private static String observedLabel(final int time) {
		return (time == 0 ? "t" : "t" + time) + " observed";
	}
}
