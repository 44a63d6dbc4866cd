package org.motionlayers.composite;

/** One channel of a frame that is being painted, band by band. Pixels are counted from the first pixel of the channel. */
interface Canvas {

	/** Lays the background over the pixels {@code from} to {@code to - 1}, whole rows. */
	void background(int from, int to);

	/**
	 * Paints the runs of one object up to the end of a band.
	 *
	 * @param object its place among the layers
	 * @param runs triples as in {@link SpriteSheet}
	 * @param first the first triple that is still to be painted
	 * @param last where the object's triples end
	 * @param base pixel that the triples count from
	 * @param end first pixel beyond the band
	 * @return the first triple that is still to be painted after this band
	 */
	int paint(int object, int[] runs, int first, int last, int base, int end);
}
