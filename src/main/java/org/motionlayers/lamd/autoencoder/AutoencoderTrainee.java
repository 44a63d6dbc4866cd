package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.ShownClip;
import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.scene.InputException;

/** MCD-VAE as it is trained (LaMD, Eq. 1 and 2). */
public final class AutoencoderTrainee implements Trainee<AutoencoderBatch> {

	/**
	 * What it is trained with.
	 *
	 * @param clips of the network's size
	 * @param size clips of a batch
	 * @param decoded frames of a clip that are decoded and compared in a step, dealt anew for every one: fewer than all are cheaper where the
	 *          decoder makes every frame by itself
	 * @param steps of the whole training, which the course of the loss depends on
	 * @param weights of the terms of the loss
	 * @param perceptual features of frames for the perceptual term; null for none
	 */
	public record Lessons(ClipSource clips, int size, int decoded, long steps, LossWeights weights,
		PerceptualLoss perceptual)
	{

		/** Lessons without a perceptual network. */
		public Lessons(final ClipSource clips, final int size, final int decoded, final long steps, final LossWeights weights) {
			this(clips, size, decoded, steps, weights, null);
		}
	}

	/** Part of the clips that stand still and are decoded from zeros: a latent of zeros says that nothing moves. */
	private static final double STILL = .08;

	/** Part of the clips whose motion is read in other colours than they are decoded in: how something moves is not what it looks like. */
	private static final double RECOLOURED = .5;

	/** A pixel that differs by 1 / this from the first frame has changed in full. */
	private static final double CHANGED = 10;

	private final AutoencoderOptions options;
	private final Lessons lessons;
	private final Network<AutoencoderNet> network;

	/**
	 * @param options what is trained
	 * @param lessons on what
	 * @param seed of the weights it starts with
	 * @throws InputException where a discriminator would see too few frames
	 */
	public AutoencoderTrainee(final AutoencoderOptions options, final Lessons lessons, final long seed) {
		final int decoded = Math.min(options.frames(), lessons.decoded());
		if (options.adversary() > 0 && decoded < VideoDiscriminator.LEAST_FRAMES) throw new InputException("frames=" + decoded +
			": a discriminator looks at clips of at least " + VideoDiscriminator.LEAST_FRAMES + " frames; give adversarial=0 or more frames.");
		this.options = options;
		this.lessons = lessons;
		this.network = NetworkEngine.call(() -> new Network<>(new AutoencoderNet(options), seed));
	}

	@Override
	public ModelConfig config() {
		return options.config();
	}

	@Override
	public Network<AutoencoderNet> network() {
		return network;
	}

	@Override
	public AutoencoderBatch batch(final long step, final SplittableRandom random) {
		final int clip = options.frames() * options.frameSize();
		final float[] clips = new float[lessons.size() * clip], seen = new float[clips.length], kept = new float[lessons.size()];
		final int[] chosen = chosen(random);
		final MovedPixels moved = lessons.weights().known() > 0 && options.fusion() == Fusion.WARP ? new MovedPixels(options, lessons.size(),
			chosen) : null;
		for (int i = 0; i < lessons.size(); i++) {
			final boolean still = random.nextDouble() < STILL;
			final ShownClip any = lessons.clips().shown(random), drawn = still ? any.still() : any;
			options.need(drawn.clip());
			drawn.clip().copyTo(clips, i * clip);
			(random.nextDouble() < RECOLOURED ? drawn.clip().recoloured(random) : drawn.clip()).copyTo(seen, i * clip);
			kept[i] = still ? 0 : 1;
			if (moved != null) moved.add(drawn);
		}
		final float[] noise = new float[lessons.size() * options.latentShape().size()];
		for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextGaussian();
		return new AutoencoderBatch(clips, seen, kept, noise, chosen, moved == null ? null : moved.values(), step);
	}

	/** Frames dealt out evenly over the clip, one out of every stretch; null for all. */
	private int[] chosen(final SplittableRandom random) {
		final int frames = options.frames(), count = lessons.decoded();
		if (count >= frames || options.fusion() == Fusion.CONCAT) return null;
		final int[] chosen = new int[count];
		for (int i = 0; i < count; i++) chosen[i] = random.nextInt(i * frames / count, (i + 1) * frames / count);
		return chosen;
	}

