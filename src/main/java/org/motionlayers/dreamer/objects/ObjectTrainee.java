package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.motionlayers.diffusion.Mix;
import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelConfig;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Teaches an {@link ObjectNetwork} (Motion Dreamer, algorithm 1, with tokens of objects in place of pixels): some arrows of a clip are
 * dropped, its true tokens are noised, the network has to find them again. The loss is the mean error of the clean tokens (Eq. 10, squared
 * where it is small) plus the motion enhancement loss (Eq. 12) over the objects whose arrow says that they move, plus the error of how
 * objects depart.
 */
public final class ObjectTrainee implements Trainee<ObjectTrainee.Lesson> {

	/** Clips with their noise, and whether the network may look at a walk of its own first. */
	record Lesson(ObjectBatch batch, float[] noisy, double[] timesteps, boolean again) {}

	/**
	 * How it is taught.
	 *
	 * @param batch scenes in a step
	 * @param cues what is left to know
	 * @param motionLoss lambda, weight of the motion enhancement loss
	 * @param threshold tau, pixels per frame over the mean diameter
	 */
	public record Options(int batch, CueDraw cues, double motionLoss, double threshold) {

		/** 64 scenes in a step, lambda 1, tau a thirtieth of a diameter per frame: a third of a pixel at 64 x 64. */
		public static final Options DEFAULT = new Options(64, CueDraw.DEFAULT, 1, .03);

		/** @return the same with other scenes in a step */
		public Options withBatch(final int scenes) {
			return new Options(scenes, cues, motionLoss, threshold);
		}

		/** @return the same with other cues */
		public Options withCues(final CueDraw draw) {
			return new Options(batch, draw, motionLoss, threshold);
		}
	}

	/** The estimate of the walk alone counts so much against the last one. */
	private static final double EARLIER = .25;

	/**
	 * Where objects would go without contacts counts so much: no slope leads from what comes after a contact back to how an object departed, so
	 * that has to be taught by itself.
	 */
	private static final double DEPARTURE = .5;

	/** Distances of tokens well above this count in proportion, not squared. */
	private static final double NEAR = .05;

	/** Part of the lessons with a walk to look at. */
	private static final double AGAIN = .5;

	private final ModelConfig config;
	private final Network<ObjectNetwork> network;
	private final Options options;
	private final List<List<ObjectClip>> groups;
	private final int clips;

	/**
	 * @param config made by {@link ObjectNetwork#config}
	 * @param clips what is learned from; of as many future frames as the configuration has at most
	 * @param options how
	 * @param seed of the first weights
	 */
	public ObjectTrainee(final ModelConfig config, final List<ObjectClip> clips, final Options options, final long seed) {
		this.config = config;
		this.options = options;
		this.clips = clips.size();
		final TreeMap<Integer, List<ObjectClip>> bySize = new TreeMap<>();
		for (final ObjectClip clip : clips) bySize.computeIfAbsent(clip.scene().objects(), n -> new ArrayList<>()).add(clip);
		this.groups = List.copyOf(bySize.values());
		this.network = NetworkEngine.call(() -> new Network<>(new ObjectNetwork(config), seed));
	}

	@Override
	public ModelConfig config() {
		return config;
	}

	@Override
	public Network<ObjectNetwork> network() {
		return network;
	}

	@Override
	public Lesson batch(final long step, final SplittableRandom random) {
		final ObjectFormat format = network.layer().format();
		final List<ObjectClip> group = group(random.nextInt(clips));
		final int frames = frames(format.frames(), random);
		final List<ObjectClip> chosen = new ArrayList<>();
		final List<ObjectCues> cues = new ArrayList<>();
		for (int k = 0; k < options.batch; k++) {
			final ObjectClip clip = Symmetry.random(random, format.dimensions()).of(group.get(random.nextInt(group.size())));
			chosen.add(clip);
			cues.add(options.cues.draw(clip, frames, random));
		}
		return noised(ObjectBatch.of(format, frames, chosen, cues, options.threshold), random);
	}

