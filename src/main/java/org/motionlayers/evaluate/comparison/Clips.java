package org.motionlayers.evaluate.comparison;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * The clips that one video is cut into so that it can be compared as a set: either tiles of a few frames that nowhere overlap, or whole
 * frames, every clip beginning one frame after the one before.
 */
public final class Clips {

	private final Features features;
	private final int frames;
	private final int length;

	private Clips(final Features features, final int frames) {
		this.features = features;
		this.frames = frames;
		// at most half of the video, so that there are several clips, unless a clip needs more
		this.length = Math.min(features.clipLength(), Math.max(features.framesNeeded(), frames / 2));
	}

	/**
	 * Cuts videos of a length.
	 *
	 * @param features what looks at the clips
	 * @param frames length of the video
	 */
	public static Clips of(final Features features, final int frames) {
		return new Clips(features, frames);
	}

	/** @return why there can be none, an empty text where there can */
	String lack(final Shape shape) {
		if (length > frames) return "a clip needs " + features.framesNeeded() + " frames, there are " + frames + ".";
		final int count = firsts().size() * tiles(shape).size();
		return count < 2 ? "a distribution needs at least two clips, there are " + count + "." : "";
	}

	/** @return what a clip is and what looks at it */
	String description() {
		return features.description() + "; clips of " + length + (length == 1 ? " frame" : " frames") + (features.tile() > 0 ? ", tiles of " +
			features.tile() + " x " + features.tile() + " pixels" : ", whole frames");
	}

	/**
	 * Looks at every clip.
	 *
	 * @param video as many frames as said
	 * @param progress is told and asked
	 * @return a feature vector a clip
	 */
	public double[][] features(final List<Frame> video, final Progress progress) {
		final List<double[]> all = new ArrayList<>();
		for (final int first : firsts()) {
			progress.update(first, frames, "extracting features");
			final List<Frame> clip = new ArrayList<>();
			for (int t = first; t < first + length; t++) clip.add(video.get(t));
			for (final int[] tile : tiles(clip.get(0).shape())) all.add(features.of(clip.stream().map(frame -> cut(frame, tile)).toList()));
		}
		return all.toArray(double[][]::new);
	}

	private List<Integer> firsts() {
		final List<Integer> firsts = new ArrayList<>();
		final int step = features.tile() > 0 ? length : 1;
		for (int t = 0; t + length <= frames; t += step) firsts.add(t);
		return firsts;
	}

	/** Left, top, width and height; a frame smaller than a tile is one. */
	private List<int[]> tiles(final Shape shape) {
		final int w = features.tile() > 0 ? Math.min(features.tile(), shape.width()) : shape.width();
		final int h = features.tile() > 0 ? Math.min(features.tile(), shape.height()) : shape.height();
		final List<int[]> tiles = new ArrayList<>();
		for (int y = 0; y + h <= shape.height(); y += h) for (int x = 0; x + w <= shape.width(); x += w) tiles.add(new int[] { x, y, w, h });
		return tiles;
	}

	private static Frame cut(final Frame frame, final int[] tile) {
		final Shape from = frame.shape(), to = new Shape(tile[2], tile[3], from.depth(), from.channels());
		if (to.equals(from)) return frame;
		final Object data = frame.type().newArray(to.values());
		for (int plane = 0; plane < from.depth() * from.channels(); plane++) for (int y = 0; y < to.height(); y++) System.arraycopy(frame.data(),
			plane * from.planeSize() + (tile[1] + y) * from.width() + tile[0], data, plane * to.planeSize() + y * to.width(), to.width());
		return new Frame(frame.type(), to, data);
	}
}
