package org.motionlayers.dreamer.decoder;

import java.io.IOException;
import java.nio.file.Path;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Denoiser;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.NoiseSource;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.diffusion.Prediction;
import org.motionlayers.diffusion.Sampler;
import org.motionlayers.diffusion.SamplingLoop;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkDenoiser;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Progress;

/**
 * Stage II of Motion Dreamer, trained: draws the frames of a video under its first frame and the motion of what is in it, {I_t} =
 * decoder(I_0, R) (Motion Dreamer, Eq. 13). May be called from any thread.
 *
 * <pre>
 * try (VideoDecoder decoder = VideoDecoder.open(Path.of("models/dreamer-decoder"))) {
 * 	float[] frames = decoder.decode(first, motion, 0, VideoDecoder.DRAWING, seed, progress);
 * }
 * </pre>
 */
public final class VideoDecoder implements AutoCloseable {

	/**
	 * How frames are drawn unless said otherwise: two steps of DDIM, which give nearly the mean of what is possible. The motion and the first
	 * frame leave so little open that more steps bring noise rather than detail.
	 */
	public static final Drawing DRAWING = new Drawing(Drawing.Method.DDIM, 2);

	private final Network<DecoderNet> network;
	private final DecoderOptions options;

	private VideoDecoder(final Network<DecoderNet> network) {
		this.network = network;
		this.options = network.layer().options();
	}

	/**
	 * Opens a model.
	 *
	 * @param folder with config.json and model.safetensors
	 * @throws ModelException where it is no video decoder, or damaged
	 * @throws IOException where it cannot be read
	 */
	public static VideoDecoder open(final Path folder) throws IOException {
		return new VideoDecoder(ModelFolder.open(folder).load(DecoderNet.class, DecoderNet.architectures()));
	}

	/** @return a decoder that uses a network which somebody else owns and closes */
	static VideoDecoder of(final Network<DecoderNet> network) {
		return new VideoDecoder(network);
	}

	/** @return what it is built of */
	public DecoderOptions options() {
		return options;
	}

	/**
	 * Draws frames under a motion. More frames than the network draws at once are drawn in parts, each from the first frame; the last part
	 * is filled up with a motion that stands still.
	 *
	 * @param first frame 0 on the decoder's grid
	 * @param motion of frames 1 to T on the same grid
	 * @param unsure how far its planes may be off, 0 for a motion of layers, .1 for what stage I gives, up to .2
	 * @param drawing how samples are drawn
	 * @param seed of their noise, the same in every part
	 * @param progress is told and asked at every step of the sampler
	 * @return frames 1 to T in [0, 1], T x 3 x side x side, x fastest
	 */
	public float[] decode(final FirstFrame first, final DenseMotion motion, final double unsure, final Drawing drawing, final long seed,
		final Progress progress)
	{
		need(Condition.REPRESENTATION, first.side());
		final MotionParts parts = new MotionParts(motion, options.frames());
		final CumulativeMotion way = DecoderLesson.way(motion);
		final float[] camera = DecoderLesson.camera(motion, options.largestSpeed());
		final float[] out = new float[motion.frames() * Clip.COLOURS * options.pixels()];
		for (int k = 0; k < parts.count(); k++) {
			final FrameConditions conditions = FrameConditions.ofMotion(options, first, way, k * options.frames(), parts.part(k), new MotionNoise(unsure),
				null);
			copy(draw(conditions, camera, drawing, seed, new Part(progress, k, parts.count())), out, k);
		}
		return out;
	}

	/**
	 * Draws frames under the instance flow of some objects, in one stage (Motion Dreamer, Table 1).
	 *
	 * @param first frame 0 on the decoder's grid
	 * @param field instance flow of frame 0, pixels of the grid per frame, as far as it is known (Motion Dreamer, Eq. 4)
	 * @param camera mean displacement of the background per frame along x and y, pixels of the grid
	 * @param drawing how samples are drawn
	 * @param seed of their noise
	 * @param progress is told and asked at every step of the sampler
	 * @return as many frames as the network draws at once, in [0, 1], T x 3 x side x side
	 */
	public float[] decode(final FirstFrame first, final CueField field, final double[] camera, final Drawing drawing, final long seed,
		final Progress progress)
	{
		need(Condition.CUES, first.side());
		final float[] word = new float[camera.length];
		for (int d = 0; d < word.length; d++) word[d] = (float) (camera[d] / options.largestSpeed());
		final float[] out = new float[options.frames() * Clip.COLOURS * options.pixels()];
		copy(draw(FrameConditions.ofCues(options, first, field, camera), word, drawing, seed, new Part(progress, 0, 1)), out, 0);
		return out;
	}

	private void need(final Condition condition, final int side) {
		if (options.condition() != condition) throw new ModelException("The video decoder is conditioned on " + options.condition().key() +
			"; one conditioned on " + condition.key() + " is needed here.");
		if (side != options.side()) throw new IllegalArgumentException("A first frame of " + side + " x " + side + " pixels; the decoder draws " +
			options.side() + " x " + options.side() + ".");
	}

	/** Brings frames of one part into [0, 1]; what is beyond the end is left out. */
	private void copy(final float[] frames, final float[] out, final int part) {
		final int start = part * frames.length;
		for (int i = 0; i < frames.length && start + i < out.length; i++) out[start + i] = Math.max(0, Math.min(1, (frames[i] + 1) / 2));
	}

	private float[] draw(final FrameConditions conditions, final float[] camera, final Drawing drawing, final long seed,
		final Part progress)
	{
		final Sampler sampler = drawing.sampler(DecoderTrainee.SCHEDULE, Prediction.clipped(Parameterisation.V));
		final long side = options.side(), frames = options.frames();
		return network.compute(held -> {
			final NDArray planes = FloatTransfer.in(held, conditions.planes(), new Shape(frames, FrameConditions.PLANES, side, side));
			final NDArray word = FloatTransfer.in(held, camera, new Shape(1, DecoderNet.CAMERA));
			final Denoiser said = new NetworkDenoiser(network, new Shape(frames, Clip.COLOURS, side, side), (noisy, timestep) -> network
				.layer().forward(noisy, planes, new double[] { timestep }, word));
			final Denoiser v = (sample, timestep, output) -> {
				said.predict(sample, timestep, output);
				conditions.prior().toV(sample, DecoderTrainee.SCHEDULE.alphaBar((int) timestep), output);
			};
			return SamplingLoop.of(sampler, v).listening((k, steps, sample, original) -> progress.step(k, steps)).draw((int) (frames *
				Clip.COLOURS * side * side), NoiseSource.gaussian(seed));
		});
	}

	/** Progress of one of several parts. */
	private record Part(Progress progress, int number, int parts) {

		void step(final int k, final int steps) {
			progress.update((long) number * steps + k, (long) parts * steps, "drawing frames");
		}
	}

	/** Frees the network. */
	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
