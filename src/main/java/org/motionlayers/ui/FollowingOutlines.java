package org.motionlayers.ui;

import java.awt.GraphicsEnvironment;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.motionlayers.cache.LatestWork;

/**
 * Outlines of the frame that is looked at, in an overlay that follows the slider: for stacks too large to outline all their frames
 * beforehand. They are drawn in the background; a user who scrubs sees them on pausing. Lives as long as its image, and ends where the user
 * takes the overlay away.
 */
final class FollowingOutlines {

	private static final String PROPERTY = "Motion Layers outlines";

	private final ImagePlus stack;
	private final Overlay overlay;
	private final IntFunction<List<Roi>> outlines;
	private final LatestWork background;
	private Set<Roi> drawn = Set.of();
	private volatile int wanted;

	private FollowingOutlines(final ImagePlus stack, final Overlay overlay, final IntFunction<List<Roi>> outlines) {
		this.stack = stack;
		this.overlay = overlay;
		this.outlines = outlines;
		this.background = new LatestWork("Motion Layers: outlines of " + stack.getTitle());
	}

	/**
	 * Draws the outlines of the first frame, and from then on those of the frame that is looked at.
	 *
	 * @param stack the image
	 * @param overlay its overlay; what else is in it stays
	 * @param outlines gives those of a frame, from 1
	 */
	static void follow(final ImagePlus stack, final Overlay overlay, final IntFunction<List<Roi>> outlines) {
		final FollowingOutlines following = new FollowingOutlines(stack, overlay, outlines);
		following.wanted = 1;
		following.draw(1);
		stack.setProperty(PROPERTY, following);
		if (!GraphicsEnvironment.isHeadless()) ImagePlus.addImageListener(new Listener(new WeakReference<>(following)));
	}

	/** @return what follows the slider of an image, null for none */
	static FollowingOutlines of(final ImagePlus stack) {
		return (FollowingOutlines) stack.getProperty(PROPERTY);
	}

	/** @return whether the overlay is still that of the image */
	private boolean isWanted() {
		return stack.getOverlay() == overlay;
	}

	/** Draws the frame that is looked at, if another was. */
	void update() {
		final int frame = 1 + (stack.getCurrentSlice() - 1) / (stack.getNChannels() * stack.getNSlices());
		if (frame == wanted) return;
		wanted = frame;
		background.replace(() -> {
			if (wanted == frame && isWanted()) draw(frame);
		});
	}

	private synchronized void draw(final int frame) {
		final List<Roi> next = outlines.apply(frame);
		final List<Roi> others = Arrays.stream(overlay.toArray()).filter(roi -> !drawn.contains(roi)).toList();
		overlay.clear();
		others.forEach(overlay::add);
		next.forEach(overlay::add);
		drawn = new HashSet<>(next);
		stack.draw();
	}

	/** ImageJ keeps its listeners for ever: this one keeps nothing, and goes with the image. */
	private record Listener(WeakReference<FollowingOutlines> outlines) implements ImageListener {

		@Override
		public void imageOpened(final ImagePlus image) {
			imageUpdated(image);
		}

		@Override
		public void imageUpdated(final ImagePlus image) {
			final FollowingOutlines following = outlines.get();
			if (following == null || image == following.stack && !following.isWanted()) ImagePlus.removeImageListener(this);
			else if (image == following.stack) following.update();
		}

		@Override
		public void imageClosed(final ImagePlus image) {
			final FollowingOutlines following = outlines.get();
			if (following == null || image == following.stack) ImagePlus.removeImageListener(this);
		}
	}
}
