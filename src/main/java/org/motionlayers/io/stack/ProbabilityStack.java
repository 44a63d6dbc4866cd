package org.motionlayers.io.stack;

import java.util.List;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** How probably an object covers each pixel of the predicted frames, as a stack: 32 bit, one channel, 0 to 1, calibrated as the image. */
public final class ProbabilityStack {

	private ProbabilityStack() {}

	/** @return predicted frames 1 to the last, each computed when it is asked for */
	public static FrameSeries of(final Futures futures) {
		final Scene scene = futures.scene();
		final Shape shape = scene.shape().withChannels(1);
		final Display display = new Display(Display.Mode.GRAYSCALE, List.of(new Display.Channel(0, 1, new int[0])));
		final Movie movie = new Movie(scene.title() + "-probability", PixelType.FLOAT32, shape, futures.expected().frames(), scene.calibration(),
			display, t -> new Frame(PixelType.FLOAT32, shape, futures.probability(t + 1)));
		return new FrameSeries(movie, (t, c) -> "t+" + (t + 1) + " probability of an object", "");
	}
}
