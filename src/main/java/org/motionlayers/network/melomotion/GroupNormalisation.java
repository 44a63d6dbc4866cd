package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;

/** Group normalisation (Wu and He, 2018) in {@value #GROUPS} groups, with a gain and an offset per channel. */
final class GroupNormalisation extends AbstractBlock {

	static final int GROUPS = 8;

	/** As in PyTorch. */
	private static final double EPSILON = 1e-5;

	private final int channels;
	private final Parameter gain;
	private final Parameter offset;

	/** @param channels a multiple of {@value #GROUPS} */
	GroupNormalisation(final int channels) {
		this.channels = channels;
		this.gain = addParameter(Parameter.builder().setName("gain").setType(Parameter.Type.GAMMA).optInitializer(Initializer.ONES).build());
		this.offset = addParameter(Parameter.builder().setName("offset").setType(Parameter.Type.BETA).build());
	}

	@Override
	protected NDList forwardInternal(final ParameterStore store, final NDList inputs, final boolean training,
		final PairList<String, Object> params)
	{
		final NDArray x = inputs.singletonOrThrow();
		final Shape shape = x.getShape();
		final NDArray grouped = x.reshape(shape.get(0), GROUPS, -1);
		final int[] last = { 2 };
		final NDArray centred = grouped.sub(grouped.mean(last, true));
		final NDArray normal = centred.div(centred.square().mean(last, true).add(EPSILON).sqrt()).reshape(shape);
		final Shape perChannel = new Shape(1, channels, 1, 1);
		return new NDList(normal.mul(store.getValue(gain, x.getDevice(), training).reshape(perChannel)).add(store.getValue(offset, x
			.getDevice(), training).reshape(perChannel)));
	}

	@Override
	protected void prepare(final Shape[] inputs) {
		gain.setShape(new Shape(channels));
		offset.setShape(new Shape(channels));
	}

	@Override
	public Shape[] getOutputShapes(final Shape[] inputs) {
		return inputs;
	}
}