	@Override
	public NDArray of(final NDManager scope, final AutoencoderBatch batch) {
		final AutoencoderNet net = network.layer();
		final Shape size = new Shape(lessons.size(), options.channels(), options.frames(), options.side(), options.side());
		final NDArray clip = FloatTransfer.in(scope, batch.clips(), size);
		final NDArray first = clip.get(":, :, 0");
		final NDList motion = net.motion(FloatTransfer.in(scope, batch.seen(), size));
		final NDArray noise = FloatTransfer.in(scope, batch.noise(), motion.get(0).getShape());
		final NDArray kept = FloatTransfer.in(scope, batch.kept(), new Shape(lessons.size(), 1, 1, 1, 1));
		final NDArray latent = noise.mul(Constant.times(motion.get(1), .5).exp()).add(motion.get(0)).mul(kept);
		final List<NDArray> flows = lessons.weights().flow() > 0 || batch.moved() != null ? new ArrayList<>() : null;
		final NDArray found = net.video(latent, net.content(first), first, batch.chosen(), flows);
		final NDArray truth = Frames.chosen(clip, 2, batch.chosen());
		final NDArray loss = loss(truth, found, first, motion, batch.step() / (double) lessons.steps());
		return flows == null || flows.isEmpty() ? loss : loss.add(ofFlows(first, truth, flows, batch.moved()));
	}

	private NDArray ofFlows(final NDArray first, final NDArray truth, final List<NDArray> flows, final float[] moved) {
		final LossWeights weights = lessons.weights();
		if (moved == null) return Constant.times(FetchedLoss.of(first, truth, flows), weights.flow());
		final Shape shape = new Shape(moved.length / (2L * options.side() * options.side()), 2, options.side(), options.side());
		final NDArray known = FloatTransfer.in(first.getManager(), moved, shape);
		return Constant.times(KnownFlowLoss.of(flows, known, weights.moved()), weights.known());
	}

	private NDArray loss(final NDArray truth, final NDArray found, final NDArray first, final NDList motion, final double done) {
		final LossWeights weights = lessons.weights();
		NDArray loss = difference(truth, found, first, weights.movedAt(done));
		loss = loss.add(Constant.times(divergence(motion), weights.divergenceAt(done)));
		if (weights.edges() > 0) loss = loss.add(Constant.times(EdgePyramidLoss.of(found, truth), weights.edges()));
		if (weights.perceptual() > 0 && lessons.perceptual() != null) loss = loss.add(Constant.times(lessons.perceptual().of(found, truth),
			weights.perceptual()));
		final VideoDiscriminator judge = network.layer().discriminator();
		if (judge != null) loss = loss.add(AdversarialLoss.of(judge, found, truth, done >= weights.start() ? weights.adversarial() : 0));
		return loss;
	}

	/** Mean absolute difference, in which pixels that have changed since the first frame weigh more. */
	private static NDArray difference(final NDArray truth, final NDArray found, final NDArray first, final double moved) {
		final NDArray off = found.sub(truth).abs();
		if (moved == 0) return off.mean();
		final NDArray changed = Constant.times(truth.sub(first.expandDims(2)).abs().max(new int[] { 1 }, true), CHANGED).clip(0, 1);
		return off.mul(Constant.times(changed, moved).add(1)).mean();
	}

	/** @return mean divergence of an element from N(0, 1) in nats: (mean^2 + variance - 1 - log variance) / 2 */
	static NDArray divergence(final NDList motion) {
		final NDArray mean = motion.get(0), log = motion.get(1);
		return Constant.times(mean.square().add(log.exp()).sub(log).mean().sub(1), .5);
	}

	/** Frees the network, and the perceptual one where there is one. */
	@Override
	public void close() {
		NetworkEngine.run(network::close);
		if (lessons.perceptual() != null) lessons.perceptual().close();
	}
}
