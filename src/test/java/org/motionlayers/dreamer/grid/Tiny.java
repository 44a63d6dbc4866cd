package org.motionlayers.dreamer.grid;

import java.util.SplittableRandom;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.network.splat.SplatMode;

/** A network of 16 x 16 pixels and 4 frames that trains in a second. */
final class Tiny {

	static final GridOptions OPTIONS = options(GridOptions.Content.ALL, GridOptions.Cue.INSTANCE, true, SplatMode.AVERAGE, Masking.DEFAULT,
		GridOptions.Marks.DEFAULT);

	private Tiny() {}

	static GridOptions options(final GridOptions.Content content, final GridOptions.Cue cue, final boolean carried, final SplatMode splat,
		final Masking masking, final GridOptions.Marks marks)
	{
		return new GridOptions(16, 4, 2, new int[] { 16, 16 }, 2, 2, content, cue, carried, splat, masking, marks);
	}

	/** @return one of four clips */
	static Clip clip(final SplittableRandom random) {
		return new CollisionClips(16, 4).clip(random.nextInt(4));
	}

	static GridTrainee trainee(final GridOptions options) {
		return new GridTrainee(options, 2, Tiny::clip, 3);
	}
}
