package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Clips as frames of 8 bit. */
final class Pictures {

	static final double BRIGHTEST = 255;

	/** Frames of a strip. */
	private static final int SHOWN = 6;

	private Pictures() {}

	/** @return the frames of a clip */
	static List<Frame> frames(final VideoClip clip) {
		final Shape shape = new Shape(clip.width(), clip.height(), 1, clip.channels());
		final List<Frame> frames = new ArrayList<>();
		for (int t = 0; t < clip.frames(); t++) {
			final float[] values = clip.frame(t);
			final byte[] bytes = new byte[values.length];
			for (int k = 0; k < bytes.length; k++) bytes[k] = (byte) Math.round(BRIGHTEST * values[k]);
			frames.add(new Frame(PixelType.UINT8, shape, bytes));
		}
		return frames;
	}

	/** @return a row of a strip: frames from the first to the last, evenly spaced */
	static FrameStrip.Row row(final String caption, final VideoClip clip) {
		final List<Frame> frames = frames(clip);
		return new FrameStrip.Row(caption, IntStream.range(0, SHOWN).mapToObj(k -> frames.get(frame(k, clip.frames()))).toList());
	}

	/** @return what stands above the columns of a strip of clips of so many frames */
	static List<String> columns(final int frames) {
		return IntStream.range(0, SHOWN).mapToObj(k -> "t = " + frame(k, frames)).toList();
	}

	private static int frame(final int column, final int frames) {
		return (int) Math.round(column * (frames - 1.0) / (SHOWN - 1));
	}
}
