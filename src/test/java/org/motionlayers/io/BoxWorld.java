package org.motionlayers.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/**
 * Boxes in even motion whose every pixel is known by arithmetic: a box of label n has value 10 n + channel + 1, the background is 3. Boxes
 * with smaller labels hide others.
 */
public final class BoxWorld implements Video {

	/** A box in the reference frame and its velocity. */
	record Mover(int label, Box box, int vx, int vy, int vz) {

		Box at(final int t) {
			return new Box(box.x() + t * vx, box.y() + t * vy, box.z() + t * vz, box.width(), box.height(), box.depth());
		}
	}

	private final Shape shape;
	private final PixelType type;
	private final Calibration calibration;
	private final Display display;
	private final List<Mover> movers = new ArrayList<>();
	private final Map<Integer, SegmentedObject> objects = new HashMap<>();
	private final int observed;
	private final int frames;
	private Scene scene;
	private Motion motion;

	public BoxWorld(final Shape shape, final PixelType type, final Calibration calibration, final Display display, final int observed,
		final int frames)
	{
		this.shape = shape;
		this.type = type;
		this.calibration = calibration;
		this.display = display;
		this.observed = observed;
		this.frames = frames;
	}

	/** Two boxes of 16 bit in 2D, calibrated: label 3 moves right by 2, label 1000 up by 1; 3 observed and 4 predicted frames. */
	public static BoxWorld flat() {
		return new BoxWorld(new Shape(24, 16, 1, 1), PixelType.UINT16, new Calibration(0.5, 0.25, 1, "\u00b5m", 20, "sec"), Display.DEFAULT, 3,
			4).with(3, new Box(6, 4, 0, 4, 3, 1), 2, 0, 0).with(1000, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0);
	}

	/** One box in 3D, two channels of 8 bit. */
	public static BoxWorld solid() {
		return new BoxWorld(new Shape(10, 9, 6, 2), PixelType.UINT8, new Calibration(1, 1, 3, "micron", 1, "frame"), new Display(
			Display.Mode.COMPOSITE, List.of(new Display.Channel(0, 90, new int[0]), new Display.Channel(5, 80, new int[0]))), 2, 3).with(7,
				new Box(2, 3, 1, 3, 2, 2), 1, 0, 1);
	}

	public BoxWorld with(final int label, final Box box, final int vx, final int vy, final int vz) {
		scene = null;
		motion = null;
		movers.add(new Mover(label, box, vx, vy, vz));
		return this;
	}

	public BoxWorld withObject(final SegmentedObject object) {
		objects.put(object.label(), object);
		return this;
	}

	public Calibration calibration() {
		return calibration;
	}

	public Movie movie() {
		return new Movie("boxes", type, shape, observed, calibration, display, k -> image(k - observed + 1));
	}

	public Segmentation segmentation() {
		return new Segmentation(shape, observed, k -> labels(k - observed + 1), objects, true, calibration, "boxes");
	}

	public Tracks tracks() {
		final int d = shape.dimensions(), n = movers.size();
		final double[] positions = new double[observed * n * d];
		for (int k = 0; k < observed; k++) for (int o = 0; o < n; o++) for (int i = 0; i < d; i++) positions[(k * n + o) * d + i] = centre(
			movers.get(o).at(k - observed + 1), i);
		return new Tracks(labelList(), observed, d, positions, new boolean[observed * n], new double[observed * d]);
	}

	private int[] labelList() {
		return movers.stream().mapToInt(Mover::label).toArray();
	}

	static double centre(final Box b, final int dimension) {
		return switch (dimension) {
			case 0 -> b.x() + (b.width() - 1) / 2.0;
			case 1 -> b.y() + (b.height() - 1) / 2.0;
			default -> b.z() + (b.depth() - 1) / 2.0;
		};
	}

	@Override
	public Scene scene() {
		if (scene == null) scene = makeScene();
		return scene;
	}

