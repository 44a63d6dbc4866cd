package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * Cells that crawl.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param frames number of frames, the first included
 * @param objects number of cells
 * @param speed root mean square speed of a free cell, pixels per frame
 * @param persistence frames over which a cell keeps its direction
 * @param inhibition how strongly a cell turns away from those it touches, 0 for not at all (contact inhibition of locomotion)
 * @param stream how strongly cells align with their neighbours, 0 for not at all
 * @param noise standard deviation of noise in the image, part of the full range
 * @param camera largest speed of the stage along an axis, pixels per frame
 */
public record CellOptions(int width, int height, int frames, int objects, double speed, double persistence, double inhibition,
	double stream, double noise, double camera) {

	/** 128 x 128, 16 frames, twelve cells, persistent over 8 frames, with contact inhibition. */
	public static final CellOptions DEFAULT = new CellOptions(128, 128, 16, 12, 1.2, 8, 1, 0, .02, 0);

	/** Checks the numbers. */
	public CellOptions {
		if (width < 32 || height < 32 || frames < 2 || objects < 1) throw new InputException("Cells need at least 32 x 32 pixels, 2 frames and" +
			" one cell, found " + width + " x " + height + ", " + frames + " frames, " + objects + " cells.");
		if (!(speed >= 0 && speed <= 8 && persistence > 0 && inhibition >= 0 && stream >= 0 && noise >= 0 && camera >= 0))
			throw new InputException("Speed " + speed + ", persistence " + persistence + ", inhibition " + inhibition + ", stream " + stream +
				", noise " + noise + ", camera " + camera + ": a speed from 0 to 8 pixels per frame, a persistence above 0 and others of at least 0" +
				" are accepted.");
	}

	/** @return the same with another frame size, number of frames and cells */
	public CellOptions withSize(final int newWidth, final int newHeight, final int newFrames, final int cells) {
		return new CellOptions(newWidth, newHeight, newFrames, cells, speed, persistence, inhibition, stream, noise, camera);
	}

	/** @return the same with another behaviour */
	public CellOptions withBehaviour(final double newPersistence, final double newInhibition, final double newStream) {
		return new CellOptions(width, height, frames, objects, speed, newPersistence, newInhibition, newStream, noise, camera);
	}
}
