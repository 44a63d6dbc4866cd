package org.motionlayers.dreamer.objects;

import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.TokenNorm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Walks the objects through time, frame by frame and with the same weights at every frame, as a simulator does: each looks at how the
 * others lie and move now, its velocity changes by what they say and by what its token of the frame says, and it moves on. What is
 * learned of one contact so holds at any time and place. It starts out as what elastic bodies of equal density would do; what is learned is
 * how much of that holds, and the rest. Weights: start (starts at 0), tokens, state, look, q, k, edge.0, edge.1, gate, heard, norm, up,
 * down, change, bounce, border (the last three start at 0).
 */
final class ObjectStepper extends Layer {

	private final int inner;
	private final Dense start;
	private final Dense tokens;
	private final Dense state;
	private final Dense look;
	private final Dense q;
	private final Dense k;
	private final Dense edge0;
	private final Dense edge1;
	private final Dense gate;
	private final Dense heard;
	private final TokenNorm norm;
	private final Dense up;
	private final Dense down;
	private final Dense change;
	private final Dense bounce;
	private final Dense border;

	/**
	 * @param dimensions 2 or 3
	 * @param channels of the tokens
	 * @param inner channels of an object's state
	 */
	ObjectStepper(final int dimensions, final int channels, final int inner) {
		this.inner = inner;
		start = child("start", Dense.zero(channels, dimensions));
		tokens = child("tokens", new Dense(channels, inner));
		state = child("state", new Dense(channels, inner));
		look = child("look", Dense.withoutBias(Geometry.tokenFeatures(dimensions), inner));
		q = child("q", new Dense(inner, inner));
		k = child("k", Dense.withoutBias(inner, inner));
		edge0 = child("edge.0", new Dense(Geometry.pairFeatures(dimensions), inner));
		edge1 = child("edge.1", Dense.withoutBias(inner, inner));
		gate = child("gate", new Dense(inner, inner));
		heard = child("heard", new Dense(inner, inner));
		norm = child("norm", new TokenNorm(inner));
		up = child("up", new Dense(inner, 2 * inner));
		down = child("down", new Dense(2 * inner, inner));
		change = child("change", Dense.zero(inner, dimensions));
		bounce = child("bounce", Dense.zero(inner, 1));
		border = child("border", Dense.zero(inner, 1));
	}

	/**
	 * A walk.
	 *
	 * @param path displacements (scenes, objects, frames, dimensions), mean diameters
	 * @param departure velocities that it begins with (scenes, objects, 1, dimensions), scaled
	 */
	record Walk(NDArray path, NDArray departure) {}

	/**
	 * Walks.
	 *
	 * @param x tokens (scenes, objects, frames, channels)
	 * @param first velocity at the start (scenes, objects, 1, dimensions), scaled
	 * @param geometry of the scenes
	 * @param neighbourhood who looks at whom
	 */
	Walk forward(final NDArray x, final NDArray first, final Geometry geometry, final Neighbourhood neighbourhood) {
		final NDArray before = x.get(new NDIndex(":, :, 0:1")), departure = Keep.result(() -> first.add(start.forward(before)));
		return new Walk(path(x, departure, geometry, neighbourhood), departure);
	}

	private NDArray path(final NDArray x, final NDArray departure, final Geometry geometry, final Neighbourhood neighbourhood) {
		return Keep.result(() -> {
			final long frames = x.getShape().get(2);
			final NDArray said = tokens.forward(x);
			NDArray velocity = departure, place = velocity.zerosLike(), remembered = state.forward(x.get(new NDIndex(":, :, 0:1")));
			final NDList places = new NDList();
			final Shape objects = velocity.getShape(), pairs = new Shape(objects.get(0), objects.get(1), neighbourhood.size(), 1, objects.get(3));
			for (long t = 0; t < frames; t++) {
				// what is seen is taken as it is: slopes through contacts would grow from frame to frame until they are no numbers
				final float[] here = place.toFloatArray(), going = velocity.toFloatArray();
				final Geometry.View alone = geometry.ofTokens(here, going), others = geometry.ofPairs(here, going);
				final NDArray own = remembered.add(look.forward(in(place, alone.features(), objects))).add(said.get(new NDIndex(":, :, " + t + ":" + (t +
					1))));
				final NDArray messages = messages(own, in(place, others.features(), pairs), neighbourhood);
				remembered = think(own, messages);
				final NDArray much = share(bounce.forward(messages)), firm = share(border.forward(remembered));
				final NDArray push = pushed(in(place, others.push(), pairs), much, in(place, alone.push(), objects), firm);
				final NDArray late = pushed(in(place, others.late(), pairs), much, in(place, alone.late(), objects), firm);
				velocity = velocity.add(push).add(change.forward(remembered));
				// a push that comes late has moved less by the end of the frame
				place = place.add(Constant.times(velocity.sub(late), 1 / ObjectInput.VELOCITY_SCALE));
				places.add(place);
			}
			return NDArrays.concat(places, 2);
		});
	}

	/** Numbers beside an array, as many to a row as there are. */
	private static NDArray in(final NDArray beside, final float[] values, final Shape rows) {
		final Shape all = rows.slice(0, rows.dimension() - 1);
		return FloatTransfer.in(beside.getManager(), values, all.add(values.length / all.size()));
	}

	/** How much of a push holds: from none to twice of what elastic bodies would do. */
	private static NDArray share(final NDArray x) {
		return Constant.times(ai.djl.nn.Activation.sigmoid(x), 2);
	}

	/** What pushes do together: those of the neighbours and those of the borders, each as much as it is said to. */
	private static NDArray pushed(final NDArray others, final NDArray much, final NDArray alone, final NDArray firm) {
		return others.mul(much).sum(new int[] { 2 }).add(alone.mul(firm));
	}

	/** What every object is told by every neighbour: as in attention. */
	private NDArray messages(final NDArray own, final NDArray edges, final Neighbourhood neighbourhood) {
		final Shape s = own.getShape();
		return Activation.silu(edge1.forward(Activation.silu(edge0.forward(edges))).add(q.forward(own).reshape(s.get(0), s.get(1), 1, 1, inner)).add(
			neighbourhood.of(k.forward(own))));
	}

	/** What an object makes of what it knows itself and of what it hears: sum over j of sigmoid(gate(m_ij)) m_ij. */
	private NDArray think(final NDArray own, final NDArray messages) {
		final NDArray sum = messages.mul(ai.djl.nn.Activation.sigmoid(gate.forward(messages))).sum(new int[] { 2 });
		final NDArray told = norm.forward(own.add(heard.forward(sum)));
		return told.add(down.forward(Activation.silu(up.forward(told))));
	}
}