	private Scene makeScene() {
		final Object empty = type.newArray(shape.values());
		for (int i = 0; i < shape.values(); i++) type.set(empty, i, 3);
		return new Scene("boxes", new Frame(type, shape, empty), movers.stream().map(this::layer).toList(), calibration, display);
	}

	private ObjectLayer layer(final Mover m) {
		final Box b = m.box();
		final int runs = b.height() * b.depth();
		final int[] x = new int[runs], y = new int[runs], z = new int[runs], length = new int[runs];
		for (int r = 0; r < runs; r++) {
			y[r] = r % b.height();
			z[r] = r / b.height();
			length[r] = b.width();
		}
		final List<Object> patch = new ArrayList<>();
		final double[] means = new double[shape.channels()];
		for (int c = 0; c < shape.channels(); c++) {
			final Object values = type.newArray(runs * b.width());
			for (int i = 0; i < runs * b.width(); i++) type.set(values, i, 10 * m.label() + c + 1);
			patch.add(values);
			means[c] = 10 * m.label() + c + 1;
		}
		final SegmentedObject object = objects.getOrDefault(m.label(), SegmentedObject.of(m.label()));
		return new ObjectLayer(object, b, new RunMask(x, y, z, length), type, patch, new double[] { centre(b, 0), centre(b, 1), centre(b, 2) },
			means, b.touchesBorder(shape), m.label());
	}

	@Override
	public Motion motion() {
		if (motion == null) motion = makeMotion();
		return motion;
	}

	private Motion makeMotion() {
		final int d = shape.dimensions();
		final double[] velocities = new double[movers.size() * d];
		for (int o = 0; o < movers.size(); o++) for (int i = 0; i < d; i++) velocities[o * d + i] = i == 0 ? movers.get(o).vx() : i == 1 ? movers
			.get(o).vy() : movers.get(o).vz();
		return Motion.constant(labelList(), frames, d, velocities, new double[0], new Motion.Provenance("boxes", 5, Map.of("kind", "even")));
	}

	@Override
	public Frame image(final int t) {
		final int[] labels = labels(t);
		final Object data = type.newArray(shape.values());
		for (int c = 0; c < shape.channels(); c++) for (int i = 0; i < labels.length; i++) type.set(data, c * labels.length + i, labels[i] == 0
			? 3 : 10 * labels[i] + c + 1);
		return new Frame(type, shape, data);
	}

	@Override
	public int[] labels(final int t) {
		final int[] labels = new int[shape.pixels()];
		final List<Mover> farFirst = new ArrayList<>(movers);
		farFirst.sort((a, b) -> b.label() - a.label());
		for (final Mover m : farFirst) {
			final Box b = m.at(t);
			for (int z = Math.max(0, b.z()); z < Math.min(shape.depth(), b.z() + b.depth()); z++) for (int y = Math.max(0, b.y()); y < Math.min(
				shape.height(), b.y() + b.height()); y++) {
				final int from = shape.index(Math.max(0, b.x()), y, z), to = shape.index(Math.min(shape.width(), b.x() + b.width()), y, z);
				if (to > from) Arrays.fill(labels, from, to, m.label());
			}
		}
		return labels;
	}

	@Override
	public float[] depth(final int t) {
		final int[] labels = labels(t);
		final float[] depth = new float[labels.length];
		for (int i = 0; i < labels.length; i++) depth[i] = labels[i] == 0 ? Float.POSITIVE_INFINITY : labels[i];
		return depth;
	}

	@Override
	public float[] flow(final int t) {
		final int[] labels = labels(t);
		final float[] flow = new float[labels.length * shape.dimensions()];
		for (final Mover m : movers) for (int i = 0; i < labels.length; i++) if (labels[i] == m.label()) {
			flow[i] = m.vx();
			flow[labels.length + i] = m.vy();
			if (shape.dimensions() == 3) flow[2 * labels.length + i] = m.vz();
		}
		return flow;
	}
}
