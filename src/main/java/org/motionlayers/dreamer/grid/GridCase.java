package org.motionlayers.dreamer.grid;

import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.dreamer.cue.Carried;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/**
 * What the network is told of one clip.
 *
 * @param rgb picture of frame 0: red, green, blue plane in [0, 1]
 * @param labels of frame 0
 * @param depth of frame 0, infinite for the background
 * @param palette colours of the objects it reasons about
 * @param field instance flow as it is shown, pixels of the grid per frame
 * @param carried arrows along which objects are carried beforehand
 * @param camera velocity of the background, x and y, pixels of the grid per frame
 */
record GridCase(float[] rgb, int[] labels, float[] depth, Palette palette, CueField field, Cues carried, double[] camera) {

	/**
	 * @param options where arrows are shown
	 * @param cues arrows that are known
	 */
	static GridCase of(final GridOptions options, final float[] rgb, final int[] labels, final float[] depth, final Palette palette,
		final Cues cues, final double[] camera)
	{
		// What is shown at a point says nothing of where the rest of the object goes: nothing is carried then.
		return options.cue() == GridOptions.Cue.SPARSE ? new GridCase(rgb, labels, depth, palette, CueField.points(labels, options.side(), cues),
			Cues.NONE, camera) : new GridCase(rgb, labels, depth, palette, CueField.paint(labels, cues), cues, camera);
	}

	/** @return the first frame carried along */
	DenseMotion carriedMotion(final GridOptions options) {
		return Carried.of(labels, depth, options.side(), carried, camera, options.frames());
	}

	/** @return the same with a field of which components are hidden; objects are carried along the mean of what is left of theirs */
	GridCase hidden(final CueField shown) {
		return shown == field ? this : new GridCase(rgb, labels, depth, palette, shown, carried.isEmpty() ? carried : shown.means(labels), camera);
	}
}