	/** The clips with as many objects as a clip drawn from all of them. */
	private List<ObjectClip> group(final int clip) {
		int rest = clip;
		for (final List<ObjectClip> group : groups) {
			if (rest < group.size()) return group;
			rest -= group.size();
		}
		throw new IllegalStateException("Clip " + clip + " of " + clips + " is in no group.");
	}

	/** Half of the most frames mostly, sometimes all or a quarter: a network for any of them. */
	private static int frames(final int most, final SplittableRandom random) {
		final double kind = random.nextDouble();
		if (kind < .1) return most;
		return Math.max(1, kind < .9 ? (most + 1) / 2 : (most + 3) / 4);
	}

	private static Lesson noised(final ObjectBatch batch, final SplittableRandom random) {
		final int scenes = batch.input().scenes(), each = batch.truth().length / scenes;
		final float[] noisy = new float[batch.truth().length];
		final double[] timesteps = new double[scenes];
		for (int k = 0; k < scenes; k++) {
			final int t = random.nextInt(ObjectFormat.SCHEDULE.steps());
			final Mix mix = ObjectFormat.SCHEDULE.noising(t);
			timesteps[k] = t;
			for (int p = k * each; p < (k + 1) * each; p++) noisy[p] = (float) (mix.first() * batch.truth()[p] + mix.second() * random
				.nextGaussian());
		}
		return new Lesson(batch, noisy, timesteps, random.nextDouble() < AGAIN);
	}

	@Override
	public NDArray of(final NDManager scope, final Lesson lesson) {
		final ObjectInput input = lesson.batch.input();
		final Shape tokens = new Shape(input.scenes(), input.objects(), input.frames(), input.format().tokenValues());
		final Shape each = new Shape(input.scenes(), input.objects(), input.frames(), 1);
		final NDArray truth = FloatTransfer.in(scope, lesson.batch.truth(), tokens);
		final NDArray weights = FloatTransfer.in(scope, weights(lesson.batch), each);
		final float[] before = lesson.again ? network.compute(inner -> network.layer().forward(FloatTransfer.in(inner, lesson.noisy, tokens),
			lesson.timesteps, network.layer().new Prepared(inner, input), null).walk().toFloatArray()) : null;
		final ObjectNetwork.Estimate estimate = network.layer().forward(FloatTransfer.in(scope, lesson.noisy, tokens), lesson.timesteps, network
			.layer().new Prepared(scope, input), before);
		final NDArray straight = Constant.times(truth.get(new NDIndex(":, :, 0:1, 0:" + input.format().dimensions())), input.frames());
		return missed(estimate.last(), truth, weights).add(Constant.times(missed(estimate.walk(), truth, weights), EARLIER)).add(Constant.times(missed(
			estimate.straight(), straight, weights.get(new NDIndex(":, :, 0:1"))), DEPARTURE * input.frames()));
	}

	/**
	 * The weighed sum of how far tokens are from the truth: their squared distance where they are near, in proportion to it where they are
	 * far. What comes after many contacts is anybody's guess; a square would have the network shrink all pushes because of it.
	 */
	private static NDArray missed(final NDArray found, final NDArray truth, final NDArray weights) {
		final NDArray square = found.sub(truth).square().sum(new int[] { -1 }, true);
		return Constant.times(square.add(NEAR * NEAR).sqrt().sub(NEAR).mul(weights).sum(), 2 * NEAR);
	}

	/** Weight of every token in both losses: known / sum(known) + lambda moved / sum(moved) (Eq. 10 and 12, each a mean of its own). */
	private float[] weights(final ObjectBatch batch) {
		final float known = sum(batch.weights()), moved = sum(batch.moved());
		final float[] weights = new float[batch.weights().length];
		for (int p = 0; p < weights.length; p++) {
			if (known > 0) weights[p] += batch.weights()[p] / known;
			if (moved > 0) weights[p] += (float) (options.motionLoss * batch.moved()[p] / moved);
		}
		return weights;
	}

	private static float sum(final float[] values) {
		float sum = 0;
		for (final float v : values) sum += v;
		return sum;
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
