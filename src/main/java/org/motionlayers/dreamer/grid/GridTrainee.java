package org.motionlayers.dreamer.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Mix;
import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.dreamer.cue.ClipFlow;
import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.predict.Cues;

/** Stage I on the grid being trained (Motion Dreamer, algorithm 1): x0-prediction over the linear schedule of 1000 steps. */
public final class GridTrainee implements Trainee<GridBatch> {

	/** Clips of a step. */
	public static final int BATCH = 4;

	/** The steps of noise. */
	static final NoiseSchedule SCHEDULE = NoiseSchedule.linear();

	private final GridOptions options;
	private final int clips;
	private final Function<SplittableRandom, Clip> scenes;
	private final Network<GridNetwork> network;
	private final GridLoss loss;

	/**
	 * @param options what it is made of
	 * @param clips number of clips of a step
	 * @param scenes draws a clip to learn from, of the side and number of frames of the options; may be called from several threads
	 * @param seed of the first weights
	 */
	public GridTrainee(final GridOptions options, final int clips, final Function<SplittableRandom, Clip> scenes, final long seed) {
		this.options = options;
		this.clips = clips;
		this.scenes = scenes;
		this.network = NetworkEngine.call(() -> new Network<>(new GridNetwork(options), seed));
		this.loss = new GridLoss(options);
	}

	/** @return one that learns from simulated collisions */
	public static GridTrainee ofCollisions(final GridOptions options, final long seed) {
		return new GridTrainee(options, BATCH, new CollisionClips(options.side(), options.frames())::draw, seed);
	}

	@Override
	public ModelConfig config() {
		return options.config();
	}

	@Override
	public Network<?> network() {
		return network;
	}

	@Override
	public GridBatch batch(final long step, final SplittableRandom random) {
		final List<SplittableRandom> randoms = new ArrayList<>();
		for (int b = 0; b < clips; b++) randoms.add(random.split());
		final int size = options.frames() * Representation.PLANES * options.side() * options.side();
		final float[] clean = new float[clips * size], noisy = new float[clean.length], weights = new float[clean.length];
		final double[] timesteps = new double[clips];
		final GridCase[] cases = new GridCase[clips];
		IntStream.range(0, clips).parallel().forEach(b -> {
			final SplittableRandom own = randoms.get(b);
			final Clip clip = scenes.apply(own);
			final Palette palette = Palette.byArea(clip.labels(0)).shuffled(own);
			final Cues shown = options.masking().shown(ClipFlow.tracked(clip), own);
			final GridCase open = GridCase.of(options, clip.rgb(0), clip.labels(0), clip.depth(0), palette, shown, new double[] { clip.camera(0), clip.camera(
				1) });
			cases[b] = open.hidden(options.masking().hide(open.field(), own));
			final int t = own.nextInt(SCHEDULE.steps());
			timesteps[b] = SCHEDULE.timestep(t);
			System.arraycopy(GridInputs.encode(options, cases[b], clip.future()), 0, clean, b * size, size);
			noise(SCHEDULE.noising(t), own, clean, noisy, b * size, size);
			loss.weights(cases[b], weights, b * size);
		});
		return new GridBatch(GridInputs.of(options, List.of(cases)), timesteps, clean, noisy, weights);
	}

	private static void noise(final Mix mix, final SplittableRandom random, final float[] clean, final float[] noisy, final int start,
		final int size)
	{
		for (int i = start; i < start + size; i++) noisy[i] = (float) (mix.first() * clean[i] + mix.second() * random.nextGaussian());
	}

	@Override
	public NDArray of(final NDManager scope, final GridBatch batch) {
		final Shape shape = new Shape((long) clips * options.frames(), Representation.PLANES, options.side(), options.side());
		final NDArray noisy = FloatTransfer.in(scope, batch.noisy(), shape), clean = FloatTransfer.in(scope, batch.clean(), shape);
		final NDArray predicted = network.layer().forward(noisy, batch.timesteps(), network.layer().condition(scope, batch.inputs()));
		return Constant.times(predicted.sub(clean).square().mul(FloatTransfer.in(scope, batch.weights(), shape)).sum(), 1.0 / clips);
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
