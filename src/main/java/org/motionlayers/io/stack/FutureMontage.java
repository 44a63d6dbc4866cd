package org.motionlayers.io.stack;

import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/**
 * Several futures of one scene side by side, row by row in as square a grid as there is, two dark pixels between them: one stack in
 * which the slider moves all of them. 2D and 3D, any channels, values as they are.
 */
public final class FutureMontage {

	/** Pixels between two futures. */
	static final int GAP = 2;

	private FutureMontage() {}

	/**
	 * Lays futures out.
	 *
	 * @param futures of the same scene and as many frames, at least one
	 * @return predicted frames 1 to the last, each composited when it is asked for
	 */
	public static FrameSeries of(final List<Video> futures) {
		final Scene scene = futures.get(0).scene();
		final Shape one = scene.shape();
		final int columns = (int) Math.ceil(Math.sqrt(futures.size())), rows = (futures.size() + columns - 1) / columns;
		final Shape all = new Shape(columns * (one.width() + GAP) - GAP, rows * (one.height() + GAP) - GAP, one.depth(), one.channels());
		final Movie movie = new Movie(scene.title() + "-futures", scene.type(), all, futures.get(0).frames(), scene.calibration(), scene.display(),
			t -> frame(futures, t + 1, columns, all, scene.type()));
		return new FrameSeries(movie, (t, c) -> "t+" + (t + 1) + " " + futures.size() + " possible futures", "");
	}

	private static Frame frame(final List<Video> futures, final int t, final int columns, final Shape all, final PixelType type) {
		final Object page = type.newArray(all.values());
		for (int k = 0; k < futures.size(); k++) {
			final Frame frame = futures.get(k).image(t);
			final Shape one = frame.shape();
			final int left = k % columns * (one.width() + GAP), top = k / columns * (one.height() + GAP);
			for (int plane = 0; plane < one.depth() * one.channels(); plane++) for (int y = 0; y < one.height(); y++) System.arraycopy(frame.data(),
				(plane * one.height() + y) * one.width(), page, (plane * all.height() + top + y) * all.width() + left, one.width());
		}
		return new Frame(type, all, page);
	}
}
