package org.motionlayers.evaluate.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.network.script.ScriptNetwork;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/** What a network in a TorchScript file sees in a {@link ColourClip}. */
final class ScriptFeatures implements FeatureExtractor.Features {

	/**
	 * How a kind of network is called.
	 *
	 * @param extractor the name that users give
	 * @param distanceName what the distance on its features is called
	 * @param use what is done with its features
	 * @param framesNeeded least number of frames of a clip; 1 for networks of pictures, which have no axis of time
	 * @param clipLength number of frames of a clip where there are as many
	 * @param side pixels that frames are scaled to, the shorter side, and cut to; 0 to leave them as they are
	 * @param scale values in [0, 1] are multiplied by this
	 * @param offset and this is added
	 * @param switches what is passed after the image where the file takes so many
	 */
	record Recipe(String extractor, String distanceName, Use use, int framesNeeded, int clipLength, int side, double scale, double offset,
		boolean... switches) {}

	private final Recipe recipe;
	private final double range;
	private final Path file;
	private final ScriptNetwork network;

	private ScriptFeatures(final Recipe recipe, final double range, final Path file) throws IOException {
		this.recipe = recipe;
		this.range = range;
		this.file = file;
		this.network = ScriptNetwork.open(file);
	}

	static ScriptFeatures open(final Recipe recipe, final FeatureExtractor.Options options) throws IOException {
		return new ScriptFeatures(recipe, options.range(), options.model().orElseThrow(() -> new InputException("model: extractor=" + recipe
			.extractor() + " needs a TorchScript file with the network; " + RandomConvolutionExtractor.NAME + " needs none.")));
	}

	@Override
	public String distanceName() {
		return recipe.distanceName();
	}

	@Override
	public String description() {
		return recipe.extractor() + " network in " + file.getFileName();
	}

	@Override
	public int framesNeeded() {
		return recipe.framesNeeded();
	}

	@Override
	public int clipLength() {
		return recipe.clipLength();
	}

	@Override
	public Use use() {
		return recipe.use();
	}

	@Override
	public double[] of(final List<Frame> clip) {
		final Convolution3d.Tensor colours = ColourClip.of(clip, range);
		final Convolution3d.Tensor in = recipe.side() == 0 ? colours : Bilinear.cover(colours, recipe.side());
		final float[] values = new float[in.values().length];
		for (int i = 0; i < values.length; i++) values[i] = (float) (in.values()[i] * recipe.scale() + recipe.offset());
		final long[] picture = { 1, in.channels(), in.height(), in.width() }, video = { 1, in.channels(), in.frames(), in.height(), in.width() };
		final float[] seen = network.run(values, recipe.framesNeeded() == 1 ? picture : video, recipe.switches());
		final double[] features = new double[seen.length];
		for (int i = 0; i < features.length; i++) features[i] = seen[i];
		return features;
	}

	@Override
	public void close() {
		network.close();
	}
}
