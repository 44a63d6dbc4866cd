package org.motionlayers.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** One movie of Moving Squares and all that is true of it. Labels are 1, 2, ... in the order of the objects. */
public final class SquaresSample {

	private static final int CHANNELS = 3;
	private static final double MAXIMUM = PixelType.UINT8.maximum();

	private final SquaresOptions options;
	private final List<Square> squares;
	private final List<Square> farToNear;
	private final long seed;

	SquaresSample(final SquaresOptions options, final List<Square> squares, final long seed) {
		this.options = options;
		this.squares = List.copyOf(squares);
		this.farToNear = squares.stream().sorted(Comparator.comparingInt(Square::edge).thenComparingInt(Square::label).reversed()).toList();
		this.seed = seed;
	}

	/** @return number of squares */
	public int objects() {
		return squares.size();
	}

	/** @return colour value of an object, red (0), green (1) or blue (2), in [0, 1] */
	public double colour(final int object, final int channel) {
		return squares.get(object).colour()[channel] / MAXIMUM;
	}

	/** @return velocity of an object along x (0) or y (1), widths per frame */
	public double velocity(final int object, final int dimension) {
		return pixelVelocity(object, dimension) / options.width();
	}

	/** @return velocity of an object along x (0) or y (1), pixels per frame */
	public double pixelVelocity(final int object, final int dimension) {
		return dimension == 0 ? squares.get(object).vx() : squares.get(object).vy();
	}

	/** @return the frames: RGB, squares on black */
	public Movie movie() {
		final Shape shape = new Shape(options.width(), options.height(), 1, CHANNELS);
		return new Movie("moving squares " + seed, PixelType.UINT8, shape, options.frames(), Calibration.NONE, Display.RGB,
			t -> new Frame(PixelType.UINT8, shape, image(t)));
	}

	/** @return the label of the square seen at every pixel of every frame */
	public Segmentation labels() {
		return new Segmentation(Shape.of(options.width(), options.height()), options.frames(), this::labelImage, Map.of(), true,
			Calibration.NONE, "the labels that the moving squares were drawn with");
	}

	/** @return true displacements against frame 0, before rounding to pixels */
	public Motion motion() {
		return motion(0);
	}

	/**
	 * The truth seen from another frame.
	 *
	 * @param reference index of the frame that is the reference, 0 or more, less than the last
	 * @return true displacements against that frame, before rounding to pixels, up to the last frame
	 */
	public Motion motion(final int reference) {
		final double[] velocities = new double[objects() * 2];
		for (int i = 0; i < velocities.length; i++) velocities[i] = pixelVelocity(i / 2, i % 2);
		return Motion.constant(squares.stream().mapToInt(Square::label).toArray(), options.frames() - 1 - reference, 2, velocities,
			new double[0], new Motion.Provenance("truth", seed, Map.of("scene", "moving squares")));
	}

	private byte[] image(final int t) {
		final int plane = options.width() * options.height();
		final byte[] values = new byte[CHANNELS * plane];
		for (final Square square : farToNear)
			for (int c = 0; c < CHANNELS; c++) {
				final byte value = (byte) square.colour()[c];
				final int offset = c * plane;
				forEachRow(square, t, (from, to) -> Arrays.fill(values, offset + from, offset + to, value));
			}
		return values;
	}

	private int[] labelImage(final int t) {
		final int[] labels = new int[options.width() * options.height()];
		for (final Square square : farToNear) forEachRow(square, t, (from, to) -> Arrays.fill(labels, from, to, square.label()));
		return labels;
	}

	/** Receives one row of a square as a range of pixel indices. */
	private interface Row {

		void fill(int from, int to);
	}

	private void forEachRow(final Square square, final int t, final Row row) {
		final int left = Math.max(0, square.xAt(t)), right = Math.min(options.width(), square.xAt(t) + square.edge());
		final int top = Math.max(0, square.yAt(t)), bottom = Math.min(options.height(), square.yAt(t) + square.edge());
		if (left < right) for (int y = top; y < bottom; y++) row.fill(y * options.width() + left, y * options.width() + right);
	}
}
