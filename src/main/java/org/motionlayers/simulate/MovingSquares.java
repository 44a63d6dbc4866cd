package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;

/**
 * Moving Squares (MeloMotion, 4.1): coloured squares on black whose velocity is a linear function of their colour, v_x = k (r - 0.5) and
 * v_y = k (g - 0.5) with colours in [0, 1] and velocities in widths per frame, so that motion can be learned from appearance.
 *
 * <pre>
 * SquaresSample sample = new MovingSquares(SquaresOptions.PAPER).sample(seed);
 * sample.movie(); sample.labels(); sample.motion();
 * </pre>
 *
 * Wherever the path is short enough a square starts so that it stays in the frame.
 */
public final class MovingSquares {

	/** Places tried for one square before all are drawn anew, and how often that is done. */
	private static final int ATTEMPTS = 200;

	/** A square's brightest channel reaches at least this, so that it can be seen on black. */
	private static final int VISIBLE = 153;

	private static final int MAXIMUM = 255;

	private final SquaresOptions options;

	/** @param options what the squares look like and how they move */
	public MovingSquares(final SquaresOptions options) {
		this.options = options;
	}

	/**
	 * Makes one movie with its truth.
	 *
	 * @param seed of colours, sizes and places
	 * @return the movie, drawn frame by frame when asked for
	 * @throws InputException where so many squares cannot move without crossing in so small a frame
	 */
	public SquaresSample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final List<Square> squares = squares(random);
			if (squares.size() == options.objects()) return new SquaresSample(options, squares, seed);
		}
		throw new InputException(options.objects() + " squares of " + options.smallest() + " to " + options.largest() +
			" pixels do not fit into " + options.width() + " x " + options.height() + " without crossing in " + options.frames() +
			" frames; fewer or smaller squares, a larger frame or allowed crossings are needed.");
	}

	/** @return as many squares as found room */
	private List<Square> squares(final SplittableRandom random) {
		final List<Square> squares = new ArrayList<>();
		for (int label = 1; label <= options.objects(); label++) {
			final Square square = place(label, squares, random);
			if (square == null) break;
			squares.add(square);
		}
		return squares;
	}

	private Square place(final int label, final List<Square> others, final SplittableRandom random) {
		final int edge = random.nextInt(options.smallest(), options.largest() + 1);
		final int[] colour = colour(random);
		final boolean moves = options.mode() == SquaresOptions.Mode.ALL_MOVE || label == 1;
		final double vx = moves ? velocity(colour[0]) : 0, vy = moves ? velocity(colour[1]) : 0;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Square square = new Square(label, edge, colour, start(options.width() - edge, vx, random), start(options.height() - edge, vy,
				random), vx, vy);
			if (options.crossings() == SquaresOptions.Crossings.ALLOWED || others.stream().noneMatch(other -> square.meets(other, options
				.frames()))) return square;
		}
		return null;
	}

	/** @return red and green free, blue no darker than it must be for the square to be seen */
	private static int[] colour(final SplittableRandom random) {
		final int red = random.nextInt(MAXIMUM + 1), green = random.nextInt(MAXIMUM + 1);
		final int darkest = Math.max(red, green) < VISIBLE ? VISIBLE : 0;
		return new int[] { red, green, random.nextInt(darkest, MAXIMUM + 1) };
	}

	/** @return v = k (c - 0.5), pixels per frame */
	private double velocity(final int stored) {
		final double pixels = options.gain() * options.width() * ((double) stored / MAXIMUM - 0.5);
		return options.steps() == SquaresOptions.Steps.WHOLE_PIXELS ? Math.rint(pixels) + 0.0 : pixels; // no negative zero
	}

	/** @return a first pixel from which the whole path lies in the frame, any pixel where the path is too long */
	private int start(final int room, final double velocity, final SplittableRandom random) {
		final int travel = (int) Math.round((options.frames() - 1) * velocity);
		final int low = Math.max(0, -travel), high = Math.min(room, room - travel);
		return low <= high ? random.nextInt(low, high + 1) : random.nextInt(0, room + 1);
	}
}
