package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.simulate.body.BodySample;

/**
 * The samples that users open to try things out: small movies with their true labels, made on the spot.
 *
 * <pre>
 * Sample.Made cells = Sample.CELLS.make(128, 16, 1);
 * cells.movie(); cells.labels();
 * </pre>
 */
public enum Sample {

	/** Three coloured squares on black whose velocity their colour tells (MeloMotion, 4.1). */
	SQUARES {

		@Override
		Made draw(final int size, final int frames, final long seed) {
			final int edge = Math.max(1, SquaresOptions.PAPER.smallest() * size / SquaresOptions.PAPER.width());
			final SquaresSample sample = new MovingSquares(SquaresOptions.PAPER.withSize(size, size).withEdges(edge, edge).withFrames(frames)).sample(
				seed);
			return new Made(sample.movie(), sample.labels());
		}
	},

	/** Twelve grey cells that crawl and turn away from what they touch. */
	CELLS {

		@Override
		Made draw(final int size, final int frames, final long seed) {
			return made(new Cells(CellOptions.DEFAULT.withSize(size, size, frames, CellOptions.DEFAULT.objects())).sample(seed));
		}
	},

	/** Five coloured discs and boxes, one of them pushed, that carry its momentum on. */
	COLLISIONS {

		@Override
		Made draw(final int size, final int frames, final long seed) {
			return made(new Collisions(CollisionOptions.DEFAULT.withSize(size, size, frames)).sample(seed));
		}
	};

	/** Shortest and longest side of a sample, pixels. */
	public static final int SMALLEST = 32, LARGEST = 2048;

	/** Fewest and most frames of a sample. */
	public static final int FEWEST = 2, MOST = 1000;

	/**
	 * A sample as made.
	 *
	 * @param movie the image, drawn frame by frame when asked for
	 * @param labels its true labels, as many frames
	 */
	public record Made(Movie movie, Segmentation labels) {}

	/**
	 * Makes a sample.
	 *
	 * @param size width and height in pixels, {@value #SMALLEST} to {@value #LARGEST}
	 * @param frames number of frames, {@value #FEWEST} to {@value #MOST}
	 * @param seed of everything random: the same seed gives the same sample
	 * @return the sample
	 * @throws InputException where a number is out of its range, or the objects do not fit
	 */
	public Made make(final int size, final int frames, final long seed) {
		if (size < SMALLEST || size > LARGEST) throw new InputException("size=" + size + ": the width and height in pixels is needed, " +
			SMALLEST + " to " + LARGEST + ".");
		if (frames < FEWEST || frames > MOST) throw new InputException("frames=" + frames + ": the number of frames is needed, " + FEWEST +
			" to " + MOST + ".");
		return draw(size, frames, seed);
	}

	abstract Made draw(int size, int frames, long seed);

	private static Made made(final BodySample sample) {
		return new Made(sample.movie(), sample.labels());
	}
}
