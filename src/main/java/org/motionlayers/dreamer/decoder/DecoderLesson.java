package org.motionlayers.dreamer.decoder;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.motionlayers.diffusion.Mix;
import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.scene.DenseMotion;

/** One clip as a decoder is taught with it: its true frames with noise, what is told of them, and the v that it should say. */
final class DecoderLesson {

	private final DecoderOptions options;
	private final float[] frames;
	private final FrameConditions conditions;
	private final float[] camera;

	/**
	 * @param options of the decoder
	 * @param clip with its true frames
	 * @param conditions what is told of them
	 * @param camera of the clip, two numbers
	 */
	DecoderLesson(final DecoderOptions options, final Clip clip, final FrameConditions conditions, final float[] camera) {
		this.options = options;
		this.frames = frames(clip, options.frames());
		this.conditions = conditions;
		this.camera = camera;
	}

	/** @return frames 1 to T in [-1, 1], T x 3 x height x width */
	static float[] frames(final Clip clip, final int count) {
		final int picture = Clip.COLOURS * clip.pixels();
		final float[] frames = new float[count * picture];
		for (int t = 1; t <= count; t++) {
			final float[] rgb = clip.rgb(t);
			for (int i = 0; i < picture; i++) frames[(t - 1) * picture + i] = 2 * rgb[i] - 1;
		}
		return frames;
	}

	/** @return mean displacement of the background per frame over the largest speed, along x and y */
	static float[] camera(final DenseMotion motion, final double largestSpeed) {
		final double[] sums = new double[DecoderNet.CAMERA];
		long count = 0;
		for (int t = 1; t <= motion.frames(); t++) for (int p = 0; p < motion.pixels(); p++) if (motion.labels(t)[p] == 0) {
			for (int d = 0; d < sums.length; d++) sums[d] += motion.flow(t)[d * motion.pixels() + p];
			count++;
		}
		final float[] camera = new float[sums.length];
		for (int d = 0; d < sums.length; d++) camera[d] = (float) (sums[d] / Math.max(1, count) / largestSpeed);
		return camera;
	}

	/**
	 * Writes it into a batch.
	 *
	 * @param batch receives it
	 * @param index of the clip in the batch
	 * @param schedule of the noise
	 * @param random where noise and timestep come from
	 */
	void write(final DecoderBatch batch, final int index, final NoiseSchedule schedule, final SplittableRandom random) {
		final int timestep = random.nextInt(schedule.steps());
		final double alphaBar = schedule.alphaBar(timestep);
		final float[] noise = new float[frames.length], noisy = new float[frames.length], gain = new float[frames.length];
		for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextGaussian();
		schedule.noising(timestep).apply(frames, noise, noisy);
		final Mix v = Parameterisation.V.target(alphaBar);
		v.apply(frames, noise, noise);
		conditions.prior().split(noisy, alphaBar, noise, gain);
		batch.timesteps()[index] = timestep;
		System.arraycopy(conditions.planes(), 0, batch.planes(), index * conditions.planes().length, conditions.planes().length);
		System.arraycopy(noisy, 0, batch.noisy(), index * noisy.length, noisy.length);
		System.arraycopy(noise, 0, batch.rest(), index * noise.length, noise.length);
		System.arraycopy(gain, 0, batch.gain(), index * gain.length, gain.length);
		System.arraycopy(camera, 0, batch.camera(), index * camera.length, camera.length);
	}

	/** @return an empty batch of this decoder */
	static DecoderBatch batch(final DecoderOptions options, final int clips) {
		final int values = clips * options.frames() * Clip.COLOURS * options.pixels();
		return new DecoderBatch(new float[clips * options.frames() * FrameConditions.PLANES * options.pixels()], new float[values],
			new float[values], new float[values], new double[clips], new float[clips * DecoderNet.CAMERA]);
	}

	/** @return labels of frames 1 to T, and their flow: where objects have gone */
	static CumulativeMotion way(final DenseMotion motion) {
		final List<Integer> frames = IntStream.rangeClosed(1, motion.frames()).boxed().toList();
		return CumulativeMotion.of(motion.width(), frames.stream().map(motion::labels).toList(), frames.stream().map(motion::flow).toList());
	}
}
