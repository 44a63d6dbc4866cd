package org.motionlayers.composite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Computes single frames of a video, each from the scene alone; keeps nothing of them. Any number of threads may call it. */
final class Renderer {

	private final Scene scene;
	private final Motion motion;
	private final Mode mode;
	private final SpriteSheet sheet;
	private final int[] farToNear;
	private final int[] halosFarToNear;
	private final boolean rotates;

	/**
	 * @param scene background and layers
	 * @param motion of the layers, in their order
	 * @param mode what happens where layers meet
	 */
	Renderer(final Scene scene, final Motion motion, final Mode mode) {
		this.scene = scene;
		this.motion = motion;
		this.mode = mode;
		this.sheet = new SpriteSheet(scene);
		this.rotates = motion.rotates();
		final Comparator<ObjectLayer> nearToFar = Comparator.comparingDouble(ObjectLayer::depth).thenComparingInt(ObjectLayer::label);
		this.farToNear = farToNear(0, scene.objects(), nearToFar);
		this.halosFarToNear = farToNear(scene.objects(), sheet.sprites(), nearToFar);
	}

	private int[] farToNear(final int from, final int to, final Comparator<ObjectLayer> nearToFar) {
		return IntStream.range(from, to).boxed().sorted(Comparator.<Integer, ObjectLayer>comparing(sheet::layer, nearToFar).reversed())
			.mapToInt(i -> i).toArray();
	}

	/** Paints all channels of frame t into an array of the scene's type and size. */
	void image(final int t, final Object destination) {
		final Stage stage = new Stage(sheet);
		for (final int halo : halosFarToNear) add(stage, t, halo);
		for (final int object : farToNear) add(stage, t, object);
		final Background background = new Background(scene.background(), camera(t, 0), camera(t, 1), camera(t, 2));
		for (int c = 0; c < scene.shape().channels(); c++) stage.paint(canvas(destination, c, background, mode), canvas(destination, c,
			background, Mode.OVER));
	}

	private Canvas canvas(final Object destination, final int channel, final Background background, final Mode how) {
		return switch (scene.type()) {
			case UINT8 -> new ByteCanvas(destination, channel, background, sheet.patches(channel), how);
			case UINT16 -> new ShortCanvas(destination, channel, background, sheet.patches(channel), how);
			case FLOAT32 -> new FloatCanvas(destination, channel, background, sheet.patches(channel), how);
		};
	}

	/**
	 * Paints what is seen at every pixel of frame t as a value.
	 *
	 * @param t the frame
	 * @param values int[], short[] or float[]: of the background, then of every layer
	 * @param destination an array of the same type
	 * @param start index of its first pixel
	 */
	void paint(final int t, final Object values, final Object destination, final int start) {
		final Canvas canvas = new ValueCanvas(destination, start, values);
		objects(t).paint(canvas, canvas);
	}

	/** @return pixels seen of every layer in frame t */
	int[] visible(final int t) {
		final int[] counts = new int[scene.objects()];
		final Canvas counter = new PixelCounter(counts);
		objects(t).paint(counter, counter);
		return counts;
	}

	private Stage objects(final int t) {
		final Stage stage = new Stage(sheet);
		for (final int object : farToNear) add(stage, t, object);
		return stage;
	}

	/**
	 * How far what is seen in frame t moved since frame t - 1: for a layer that is not turned, the difference of its rounded
	 * displacements; for one that is, the way of the point that is seen.
	 *
	 * @param t the frame
	 * @param flow gets x, y, z, then dimension, pixels
	 */
	void flow(final int t, final float[] flow) {
		final int pixels = scene.shape().pixels();
		for (int d = 0; d < scene.shape().dimensions(); d++) paint(t, steps(t, d), flow, d * pixels);
		if (!rotates || t == 0) return;
		final int[] objects = new int[pixels];
		paint(t, IntStream.rangeClosed(0, scene.objects()).toArray(), objects, 0);
		turn(t, objects, flow);
	}

	private float[] steps(final int t, final int dimension) {
		final float[] steps = new float[scene.objects() + 1];
		if (t == 0) return steps;
		steps[0] = camera(t, dimension) - camera(t - 1, dimension);
		for (int i = 0; i < scene.objects(); i++) steps[i + 1] = shift(t, i, dimension) - shift(t - 1, i, dimension);
		return steps;
	}

	private void turn(final int t, final int[] objects, final float[] flow) {
		final int width = scene.shape().width(), height = scene.shape().height();
		final Pose[] now = poses(t), before = poses(t - 1);
		for (int p = 0; p < objects.length; p++) {
			if (objects[p] == 0) continue;
			final Pose pose = now[objects[p] - 1], last = before[objects[p] - 1];
			if (!pose.turned() && !last.turned()) continue;
			final int x = p % width, y = p / width % height;
			final double sourceX = pose.sourceX(x, y), sourceY = pose.sourceY(x, y);
			flow[p] = (float) (x - last.targetX(sourceX, sourceY));
			flow[objects.length + p] = (float) (y - last.targetY(sourceX, sourceY));
		}
	}

	/** Puts an object, or a halo where its object is, onto the stage. */
	private void add(final Stage stage, final int t, final int sprite) {
		final int object = sprite < scene.objects() ? sprite : scene.indexOf(sheet.layer(sprite).label());
		if (rotates && motion.angle(t, object) != 0) stage.add(sprite, pose(t, object));
		else stage.add(sprite, shift(t, object, 0), shift(t, object, 1), shift(t, object, 2));
	}

	private Pose[] poses(final int t) {
		final Pose[] poses = new Pose[scene.objects()];
		Arrays.setAll(poses, object -> pose(t, object));
		return poses;
	}

	private Pose pose(final int t, final int object) {
		final ObjectLayer layer = sheet.layer(object);
		final double angle = motion.angle(t, object);
		return new Pose(layer.centroid(0), layer.centroid(1), shift(t, object, 0), shift(t, object, 1), shift(t, object, 2), Math.cos(angle),
			Math.sin(angle));
	}

	private long shift(final int t, final int object, final int dimension) {
		return dimension < scene.shape().dimensions() ? Math.round(motion.layerDisplacement(t, object, dimension)) : 0;
	}

	private long camera(final int t, final int dimension) {
		return dimension < scene.shape().dimensions() ? Math.round(motion.camera(t, dimension)) : 0;
	}
}
