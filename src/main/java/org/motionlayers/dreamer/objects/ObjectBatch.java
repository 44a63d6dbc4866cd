package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.List;

/**
 * What one step of training is made of: scenes, their true tokens and how much each counts.
 *
 * @param input the scenes under the cues that are left
 * @param truth scenes x objects x frames x token values; straight motion where the truth is not known
 * @param weights scenes x objects x frames: 1 where the truth is known, else 0
 * @param moved scenes x objects x frames: 1 where an arrow says that the object moves and the truth is known (Motion Dreamer, Eq. 11)
 */
record ObjectBatch(ObjectInput input, float[] truth, float[] weights, float[] moved) {

	/**
	 * Makes a batch.
	 *
	 * @param format how scenes become numbers
	 * @param frames number of future frames, of which the clips have at least as many
	 * @param clips of as many objects each
	 * @param cues what is left to be known of each
	 * @param threshold tau, an arrow at least so long moves, pixels per frame over the mean diameter
	 */
	static ObjectBatch of(final ObjectFormat format, final int frames, final List<ObjectClip> clips, final List<ObjectCues> cues,
		final double threshold)
	{
		final List<ObjectInput.Known> known = new ArrayList<>();
		for (int k = 0; k < clips.size(); k++) known.add(new ObjectInput.Known(clips.get(k).scene(), cues.get(k)));
		final ObjectInput input = ObjectInput.of(format, frames, known);
		final float[] truth = input.straight().clone(), weights = new float[clips.size() * input.objects() * frames];
		final float[] moved = new float[weights.length];
		final int dims = format.dimensions(), values = format.tokenValues();
		for (int k = 0; k < clips.size(); k++) {
			final ObjectClip clip = clips.get(k);
			final double unit = clip.scene().unit();
			for (int i = 0; i < input.objects(); i++) for (int t = 0; t < frames; t++) {
				final float[] displacement = clip.displacements()[t][i];
				if (Float.isNaN(displacement[0])) continue;
				final int at = (k * input.objects() + i) * frames + t;
				for (int d = 0; d < dims; d++) truth[at * values + d] = (float) (displacement[d] / (unit * format.reach()));
				truth[at * values + dims] = (float) (clip.sizes()[t][i] / ObjectFormat.SIZE_SCALE);
				weights[at] = 1;
				moved[at] = length(cues.get(k).arrows()[i]) > threshold * unit ? 1 : 0;
			}
		}
		return new ObjectBatch(input, truth, weights, moved);
	}

	private static double length(final double[] vector) {
		if (vector == null) return 0;
		double sum = 0;
		for (final double v : vector) sum += v * v;
		return Math.sqrt(sum);
	}
}
