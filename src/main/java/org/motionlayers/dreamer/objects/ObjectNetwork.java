package org.motionlayers.dreamer.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.Sinusoid;
import org.motionlayers.network.block.TimeEmbedding;
import org.motionlayers.network.block.TokenNorm;
import org.motionlayers.network.weights.ModelConfig;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * The denoiser of object space: predicts the clean tokens (displacement, change of size, depth of every object at every future frame) out
 * of noisy ones. A first guess is made from noise and straight motion alone, or is the walk of the step before, which also shows how far
 * it missed the arrows (self-conditioning, Chen et al. 2022); a transformer attends across objects, as they would lie under that guess,
 * and across time; then a stepper walks the objects through time. Where there is little noise left, the guess out of it counts more than
 * the walk.
 */
public final class ObjectNetwork extends Layer {

	/** What configurations of it name. */
	public static final String ARCHITECTURE = "dreamer-objects";

	private final ObjectFormat format;
	private final int channels;
	private final Dense condition0;
	private final Dense condition1;
	private final Dense input;
	private final Dense again;
	private final Dense frame;
	private final TimeEmbedding time;
	private final Dense look;
	private final List<ObjectBlock> blocks = new ArrayList<>();
	private final ObjectStepper stepper;
	private final TokenNorm norm;
	private final Dense others;
	private final Dense trust;

	/** @param config made by {@link #config}, or read from a model */
	public ObjectNetwork(final ModelConfig config) {
		config.allowOnly("dimensions", "frames", "reach", "appearance", "channels", "inner", "heads", "blocks");
		format = ObjectFormat.of(config);
		channels = config.integer("channels", 8, 2048);
		final int heads = config.integer("heads", 1, channels);
		if (channels % (2 * heads) != 0) throw new org.motionlayers.network.weights.ModelException(config.origin() + ": " +
			channels + " channels are no multiple of twice the " + heads + " heads.");
		condition0 = child("condition.0", new Dense(format.features(), channels));
		condition1 = child("condition.1", new Dense(channels, channels));
		input = child("input", new Dense(format.tokenValues(), channels));
		again = child("again", Dense.zero(format.tokenValues() + format.dimensions() + 1, channels));
		frame = child("frame", new Dense(channels, channels));
		time = child("time", new TimeEmbedding(channels, channels));
		look = child("look", Dense.withoutBias(Geometry.tokenFeatures(format.dimensions()), channels));
		final int count = config.integer("blocks", 1, 64), dims = format.dimensions();
		for (int k = 0; k < count; k++) blocks.add(child("block." + k, new ObjectBlock(channels, Geometry.pairFeatures(dims), heads, format
			.frames())));
		norm = child("norm", new TokenNorm(channels));
		stepper = child("stepper", new ObjectStepper(dims, channels, config.integer("inner", 4, 2048)));
		others = child("others", Dense.zero(channels, ObjectFormat.OTHERS));
		trust = child("trust", new Dense(channels, 1));
	}

	/**
	 * @param format how scenes become numbers
	 * @param channels of a token inside
	 * @param inner channels of an object's state in the stepper
	 * @param heads of attention, divide half the channels
	 * @param blocks of attention
	 */
	public static ModelConfig config(final ObjectFormat format, final int channels, final int inner, final int heads, final int blocks) {
		final Map<String, Object> values = new HashMap<>(format.values());
		values.putAll(Map.of("channels", channels, "inner", inner, "heads", heads, "blocks", blocks));
		return ModelConfig.of(ARCHITECTURE, values);
	}

	/** @return how scenes become numbers */
	public ObjectFormat format() {
		return format;
	}

	/** What of a batch stays the same at all steps of sampling. */
	final class Prepared {

		private final ObjectInput scenes;
		private final Geometry geometry;
		private final Neighbourhood neighbourhood;
		private final NDArray condition;
		private final NDArray straight;

		/** @param manager owns what is made of the input */
		Prepared(final NDManager manager, final ObjectInput scenes) {
			this.scenes = scenes;
			final long b = scenes.scenes(), n = scenes.objects(), t = scenes.frames();
			neighbourhood = Neighbourhood.of(manager, scenes);
			geometry = new Geometry(scenes);
			straight = FloatTransfer.in(manager, scenes.straight(), new Shape(b, n, t, format.tokenValues()));
			final NDArray features = FloatTransfer.in(manager, scenes.features(), new Shape(b, n, 1, format.features()));
			final double[] numbers = new double[scenes.frames()];
			// frames count as far as the last one they lead to
			for (int k = 0; k < numbers.length; k++) numbers[k] = 100.0 * (k + 1) / numbers.length + k;
			final NDArray which = FloatTransfer.in(manager, Sinusoid.of(numbers, channels), new Shape(1, 1, t, channels));
			condition = Keep.result(() -> frame.forward(which).add(condition1.forward(Activation.silu(condition0.forward(features)))));
		}

