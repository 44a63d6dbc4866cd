package org.motionlayers.lamd.generator;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.TokenNorm;
import org.motionlayers.network.block.TransformerBlock;

/**
 * Sentences as tokens: words and their places embedded, then a transformer, trained together with the network that reads them (LaMD, 4.3.3).
 * Weights: words (dense, of one-hot words), places (length, channels), block, norm.
 */
final class TextEncoder extends Layer {

	/** What places start with, as in BERT. */
	private static final double DEVIATION = .02;

	private final int words;
	private final int length;
	private final Dense embedding;
	private final Weight places;
	private final List<TransformerBlock> blocks = new ArrayList<>();
	private final TokenNorm norm;

	/**
	 * @param words size of the vocabulary, the filling not counted
	 * @param length of a sentence, filling included
	 * @param channels of a token
	 * @param layers number of transformer blocks
	 * @param heads of attention; divide the channels
	 */
	TextEncoder(final int words, final int length, final int channels, final int layers, final int heads) {
		this.words = words;
		this.length = length;
		embedding = child("words", Dense.withoutBias(words + 1, channels));
		places = weight("places", Initial.normal(DEVIATION), length, channels);
		for (int i = 0; i < layers; i++) blocks.add(child("block." + i, new TransformerBlock(channels, 0, heads)));
		norm = child("norm", new TokenNorm(channels));
	}

	/**
	 * @param scope owns the result
	 * @param sentences numbers of {@link Vocabulary}, all of the encoder's length
	 * @return (sentences, length, channels)
	 */
	NDArray forward(final NDManager scope, final int[][] sentences) {
		return Keep.result(() -> {
			final NDArray oneHot = FloatTransfer.in(scope, OneHot.of(sentences, words + 1), new Shape(sentences.length, length, words + 1));
			NDArray tokens = embedding.forward(oneHot).add(places.array());
			for (final TransformerBlock block : blocks) tokens = block.forward(tokens, null, null);
			return norm.forward(tokens);
		});
	}
}
