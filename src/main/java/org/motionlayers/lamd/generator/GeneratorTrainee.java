package org.motionlayers.lamd.generator;

import java.util.SplittableRandom;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Mix;
import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelConfig;

/**
 * The motion generator being trained (LaMD, Eq. 5): E |epsilon - epsilon_theta(z_t, t, content, prompt)|^2, the mean over elements, t
 * uniform; v in place of epsilon where the options say so. Latents are drawn anew at every step from what the autoencoder says of the clip, and normalised. Content and prompt are each left
 * out now and then, so that the network can be asked without them (classifier-free guidance).
 */
public final class GeneratorTrainee implements Trainee<GeneratorBatch> {

	/** Latents of a step. */
	public static final int BATCH = 32;

	/** Probability that the content, and that the prompt, is left out. */
	public static final double DROPPED = .1;

	private final GeneratorOptions options;
	private final NoiseSchedule schedule;
	private final int latents;
	private final Function<SplittableRandom, GeneratorExample> examples;
	private final Network<GeneratorNetwork> network;

	/**
	 * @param options what it is made of
	 * @param latents number of latents of a step
	 * @param examples draws what to learn from, of the size that the options say and with prompts that they know
	 * @param seed of the first weights
	 */
	public GeneratorTrainee(final GeneratorOptions options, final int latents, final Function<SplittableRandom, GeneratorExample> examples,
		final long seed)
	{
		this.options = options;
		this.schedule = options.diffusion().noise().schedule();
		this.latents = latents;
		this.examples = examples;
		this.network = NetworkEngine.call(() -> new Network<>(new GeneratorNetwork(options), seed));
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
	public GeneratorBatch batch(final long step, final SplittableRandom random) {
		final int size = options.shape().size();
		final GeneratorConditions conditions = GeneratorConditions.blank(options, latents);
		final double[] timesteps = new double[latents];
		final float[] noisy = new float[latents * size], asked = new float[noisy.length];
		for (int b = 0; b < latents; b++) {
			final SplittableRandom own = random.split();
			final GeneratorExample example = examples.apply(own);
			if (!example.latent().shape().equals(options.shape())) throw new IllegalArgumentException("A latent of " + example.latent().shape() +
				" was given to learn from; the generator draws " + options.shape() + ".");
			if (own.nextDouble() >= DROPPED) conditions.tellContent(b, example.content(), options.content().deviation());
			if (own.nextDouble() >= DROPPED) conditions.tell(b, GeneratorConditions.Asked.of(options, example.prompt()));
			final float[] clean = options.statistics().normalised(example.latent().sample(own));
			final int t = own.nextInt(schedule.steps());
			timesteps[b] = schedule.timestep(t);
			final Mix mix = schedule.noising(t), target = options.diffusion().prediction().target(schedule.alphaBar(t));
			for (int i = 0; i < size; i++) {
				final double epsilon = own.nextGaussian();
				asked[b * size + i] = (float) target.of(clean[i], epsilon);
				noisy[b * size + i] = (float) mix.of(clean[i], epsilon);
			}
		}
		return new GeneratorBatch(conditions, timesteps, noisy, asked);
	}

	@Override
	public NDArray of(final NDManager scope, final GeneratorBatch batch) {
		final Shape shape = new Shape(batch.conditions().size(), options.shape().d(), options.shape().h(), options.shape().w());
		final GeneratorNetwork layer = network.layer();
		final NDArray predicted = layer.forward(FloatTransfer.in(scope, batch.noisy(), shape), batch.timesteps(), layer.condition(scope, batch
			.conditions()));
		return predicted.sub(FloatTransfer.in(scope, batch.asked(), shape)).square().mean();
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
