package org.motionlayers.lamd.clip;

import java.util.SplittableRandom;

/** Where clips to learn from come from, all of one size. */
@FunctionalInterface
public interface ClipSource {

	/** @return a clip that depends on the random numbers alone */
	VideoClip draw(SplittableRandom random);

	/** @return the same clip, and how it moves where the source knows */
	default ShownClip shown(final SplittableRandom random) {
		return new ShownClip(draw(random));
	}
}
