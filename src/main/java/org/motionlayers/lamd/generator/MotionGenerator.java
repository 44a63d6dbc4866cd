package org.motionlayers.lamd.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Constraint;
import org.motionlayers.diffusion.Denoiser;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.Guidance;
import org.motionlayers.diffusion.NoiseSource;
import org.motionlayers.diffusion.Prediction;
import org.motionlayers.diffusion.SamplingLoop;
import org.motionlayers.diffusion.StepListener;
import org.motionlayers.network.Architectures;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkDenoiser;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.Progress;

/**
 * The motion generator of LaMD, trained (3.3 and 3.4): draws latents of motion that suit a first frame and what is asked of it. Estimates are
 * not clipped: latents have no range. May be called from any thread.
 */
public final class MotionGenerator implements AutoCloseable {

	/** Latents drawn in one batch, so that memory does not grow with their number. */
	private static final int TOGETHER = 8;

	private final Network<GeneratorNetwork> network;
	private final GeneratorOptions options;

	MotionGenerator(final Network<GeneratorNetwork> network) {
		this.network = network;
		this.options = network.layer().options();
	}

	/**
	 * Loads a model.
	 *
	 * @param folder a model of architecture {@value GeneratorOptions#ARCHITECTURE}
	 * @throws IOException where it cannot be read
	 * @throws org.motionlayers.network.weights.ModelException where it is no such model, or damaged
	 */
	public static MotionGenerator open(final Path folder) throws IOException {
		return new MotionGenerator(ModelFolder.open(folder).load(GeneratorNetwork.class, new Architectures(Map.of(GeneratorOptions.ARCHITECTURE,
			config -> new GeneratorNetwork(GeneratorOptions.of(config))))));
	}

	/** @return what it is made of and what it can be asked */
	public GeneratorOptions options() {
		return options;
	}

	/**
	 * What is drawn, and how.
	 *
	 * @param prompt what is asked
	 * @param samples how many latents, at least 1
	 * @param drawing by which sampler and in how many steps
	 * @param guidance 1 for the network as it is; above, the prompt is followed more strictly, or the content where nothing is asked
	 * @param seed of the noise; sample k is the same whatever the number of samples, up to rounding
	 */
	public record Order(Prompt prompt, int samples, Drawing drawing, double guidance, long seed) {

		/** Checks the numbers. */
		public Order {
			if (samples < 1) throw new IllegalArgumentException("samples=" + samples + ": at least one is needed.");
			if (!(guidance >= 0 && guidance <= 100)) throw new IllegalArgumentException("guidance=" + guidance + ": a strength from 0 to 100 is needed.");
		}
	}

	/**
	 * Draws latents.
	 *
	 * @param content features of the first frame, (channels, h, w) row-major
	 * @param order what is drawn
	 * @param progress is told and asked at every step
	 * @param steps is told of the latents at every step; of all of one batch after those of another
	 * @return as many latents as were ordered, as the autoencoder's decoder takes them: (d, h, w) each
	 * @throws org.motionlayers.scene.InputException where the model cannot be asked that
	 * @throws java.util.concurrent.CancellationException where the progress said so
	 */
	public List<float[]> draw(final float[] content, final Order order, final Progress progress, final LatentSteps steps) {
		final GeneratorConditions.Asked asked = GeneratorConditions.Asked.of(options, order.prompt);
		final List<float[]> latents = new ArrayList<>();
		final int batches = (order.samples + TOGETHER - 1) / TOGETHER;
		for (int batch = 0; batch < batches; batch++) {
			final long before = batch, all = batches;
			final int first = batch * TOGETHER, count = Math.min(TOGETHER, order.samples - first);
			final StepListener listener = (done, total, sample, original) -> {
				progress.update(before * total + done, all * total, "drawing motion");
				if (steps != LatentSteps.NONE) steps.stepped(done, total, restored(sample));
			};
			latents.addAll(restored(drawn(content, asked, order, LongStream.range(first, first + count).map(k -> Network.mix(order.seed, k))
				.toArray(), listener)));
		}
		return latents;
	}

	private List<float[]> restored(final float[] samples) {
		final int size = options.shape().size();
		final List<float[]> latents = new ArrayList<>();
		for (int i = 0; i < samples.length; i += size) latents.add(options.statistics().restored(Arrays.copyOfRange(samples, i, i + size)));
		return latents;
	}

	private float[] drawn(final float[] content, final GeneratorConditions.Asked asked, final Order order, final long[] seeds,
		final StepListener listener)
	{
		final boolean guided = order.guidance != 1;
		final int count = seeds.length;
		final GeneratorConditions given = GeneratorConditions.blank(options, guided ? 2 * count : count);
		for (int i = 0; i < given.size(); i++) {
			// The second half is what guidance compares with: without the prompt, or without the content where nothing is asked.
			if (i < count || !order.prompt.isEmpty()) given.tellContent(i, content, options.content().deviation());
			if (i < count) given.tell(i, asked);
		}
		return network.compute(scope -> {
			final GeneratorNetwork.Condition condition = network.layer().condition(scope, given);
			final double[] timesteps = new double[given.size()];
			final NetworkDenoiser.Forward forward = (sample, timestep) -> {
				Arrays.fill(timesteps, timestep);
				return network.layer().forward(sample, timesteps, condition);
			};
			final Shape shape = new Shape(count, options.shape().d(), options.shape().h(), options.shape().w());
			final Denoiser denoiser = guided ? new Guidance(NetworkDenoiser.pair(network, shape, forward), order.guidance) : new NetworkDenoiser(network,
				shape, forward);
			return new SamplingLoop(order.drawing.sampler(options.diffusion().noise().schedule(), Prediction.of(options.diffusion()
				.prediction())), denoiser, Constraint.NONE,
				listener).draw(count * options.shape().size(), NoiseSource.oneAfterAnother(Arrays.stream(seeds).mapToObj(NoiseSource::gaussian).toArray(
					NoiseSource[]::new)));
		});
	}

	/** @return how many arrays the network owns: as many as weights, unless a draw leaks */
	int ownedArrays() {
		return NetworkEngine.call(network::ownedArrays);
	}

	/** Frees the network. */
	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
