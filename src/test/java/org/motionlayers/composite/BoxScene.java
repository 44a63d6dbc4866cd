package org.motionlayers.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.motionlayers.decompose.Decomposer;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * A truth to composite against: boxes of random pixels that move by whole pixels over a background of random pixels, drawn pixel by pixel
 * without any of the code under test. In frame 0 boxes must not overlap. Of two boxes the one with the smaller area is nearer.
 */
final class BoxScene {

	private record Mover(int label, Box box, int[] velocity, double[] values) {

		int indexAt(final int x, final int y, final int z, final int t) {
			final int u = x - box.x() - t * velocity[0], v = y - box.y() - t * velocity[1], w = z - box.z() - t * velocity[2];
			final boolean inside = u >= 0 && v >= 0 && w >= 0 && u < box.width() && v < box.height() && w < box.depth();
			return inside ? (w * box.height() + v) * box.width() + u : -1;
		}

		int area() {
			return box.width() * box.height() * box.depth();
		}
	}

	private final PixelType type;
	private final Shape shape;
	private final SplittableRandom random = new SplittableRandom(7);
	private final Frame background;
	private final List<Mover> movers = new ArrayList<>();

	BoxScene(final PixelType type, final Shape shape) {
		this.type = type;
		this.shape = shape;
		this.background = new Frame(type, shape, values(shape.values()));
	}

	private Object values(final int length) {
		final Object array = type.newArray(length);
		for (int i = 0; i < length; i++) type.set(array, i, value());
		return array;
	}

	private double value() {
		return type.isInteger() ? random.nextInt((int) type.maximum() + 1) : (float) random.nextDouble(-5, 5);
	}

	BoxScene with(final int label, final Box box, final int... velocity) {
		final double[] values = new double[box.width() * box.height() * box.depth() * shape.channels()];
		for (int i = 0; i < values.length; i++) values[i] = value();
		movers.add(new Mover(label, box, new int[] { velocity[0], velocity[1], velocity.length > 2 ? velocity[2] : 0 }, values));
		movers.sort((a, b) -> a.area() == b.area() ? b.label() - a.label() : b.area() - a.area());
		return this;
	}

	Frame background() {
		return background;
	}

	int[] labels(final int t) {
		final int[] labels = new int[shape.pixels()];
		for (int p = 0; p < labels.length; p++)
			for (final Mover m : movers) if (m.indexAt(x(p), y(p), z(p), t) >= 0) labels[p] = m.label();
		return labels;
	}

	Frame frame(final int t) {
		final Object data = type.newArray(shape.values());
		for (int c = 0; c < shape.channels(); c++)
			for (int p = 0; p < shape.pixels(); p++) {
				double value = background.value(x(p), y(p), z(p), c);
				for (final Mover m : movers) {
					final int index = m.indexAt(x(p), y(p), z(p), t);
					if (index >= 0) value = m.values()[c * m.area() + index];
				}
				type.set(data, c * shape.pixels() + p, value);
			}
		return new Frame(type, shape, data);
	}

	int[] velocity(final int label) {
		return movers.stream().filter(m -> m.label() == label).findFirst().orElseThrow().velocity();
	}

	private int x(final int p) {
		return p % shape.width();
	}

	private int y(final int p) {
		return p / shape.width() % shape.height();
	}

	private int z(final int p) {
		return p / shape.planeSize();
	}

	/** @return the scene as the program has it: layers cut out of frame 0, over the true background */
	Scene scene() {
		return scene(Optional.empty());
	}

	/** @return the same with depths from a depth image */
	Scene scene(final Optional<Frame> depth) {
		return new Scene("boxes", background, Decomposer.layers(frame(0), Segmentation.of(shape, labels(0)), 0, depth, Progress.NONE),
			Calibration.NONE, Display.DEFAULT);
	}

	Motion motion(final int frames) {
		final Scene scene = scene();
		final int dimensions = shape.dimensions();
		final double[] velocities = new double[scene.objects() * dimensions];
		for (int i = 0; i < scene.objects(); i++)
			for (int d = 0; d < dimensions; d++) velocities[i * dimensions + d] = velocity(scene.labels()[i])[d];
		return Motion.constant(scene.labels(), frames, dimensions, velocities, new double[0], provenance());
	}

	static Motion.Provenance provenance() {
		return new Motion.Provenance("test", 0, Map.of());
	}
}
