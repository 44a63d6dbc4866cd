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
 * of noisy ones. A first guess is made from noise and straight motion alone; a transformer attends across objects, as they would lie under
 * that guess, and across time; then a stepper walks the objects through time. Where there is little noise left, the guess counts more than
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
			geometry = new Geometry(manager, scenes, neighbourhood);
			straight = FloatTransfer.in(manager, scenes.straight(), new Shape(b, n, t, format.tokenValues()));
			final NDArray features = FloatTransfer.in(manager, scenes.features(), new Shape(b, n, 1, format.features()));
			final double[] numbers = new double[scenes.frames()];
			// frames count as far as the last one they lead to
			for (int k = 0; k < numbers.length; k++) numbers[k] = 100.0 * (k + 1) / numbers.length + k;
			final NDArray which = FloatTransfer.in(manager, Sinusoid.of(numbers, channels), new Shape(1, 1, t, channels));
			condition = Keep.result(() -> frame.forward(which).add(condition1.forward(Activation.silu(condition0.forward(features)))));
		}

		/** @return number of values of all tokens */
		int size() {
			return scenes.straight().length;
		}
	}

	/**
	 * Predicts.
	 *
	 * @param noisy tokens (scenes, objects, frames, token values)
	 * @param timesteps of the noise, one a scene
	 * @param known the scenes
	 * @return two estimates of the clean tokens, of the same shape: that of the walk alone, and the one that counts
	 */
	List<NDArray> forward(final NDArray noisy, final double[] timesteps, final Prepared known) {
		final NDManager manager = noisy.getManager();
		final long b = noisy.getShape().get(0);
		final NDArray embedded = time.forward(manager, timesteps).reshape(b, 1, 1, channels);
		final NDArray guess = guess(noisy, timesteps, known);
		final NDArray x = Keep.result(() -> {
			final NDArray displacement = known.geometry.displacement(guess), velocity = Geometry.velocity(displacement);
			final NDArray edges = known.geometry.ofPairs(displacement, velocity);
			NDArray tokens = input.forward(noisy).add(known.condition).add(embedded).add(look.forward(known.geometry.ofTokens(displacement,
				velocity)));
			for (final ObjectBlock block : blocks) tokens = block.forward(tokens, edges, known.neighbourhood);
			return norm.forward(tokens);
		});
		final NDArray walk = Keep.result(() -> {
			final NDArray first = Geometry.velocity(known.geometry.displacement(known.straight)).get(new NDIndex(":, :, 0:1"));
			final NDArray path = Constant.times(stepper.forward(x, first, known.geometry, known.neighbourhood), 1 / format.reach());
			final NDArray rest = known.straight.get(new NDIndex("..., " + format.dimensions() + ":")).add(others.forward(x));
			return path.concat(rest, -1);
		});
		final NDArray last = Keep.result(() -> guess.sub(walk).mul(ai.djl.nn.Activation.sigmoid(trust.forward(embedded))).add(walk));
		return List.of(walk, last);
	}

	/** The mean of x_0 given x_t where x_0 is normal about straight motion: s + g (x_t - sqrt(a) s), g = sqrt(a) v / (a v + 1 - a). */
	private static NDArray guess(final NDArray noisy, final double[] timesteps, final Prepared known) {
		final float[] gains = new float[timesteps.length], roots = new float[timesteps.length];
		for (int k = 0; k < gains.length; k++) {
			final double a = ObjectFormat.SCHEDULE.alphaBar((int) timesteps[k]), v = ObjectFormat.SPREAD * ObjectFormat.SPREAD;
			roots[k] = (float) Math.sqrt(a);
			gains[k] = (float) (Math.sqrt(a) * v / (a * v + 1 - a));
		}
		final Shape each = new Shape(timesteps.length, 1, 1, 1);
		return Keep.result(() -> {
			final NDManager manager = noisy.getManager();
			return noisy.sub(known.straight.mul(FloatTransfer.in(manager, roots, each))).mul(FloatTransfer.in(manager, gains, each)).add(known.straight);
		});
	}
}
