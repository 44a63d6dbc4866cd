package org.motionlayers.ui;

import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/**
 * A prediction as ImageJ shows it: the predicted stack with an overlay of every object's path and its outline in the current frame, in the
 * colours of the labels, and plots over time. <i>Image &gt; Overlay &gt; Hide Overlay</i> and <i>Show Overlay</i> toggle the overlay.
 */
public final class PredictionView {

	/** Regions that an overlay takes without slowing down the window. */
	private static final long MAXIMUM_OUTLINES = 50_000;

	private final Segmentation observed;
	private final Video video;
	private final Paths paths;

	/**
	 * @param observed labels of the observed frames
	 * @param tracks where the objects were in them
	 * @param video the predicted frames
	 */
	public PredictionView(final Segmentation observed, final Tracks tracks, final Video video) {
		this.observed = observed;
		this.video = video;
		this.paths = new Paths(tracks, video);
	}

	/**
	 * Puts the overlay onto a stack of the video. On a virtual stack, the outlines are those of the frame that is looked at.
	 *
	 * @param stack predicted frames, maybe with the observed ones in front
	 * @param observedInFront whether they are
	 * @param progress is told and asked once a frame
	 * @return what the user should know, if anything
	 */
	public Optional<String> draw(final ImagePlus stack, final boolean observedInFront, final Progress progress) {
		final Overlay overlay = new Overlay();
		new PathLines(paths).addTo(overlay);
		stack.setOverlay(overlay);
		final int front = observedInFront ? observed.frames() : 0;
		final boolean following = stack.getStack().isVirtual();
		final long outlines = (long) paths.objects() * video.scene().shape().depth() * (following ? 1 : front + video.frames());
		if (outlines > MAXIMUM_OUTLINES) return Optional.of("The overlay shows paths alone: " + outlines +
			" outlines would slow ImageJ down; rois=true writes them into a file.");
		if (following) FollowingOutlines.follow(stack, overlay, t -> outlines(stack, t, front));
		else for (int t = 1; t <= front + video.frames(); t++) {
			progress.update(t - 1, stack.getNFrames(), "drawing outlines");
			outlines(stack, t, front).forEach(overlay::add);
		}
		return Optional.empty();
	}

	private List<Roi> outlines(final ImagePlus stack, final int t, final int front) {
		return Positions.outlines(stack, t <= front ? observed.labels(t - 1) : video.labels(t - front), video.scene().shape(), t);
	}

	/**
	 * Shows displacement and speed of every object over time in windows.
	 *
	 * @param title of the stack
	 */
	public void plot(final String title) {
		final TrackPlots plots = new TrackPlots(paths, video.scene().calibration());
		plots.displacement(title).show();
		plots.speed(title).show();
	}
}
