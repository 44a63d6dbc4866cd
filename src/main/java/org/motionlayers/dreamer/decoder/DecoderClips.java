package org.motionlayers.dreamer.decoder;

import java.util.SplittableRandom;
import java.util.function.Function;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.simulate.CellOptions;
import org.motionlayers.simulate.Cells;

/**
 * What the shipped decoder learns to draw: {@linkplain CollisionClips collisions} in colour, and for one clip of six {@linkplain Cells
 * cells} in grey. Seeds from {@link CollisionClips#HELD_OUT} on are never drawn.
 *
 * @param side of the grid, pixels
 * @param frames number of future frames
 */
public record DecoderClips(int side, int frames) implements Function<SplittableRandom, Clip> {

	/** Part of the clips that show cells. */
	private static final double CELLS = 1 / 6.0;

	/** Fewest and most cells of a clip. */
	private static final int FEWEST = 2, MOST = 7;

	@Override
	public Clip apply(final SplittableRandom random) {
		return random.nextDouble() < CELLS ? cells(random) : new CollisionClips(side, frames).draw(random);
	}

	private Clip cells(final SplittableRandom random) {
		final CellOptions options = CellOptions.DEFAULT.withSize(side, side, frames + 1, random.nextInt(FEWEST, MOST + 1));
		return Clip.of(new Cells(options).sample(random.nextLong(CollisionClips.HELD_OUT)), 0, frames);
	}
}
