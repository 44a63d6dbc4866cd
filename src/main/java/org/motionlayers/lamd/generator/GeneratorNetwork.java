package org.motionlayers.lamd.generator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.Dense;

/**
 * The motion generator of LaMD (3.3): predicts the noise in a noisy latent, or v, under the content of the first frame, a class or a sentence.
 * Pixels of the latent attend to the cells of the content, the class and the words as tokens of one sequence; beside that, the content may
 * be put beside the latent as planes. Weights: unet, and where they are asked for content, planes, class, text.
 */
final class GeneratorNetwork extends Layer {

	private final GeneratorOptions options;
	private final LatentUNet unet;
	private final Dense content;
	private final Convolution planes;
	private final Dense motionClass;
	private final TextEncoder text;

	/** @param options what it is made of */
	GeneratorNetwork(final GeneratorOptions options) {
		this.options = options;
		final GeneratorOptions.Size size = options.size();
		final GeneratorOptions.Language language = options.language();
		unet = child("unet", new LatentUNet(options.network()));
		content = options.content().attend() && options.contentChannels() != size.token() ? child("content", new Dense(options.contentChannels(), size
			.token())) : null;
		planes = options.content().planes() == 0 ? null : child("planes", Convolution.of(options.contentChannels(), options.content().planes(), 1, 1));
		motionClass = language.classes().isEmpty() ? null : child("class", Dense.withoutBias(language.classes().size() + 1, size.token()));
		text = language.reads() ? child("text", new TextEncoder(language.vocabulary().size(), language.vocabulary().length(), size.token(), language
			.layers(), size.token() / size.headChannels())) : null;
	}

	/** @return what it is made of */
	GeneratorOptions options() {
		return options;
	}

	/**
	 * What a batch is conditioned on, in the engine; the same at every step of a sampler.
	 *
	 * @param planes (batch, planes, h, w); null where no content is put beside the latent
	 * @param tokens (batch, m, token); null where nothing is attended to
	 */
	record Condition(NDArray planes, NDArray tokens) {}

	/**
	 * Brings the conditions of a batch into the engine.
	 *
	 * @param scope owns them
	 * @param given what the batch is given
	 */
	Condition condition(final NDManager scope, final GeneratorConditions given) {
		final int batch = given.size(), cells = options.shape().cells();
		final NDArray features = FloatTransfer.in(scope, given.content(), new Shape(batch, options.contentChannels(), options.shape().h(), options
			.shape().w()));
		NDArray tokens = null;
		if (options.content().attend()) {
			final NDArray sequence = features.reshape(batch, options.contentChannels(), cells).transpose(0, 2, 1);
			tokens = content == null ? sequence : content.forward(sequence);
		}
		if (motionClass != null) tokens = joined(tokens, motionClass.forward(FloatTransfer.in(scope, OneHot.of(given.classes(), options.language()
			.classes().size() + 1), new Shape(batch, 1, options.language().classes().size() + 1))));
		if (text != null) tokens = joined(tokens, text.forward(scope, given.words()));
		return new Condition(planes == null ? null : planes.forward(features), tokens);
	}

	private static NDArray joined(final NDArray tokens, final NDArray more) {
		return tokens == null ? more : tokens.concat(more, 1);
	}

	/**
	 * Predicts.
	 *
	 * @param x noisy latents, normalised: (batch, d, h, w)
	 * @param timesteps of every latent
	 * @param given what the batch is conditioned on
	 * @return their noise, or what else the diffusion asks for, of the same shape
	 */
	NDArray forward(final NDArray x, final double[] timesteps, final Condition given) {
		final NDArray shown = given.planes == null ? x : x.concat(given.planes, 1);
		return unet.forward(shown, timesteps, given.tokens);
	}
}
