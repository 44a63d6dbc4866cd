package org.motionlayers.composite;

import java.lang.reflect.Array;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.motionlayers.cache.FrameCache;
import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Video;

/**
 * A video whose frames are composited one by one, each when it is asked for; those last looked at are kept, within {@link FrameCache#share}.
 * Image, labels, depth and flow of a frame are painted from the same runs in the same order, and so agree exactly. The video holds the
 * scene, its patches packed anew for painting, and the motion, as long as somebody holds the video. All methods may be called from any thread.
 */
public final class LazyVideo implements Video {

	private final Scene scene;
	private final Motion motion;
	private final Renderer renderer;
	private final FrameCache<Key, Object> kept;

	/** What is kept of a frame. */
	private enum Kind {
		IMAGE, LABELS, DEPTH, FLOW
	}

	private record Key(Kind kind, int t) {}

	LazyVideo(final Scene scene, final Motion motion, final Mode mode) {
		this.scene = scene;
		this.motion = motion;
		this.renderer = new Renderer(scene, motion, mode);
		this.kept = new FrameCache<>(FrameCache.share((long) Float.BYTES * scene.shape().pixels() * Math.max(scene.shape()
			.dimensions(), scene.shape().channels())), LazyVideo::bytes);
	}

	private static long bytes(final Object frame) {
		return frame instanceof final Frame image ? image.type().bytes(image.shape()) : (long) Integer.BYTES * Array.getLength(frame);
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
		return (Frame) kept.get(new Key(Kind.IMAGE, checked(t)), () -> {
			final Object data = scene.type().newArray(scene.shape().values());
			renderer.image(t, data);
			return new Frame(scene.type(), scene.shape(), data);
		});
	}

	@Override
	public int[] labels(final int t) {
		return (int[]) kept.get(new Key(Kind.LABELS, checked(t)), () -> {
			final int[] labels = new int[scene.shape().pixels()];
			renderer.paint(t, IntStream.concat(IntStream.of(0), IntStream.of(scene.labels())).toArray(), labels, 0);
			return labels;
		});
	}

	@Override
	public float[] depth(final int t) {
		return (float[]) kept.get(new Key(Kind.DEPTH, checked(t)), () -> {
			final float[] depth = new float[scene.shape().pixels()];
			renderer.paint(t, scene.depths(), depth, 0);
			return depth;
		});
	}

	@Override
	public float[] flow(final int t) {
		return (float[]) kept.get(new Key(Kind.FLOW, checked(t)), () -> {
			final float[] flow = new float[scene.shape().pixels() * scene.shape().dimensions()];
			renderer.flow(t, flow);
			return flow;
		});
	}

	@Override
	public void render(final int t, final Object destination) {
		require(scene.type().length(destination), scene.shape().values());
		renderer.image(checked(t), destination);
	}

	@Override
	public void paint(final int t, final Object values, final Object destination) {
		require(Array.getLength(values), scene.objects() + 1);
		require(Array.getLength(destination), scene.shape().pixels());
		renderer.paint(checked(t), values, destination, 0);
	}

	@Override
	public void flow(final int t, final float[] destination) {
		require(destination.length, scene.shape().pixels() * scene.shape().dimensions());
		renderer.flow(checked(t), destination);
	}

	@Override
	public int[][] visiblePixels(final IntConsumer told) {
		final int[][] counts = new int[frames()][];
		for (int t = 1; t <= frames(); t++) {
			told.accept(t);
			counts[t - 1] = renderer.visible(t);
		}
		return counts;
	}

	private static void require(final int found, final int needed) {
		if (found != needed) throw new IllegalArgumentException("A frame needs " + needed + " values, the array has " + found + ".");
	}

	/** @return the pixels as x, y, z, channel, t, one frame a cell; t = 0 is the reference frame */
	public Img<? extends RealType<?>> image() {
		return LazyStack.image(this);
	}

	/** @return the labels as x, y, z, t, one frame a cell; t = 0 is the reference frame */
	public Img<IntType> labels() {
		return LazyStack.labels(this);
	}

	/** @return the depth as x, y, z, t, one frame a cell; t = 0 is the reference frame */
	public Img<FloatType> depth() {
		return LazyStack.depth(this);
	}

	/** @return the optical flow in pixels as x, y, z, dimension, t, one frame a cell; t = 0 is the reference frame */
	public Img<FloatType> flow() {
		return LazyStack.flow(this);
	}

	private int checked(final int t) {
		if (t < 0 || t > frames()) throw new IndexOutOfBoundsException("Frame " + t + " of a video whose last frame is " + frames() + ".");
		return t;
	}
}
