package org.motionlayers.io.stack;

import java.lang.ref.WeakReference;

import ij.ImagePlus;

import org.motionlayers.cache.FrameCache;
import org.motionlayers.cache.LatestWork;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;

/**
 * The frames of a movie for one who scrubs through it: those last looked at are kept, within {@link FrameCache#share}, and the next ones in
 * the direction of the last step are computed ahead by one background thread, which ends when there is nothing to do or the window closes.
 */
final class ScrubbedFrames {

	/** Frames computed ahead: one is looked at while the other is computed. */
	private static final int AHEAD = 2;

	private final Movie movie;
	private final FrameCache<Integer, Frame> kept;
	private final LatestWork background;
	private WeakReference<ImagePlus> window = new WeakReference<>(null);
	private int planes;
	private volatile int last = -1;

	/** @param movie its frames may be asked for by any thread */
	ScrubbedFrames(final Movie movie) {
		this.movie = movie;
		this.kept = new FrameCache<>(FrameCache.share(movie.type().bytes(movie.shape())), frame -> frame.type().bytes(frame.shape()));
		this.background = new LatestWork("Motion Layers: frames ahead of " + movie.title());
	}

	/** From now on frames are computed ahead as long as an image shows them; ImageJ takes the stack from an image that is closed. */
	void shownBy(final ImagePlus image) {
		planes = image.getStackSize();
		window = new WeakReference<>(image);
	}

	/** @return frame t, computed if it is not at hand; not to be written to */
	Frame frame(final int t) {
		final Frame frame = at(t);
		lookAhead(t);
		return frame;
	}

	private Frame at(final int t) {
		return kept.get(t, () -> movie.frame(t));
	}

	private synchronized void lookAhead(final int t) {
		if (t == last) return;
		final int step = Integer.signum(t - last);
		final boolean opening = last < 0;
		last = t;
		if (!opening && isShown()) background.replace(() -> ahead(t, step));
	}

	private void ahead(final int t, final int step) {
		for (int k = 1, next = t + step; k <= AHEAD && next >= 0 && next < movie.frames(); k++, next += step)
			if (last == t && isShown()) at(next);
	}

	private boolean isShown() {
		final ImagePlus image = window.get();
		return image != null && image.getStackSize() == planes;
	}
}