		/** A walk as tokens see it: what it differs from straight motion; how far it ends from where the arrow says, if one does; 1. */
		private float[] again(final float[] walk) {
			final int values = format.tokenValues(), dims = format.dimensions(), frames = scenes.frames(), each = values + dims + 1;
			final float[] seen = new float[walk.length / values * each];
			for (int row = 0; row < walk.length / values; row++) {
				final int object = row / frames, end = (object * frames + frames - 1) * values;
				for (int v = 0; v < values; v++) seen[row * each + v] = walk[row * values + v] - scenes.straight()[row * values + v];
				for (int d = 0; d < dims && scenes.hasArrow(object); d++) seen[row * each + values + d] = scenes.straight()[end + d] - walk[end + d];
				seen[row * each + each - 1] = 1;
			}
			return seen;
		}
	}

	/**
	 * What is predicted of the clean tokens.
	 *
	 * @param walk by the walk alone, of the shape of the tokens
	 * @param last the one that counts, of the same shape
	 * @param straight where the velocities that the walk begins with would lead in all frames (scenes, objects, 1, dimensions), as tokens
	 */
	record Estimate(NDArray walk, NDArray last, NDArray straight) {}

	/**
	 * Predicts.
	 *
	 * @param noisy tokens (scenes, objects, frames, token values)
	 * @param timesteps of the noise, one a scene
	 * @param known the scenes
	 * @param before the walk that was predicted for the same tokens with more noise, of the shape of the tokens; null where there is none
	 */
	Estimate forward(final NDArray noisy, final double[] timesteps, final Prepared known, final float[] before) {
		final NDManager manager = noisy.getManager();
		final long b = noisy.getShape().get(0), n = known.scenes.objects(), m = known.scenes.neighbours(), t = known.scenes.frames();
		final NDArray embedded = time.forward(manager, timesteps).reshape(b, 1, 1, channels);
		final float[] guess = guess(noisy.toFloatArray(), timesteps, known.scenes.straight()), moved = displacement(before == null ? guess : before);
		final float[] velocity = known.geometry.velocity(moved);
		final NDArray x = Keep.result(() -> {
			final NDArray own = FloatTransfer.in(manager, known.geometry.ofTokens(moved, velocity).features(), new Shape(b, n, t, Geometry
				.tokenFeatures(format.dimensions())));
			final NDArray edges = FloatTransfer.in(manager, known.geometry.ofPairs(moved, velocity).features(), new Shape(b, n, m, t, Geometry
				.pairFeatures(format.dimensions())));
			NDArray tokens = input.forward(noisy).add(known.condition).add(embedded).add(look.forward(own));
			if (before != null) tokens = tokens.add(again.forward(FloatTransfer.in(manager, known.again(before), new Shape(b, n, t, format.tokenValues() +
				format.dimensions() + 1))));
			for (final ObjectBlock block : blocks) tokens = block.forward(tokens, edges, known.neighbourhood);
			return norm.forward(tokens);
		});
		final ObjectStepper.Walk walked = stepper.forward(x, FloatTransfer.in(manager, known.scenes.departures(), new Shape(b, n, 1, format
			.dimensions())), known.geometry, known.neighbourhood);
		final NDArray walk = Keep.result(() -> {
			final NDArray path = Constant.times(walked.path(), 1 / format.reach());
			final NDArray rest = known.straight.get(new NDIndex("..., " + format.dimensions() + ":")).add(others.forward(x));
			return path.concat(rest, -1);
		});
		final NDArray last = Keep.result(() -> FloatTransfer.in(manager, guess, noisy.getShape()).sub(walk).mul(ai.djl.nn.Activation.sigmoid(trust
			.forward(embedded))).add(walk));
		return new Estimate(walk, last, Constant.times(walked.departure(), t / (ObjectInput.VELOCITY_SCALE * format.reach())));
	}

	/** The mean of x_0 given x_t where x_0 is normal about straight motion: s + g (x_t - sqrt(a) s), g = sqrt(a) v / (a v + 1 - a). */
	private static float[] guess(final float[] noisy, final double[] timesteps, final float[] straight) {
		final float[] guess = new float[noisy.length];
		final int each = noisy.length / timesteps.length;
		for (int k = 0; k < timesteps.length; k++) {
			final double a = ObjectFormat.SCHEDULE.alphaBar((int) timesteps[k]), v = ObjectFormat.SPREAD * ObjectFormat.SPREAD;
			final double root = Math.sqrt(a), gain = root * v / (a * v + 1 - a);
			for (int p = k * each; p < (k + 1) * each; p++) guess[p] = (float) (straight[p] + gain * (noisy[p] - root * straight[p]));
		}
		return guess;
	}

	/** @return displacements in mean diameters, of tokens */
	private float[] displacement(final float[] tokens) {
		final int dims = format.dimensions(), values = format.tokenValues();
		final float[] displacement = new float[tokens.length / values * dims];
		for (int p = 0; p < displacement.length; p++) displacement[p] = (float) (format.reach() * tokens[p / dims * values + p % dims]);
		return displacement;
	}
}
