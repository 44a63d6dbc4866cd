package org.motionlayers.dreamer.decoder;

import java.util.SplittableRandom;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.cue.ClipFlow;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/**
 * The video decoder as it is trained: v-prediction over the frames of a clip (Salimans and Ho 2022), plain mean squared error of v, the
 * linear schedule of 1000 steps. Half of the clips come with their true motion, the other half with one that is made as unsure as a
 * prediction: by {@link MotionNoise}, or by a stage I that is given. Colours of objects are dealt anew for every clip.
 */
public final class DecoderTrainee implements Trainee<DecoderBatch> {

	/** Noise of training and sampling. */
	static final NoiseSchedule SCHEDULE = NoiseSchedule.linear();

	/**
	 * What a clip is trained with.
	 *
	 * @param clips draws clips of at least as many frames as the decoder draws at once, on its grid
	 * @param size clips of a batch
	 * @param predicted what a stage I makes of a clip's motion; null where {@link MotionNoise} stands for it
	 */
	public record Lessons(Function<SplittableRandom, Clip> clips, int size, Function<Clip, DenseMotion> predicted) {

		/** Lessons without a stage I. */
		public Lessons(final Function<SplittableRandom, Clip> clips, final int size) {
			this(clips, size, null);
		}
	}

	private final DecoderOptions options;
	private final Lessons lessons;
	private final Network<DecoderNet> network;

	/**
	 * @param options what is trained
	 * @param lessons on what
	 * @param seed of the weights it starts with
	 */
	public DecoderTrainee(final DecoderOptions options, final Lessons lessons, final long seed) {
		this.options = options;
		this.lessons = lessons;
		this.network = NetworkEngine.call(() -> new Network<>(new DecoderNet(options), seed));
	}

	@Override
	public ModelConfig config() {
		return options.config();
	}

	@Override
	public Network<DecoderNet> network() {
		return network;
	}

	@Override
	public DecoderBatch batch(final long step, final SplittableRandom random) {
		final DecoderBatch batch = DecoderLesson.batch(options, lessons.size());
		for (int i = 0; i < lessons.size(); i++) lesson(random).write(batch, i, SCHEDULE, random);
		return batch;
	}

	private DecoderLesson lesson(final SplittableRandom random) {
		final Clip clip = lessons.clips().apply(random);
		final FirstFrame plain = FirstFrame.of(clip), first = plain.withPalette(plain.palette().shuffled(random));
		return switch (options.condition()) {
			case REPRESENTATION -> new DecoderLesson(options, clip, motion(clip, first, random), DecoderLesson.camera(clip.future(), options
				.largestSpeed()));
			case CUES -> cues(clip, first, random);
		};
	}

	private FrameConditions motion(final Clip clip, final FirstFrame first, final SplittableRandom random) {
		final MotionNoise noise = MotionNoise.random(random);
		final boolean asked = noise.level() > 0 && lessons.predicted() != null;
		final DenseMotion motion = asked ? lessons.predicted().apply(clip) : noise.apply(clip.future(), random);
		return FrameConditions.ofMotion(options, first, DecoderLesson.way(motion), 0, motion, asked ? MotionNoise.PREDICTED : noise, asked
			? null : random);
	}

	private DecoderLesson cues(final Clip clip, final FirstFrame first, final SplittableRandom random) {
		final Cues shown = Masking.DEFAULT.shown(ClipFlow.tracked(clip), random);
		final double[] camera = { clip.camera(0), clip.camera(1) };
		return new DecoderLesson(options, clip, FrameConditions.ofCues(options, first, CueField.paint(clip.labels(0), shown), camera),
			new float[] { (float) (camera[0] / options.largestSpeed()), (float) (camera[1] / options.largestSpeed()) });
	}

	@Override
	public NDArray of(final NDManager scope, final DecoderBatch batch) {
		final long clips = (long) lessons.size() * options.frames(), side = options.side();
		final Shape frames = new Shape(clips, Clip.COLOURS, side, side);
		final NDArray said = network.layer().forward(FloatTransfer.in(scope, batch.noisy(), frames), FloatTransfer.in(scope, batch.planes(),
			new Shape(clips, FrameConditions.PLANES, side, side)), batch.timesteps(), FloatTransfer.in(scope, batch.camera(), new Shape(lessons
				.size(), DecoderNet.CAMERA)));
		return said.mul(FloatTransfer.in(scope, batch.gain(), frames)).sub(FloatTransfer.in(scope, batch.rest(), frames)).square().mean();
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
