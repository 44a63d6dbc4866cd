package org.motionlayers.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** A movie drawn in code: a textured background that may move, textured balls that move, noise of the camera. */
final class Drawing {

	/** A ball: label, radius, and place at time 0 and velocity along x, y, z, pixels. */
	record Ball(int label, double radius, double[] place, double[] velocity) {}

	private static final int TEXTURE = 512;

	private final Shape shape;
	private final List<Ball> balls = new ArrayList<>();
	private final double[] texture;
	private double contrast = 30;
	private double noise = 2;
	private double[] drift = new double[3];

	Drawing(final Shape shape, final long seed) {
		this.shape = shape;
		final SplittableRandom random = new SplittableRandom(seed);
		this.texture = random.doubles(TEXTURE * TEXTURE, -1, 1).toArray();
	}

	Drawing with(final Ball ball) {
		balls.add(ball);
		return this;
	}

	/** Pixels per frame that the background moves, whole in every frame. */
	Drawing drifting(final double... velocity) {
		drift = velocity;
		return this;
	}

	/** Grey levels of the background's texture, and of the noise that is new in every frame. */
	Drawing looking(final double backgroundContrast, final double cameraNoise) {
		contrast = backgroundContrast;
		noise = cameraNoise;
		return this;
	}

	/** Smooth texture at a place that moves with its bearer. */
	private double texture(final double x, final double y, final double z) {
		double sum = 0;
		for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) sum += texture[Math.floorMod((int) Math.rint(y) + j + 37 * (int) Math.rint(
			z), TEXTURE) * TEXTURE + Math.floorMod((int) Math.rint(x) + i, TEXTURE)];
		return sum / 3;
	}

	Segmentation labels(final int frames) {
		final int[][] labels = new int[frames][];
		for (int k = 0; k < frames; k++) labels[k] = labelsAt(k - (frames - 1));
		return Segmentation.of(shape.withChannels(1), labels);
	}

	Movie movie(final int frames) {
		final List<Frame> list = new ArrayList<>();
		for (int k = 0; k < frames; k++) list.add(frameAt(k - (frames - 1)));
		return Movie.of("drawn", list);
	}

	private int[] labelsAt(final int t) {
		final int[] labels = new int[shape.pixels()];
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++) for (final Ball b : balls)
			if (inside(b, t, x, y, z)) labels[shape.index(x, y, z)] = b.label;
		return labels;
	}

	private Frame frameAt(final int t) {
		final SplittableRandom random = new SplittableRandom(1000 + t);
		final int[] labels = labelsAt(t);
		final byte[] data = new byte[shape.values()];
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++) {
			final int i = shape.index(x, y, z);
			final double[] moved = { drift[0] * t, drift[1] * t, drift.length > 2 ? drift[2] * t : 0 };
			double value = 80 + contrast * texture(x - Math.rint(moved[0]), y - Math.rint(moved[1]), z - Math.rint(moved[2]));
			for (final Ball b : balls) if (labels[i] == b.label) value = 180 + 40 * texture(x - b.velocity[0] * t + 100 * b.label, y - b.velocity[1] *
				t, z - b.velocity[2] * t);
			value += noise * (2 * random.nextDouble() - 1);
			for (int c = 0; c < shape.channels(); c++) data[c * shape.pixels() + i] = (byte) Math.rint(Math.max(0, Math.min(255, value)));
		}
		return new Frame(PixelType.UINT8, shape, data);
	}

	private static boolean inside(final Ball b, final int t, final double... p) {
		double sum = 0;
		for (int d = 0; d < 3; d++) sum += Math.pow(p[d] - b.place[d] - b.velocity[d] * t, 2);
		return sum <= b.radius * b.radius;
	}
}
