package org.motionlayers.composite;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Video;

/**
 * A video whose frames are composited one by one, each when it is first asked for, and kept while there is memory. Labels, depth and
 * flow of a frame come from one map of what is seen where, and so agree exactly. All methods may be called from any thread.
 */
public final class LazyVideo implements Video {

	private final Scene scene;
	private final Motion motion;
	private final Renderer renderer;
	private final FrameCache<Frame> images;
	private final FrameCache<int[]> objects;
	private final FrameCache<int[]> labels;
	private final FrameCache<float[]> depths;
	private final FrameCache<float[]> flows;

	LazyVideo(final Scene scene, final Motion motion, final Mode mode) {
		this.scene = scene;
		this.motion = motion;
		this.renderer = new Renderer(scene, motion, mode);
		final int count = motion.frames() + 1;
		this.images = new FrameCache<>(count, this::newImage);
		this.objects = new FrameCache<>(count, renderer::objects);
		this.labels = new FrameCache<>(count, this::newLabels);
		this.depths = new FrameCache<>(count, this::newDepth);
		this.flows = new FrameCache<>(count, t -> renderer.flow(t, objects.get(t)));
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
		return images.get(checked(t));
	}

	@Override
	public int[] labels(final int t) {
		return labels.get(checked(t));
	}

	@Override
	public float[] depth(final int t) {
		return depths.get(checked(t));
	}

	@Override
	public float[] flow(final int t) {
		return flows.get(checked(t));
	}

	/**
	 * Composites frame t into an array of the caller's, without keeping it: for writers that use one array again and again.
	 *
	 * @param t 0 to {@link #frames()}
	 * @param destination byte[], short[] or float[] as the scene's pixel type asks for, of {@code scene().shape().values()} elements
	 */
	public void render(final int t, final Object destination) {
		if (scene.type().length(destination) != scene.shape().values()) throw new IllegalArgumentException("A frame needs " + scene.shape()
			.values() + " values, the array has " + scene.type().length(destination) + ".");
		renderer.image(checked(t), destination);
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

	private Frame newImage(final int t) {
		final Object data = scene.type().newArray(scene.shape().values());
		renderer.image(t, data);
		return new Frame(scene.type(), scene.shape(), data);
	}

	private int[] newLabels(final int t) {
		final int[] table = new int[scene.objects() + 1];
		for (int i = 0; i < scene.objects(); i++) table[i + 1] = scene.layers().get(i).label();
		final int[] seen = objects.get(t);
		final int[] result = new int[seen.length];
		for (int p = 0; p < seen.length; p++) result[p] = table[seen[p]];
		return result;
	}

	private float[] newDepth(final int t) {
		final float[] table = new float[scene.objects() + 1];
		table[0] = Float.POSITIVE_INFINITY;
		for (int i = 0; i < scene.objects(); i++) table[i + 1] = scene.layers().get(i).depth();
		final int[] seen = objects.get(t);
		final float[] result = new float[seen.length];
		for (int p = 0; p < seen.length; p++) result[p] = table[seen[p]];
		return result;
	}

	private int checked(final int t) {
		if (t < 0 || t > frames()) throw new IndexOutOfBoundsException("Frame " + t + " of a video whose last frame is " + frames() + ".");
		return t;
	}
}
