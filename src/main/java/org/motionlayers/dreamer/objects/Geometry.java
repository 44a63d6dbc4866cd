package org.motionlayers.dreamer.objects;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Where the objects would be under an estimate of their motion, and how they lie to each other and to the borders there. Differentiable
 * in the estimate.
 */
final class Geometry {

	/** Keeps roots from having no slope. */
	private static final float TINY = 1e-4f;

	/** Distances matter up to a few diameters. */
	private static final double DISTANCE_SCALE = .5;

	private final ObjectFormat format;
	private final Neighbourhood neighbourhood;
	private final NDArray centres;
	private final NDArray extents;
	private final NDArray bounds;
	private final NDArray radii;
	private final NDArray radiusSums;
	private final NDArray sizeDifferences;

	/** @param manager owns what is made of the input */
	Geometry(final NDManager manager, final ObjectInput input, final Neighbourhood neighbourhood) {
		this.format = input.format();
		this.neighbourhood = neighbourhood;
		final long b = input.scenes(), n = input.objects(), d = format.dimensions();
		centres = FloatTransfer.in(manager, input.centres(), new Shape(b, n, 1, d));
		extents = FloatTransfer.in(manager, input.extents(), new Shape(b, n, 1, d));
		bounds = FloatTransfer.in(manager, input.bounds(), new Shape(b, 1, 1, d));
		final NDArray logs = FloatTransfer.in(manager, input.logSizes(), new Shape(b, n, 1, 1));
		radii = logs.exp().div(2);
		final NDArray others = neighbourhood.of(logs), sums = neighbourhood.of(radii);
		sizeDifferences = others.sub(logs.reshape(b, n, 1, 1, 1));
		radiusSums = sums.add(radii.reshape(b, n, 1, 1, 1));
	}

	/** @return how many numbers {@link #ofTokens} gives: displacement, velocity, nearness of the borders on both sides */
	static int tokenFeatures(final int dimensions) {
		return 4 * dimensions;
	}

	/** @return how many numbers {@link #ofPairs} gives */
	static int pairFeatures(final int dimensions) {
		return 3 * dimensions + 5;
	}

	/**
	 * What an estimate says of every object alone.
	 *
	 * @param estimate (scenes, objects, frames, token values)
	 * @return (scenes, objects, frames, features)
	 */
	NDArray ofTokens(final NDArray estimate) {
		return Keep.result(() -> {
			final NDArray displacement = displacement(estimate), position = displacement.add(centres);
			final NDArray low = position.sub(extents).neg().exp().clip(0, 4), high = position.add(extents).sub(bounds).exp().clip(0, 4);
			return NDArrays.concat(new NDList(displacement.mul(DISTANCE_SCALE), velocity(displacement), low, high), -1);
		});
	}

	/**
	 * How objects lie and move, seen from each other.
	 *
	 * @param estimate (scenes, objects, frames, token values)
	 * @return (scenes, objects, neighbours, frames, features): difference of positions, its direction, difference of velocities, gap
	 *         between the discs, nearness, approach, distance at the start, difference of sizes
	 */
	NDArray ofPairs(final NDArray estimate) {
		return Keep.result(() -> {
			final NDArray displacement = displacement(estimate), position = displacement.add(centres);
			final NDArray away = difference(position), distance = length(away), direction = away.div(distance);
			final NDArray gap = distance.sub(radiusSums), faster = difference(velocity(displacement));
			final NDArray approach = faster.mul(direction).sum(new int[] { -1 }, true);
			final NDArray sizes = distance.zerosLike().add(sizeDifferences);
			final NDArray start = distance.zerosLike().add(length(difference(centres)).sub(radiusSums)).mul(DISTANCE_SCALE);
			return NDArrays.concat(new NDList(away.mul(DISTANCE_SCALE), direction, faster, gap.mul(DISTANCE_SCALE), gap.mul(-2).exp().clip(0, 4),
				approach, start, sizes), -1);
		});
	}

	private NDArray displacement(final NDArray estimate) {
		return estimate.get(new ai.djl.ndarray.index.NDIndex("..., 0:" + format.dimensions())).mul(format.reach());
	}

	/** Displacement since the frame before; that before the first is the reference frame. */
	private static NDArray velocity(final NDArray displacement) {
		final long frames = displacement.getShape().get(2);
		final NDArray first = displacement.get(new ai.djl.ndarray.index.NDIndex(":, :, 0:1"));
		if (frames == 1) return first.mul(ObjectInput.VELOCITY_SCALE);
		final NDArray later = displacement.get(new ai.djl.ndarray.index.NDIndex(":, :, 1:")), before = displacement.get(
			new ai.djl.ndarray.index.NDIndex(":, :, 0:" + (frames - 1)));
		return first.concat(later.sub(before), 2).mul(ObjectInput.VELOCITY_SCALE);
	}

	/** What the neighbour has more than the object. */
	private NDArray difference(final NDArray x) {
		final Shape s = x.getShape();
		return neighbourhood.of(x).sub(x.reshape(s.get(0), s.get(1), 1, s.get(2), s.get(3)));
	}

	private static NDArray length(final NDArray x) {
		return x.mul(x).sum(new int[] { -1 }, true).add(TINY).sqrt();
	}
}
