package org.motionlayers.io.track;

import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/** What a table of labels alone has for a video: a scene without objects, and no frames to come. */
final class NoVideo implements Video {

	private final Scene scene;
	private final Motion motion;

	/**
	 * @param shape size of a frame
	 * @param title what the image is called
	 * @param calibration of the image
	 */
	NoVideo(final Shape shape, final String title, final Calibration calibration) {
		final Shape flat = shape.withChannels(1);
		scene = new Scene(title, new Frame(PixelType.UINT8, flat, new byte[flat.values()]), List.of(), calibration, Display.DEFAULT);
		motion = new Motion(new int[0], 0, shape.dimensions(), new double[0], new double[0], new double[0], new Motion.Provenance("none", 0, Map
			.of()));
	}

	@Override
	public Scene scene() {
		return scene;
	}

	@Override
	public Motion motion() {
		return motion;
	}

	@Override
	public Frame image(final int t) {
		throw beyond(t);
	}

	@Override
	public int[] labels(final int t) {
		throw beyond(t);
	}

	@Override
	public float[] depth(final int t) {
		throw beyond(t);
	}

	@Override
	public float[] flow(final int t) {
		throw beyond(t);
	}

	private static IndexOutOfBoundsException beyond(final int t) {
		return new IndexOutOfBoundsException("Frame " + t + " of a video without frames.");
	}
}
