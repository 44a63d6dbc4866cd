package org.motionlayers.command;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.LabelStacks;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.simulate.body.BodySample;

/**
 * A simulated scene as stacks of as many frames.
 *
 * @param image the frames, 8 bit
 * @param labels of what is seen
 * @param flow displacement of what is seen since the frame before, pixels, 32 bit, channels dx and dy; 0 in the first frame
 * @param depth of what is seen, 32 bit, infinite for the background
 */
record SimulatedStacks(FrameSeries image, FrameSeries labels, FrameSeries flow, FrameSeries depth) {

	private static final List<String> AXES = List.of("dx", "dy");

	/** @return the stacks; frames are drawn when they are looked at */
	static SimulatedStacks of(final BodySample scene) {
		final Movie movie = scene.movie();
		final double fastest = Math.max(1, Math.ceil(fastest(scene)));
		final double farthest = scene.paths().bodies().stream().mapToDouble(body -> body.depth()).max().orElse(1);
		return new SimulatedStacks(new FrameSeries(movie, (t, c) -> "", ""), LabelStacks.of(movie.title() + "-labels", scene.labels(), movie
			.calibration()), new FrameSeries(floats(movie, "flow", AXES.size(), -fastest, fastest, scene::flow), (t, c) -> AXES.get(c) +
				" (pixel)", ""), new FrameSeries(floats(movie, "depth", 1, 0, farthest + 1, scene::depth), (t, c) -> "depth", ""));
	}

	private static Movie floats(final Movie movie, final String what, final int channels, final double minimum, final double maximum,
		final IntFunction<float[]> values)
	{
		final Display display = new Display(Display.Mode.GRAYSCALE, Collections.nCopies(channels, new Display.Channel(minimum, maximum,
			new int[0])));
		return new Movie(movie.title() + "-" + what, PixelType.FLOAT32, movie.shape().withChannels(channels), movie.frames(), movie
			.calibration(), display, t -> new Frame(PixelType.FLOAT32, movie.shape().withChannels(channels), values.apply(t)));
	}

	/** @return the longest step of a centre along an axis, pixels per frame */
	private static double fastest(final BodySample scene) {
		double fastest = 0;
		for (int t = 1; t < scene.frames(); t++) for (int i = 0; i < scene.objects(); i++) for (int d = 0; d < 2; d++) fastest = Math.max(fastest,
			Math.abs(scene.position(t, i, d) - scene.position(t - 1, i, d)));
		return fastest;
	}
}
