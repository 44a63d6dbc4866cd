package org.motionlayers.dreamer.objects;

import org.motionlayers.network.Constant;
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
	private static final float TINY = 1e-3f;

	/** Distances matter up to a few diameters. */
	private static final double DISTANCE_SCALE = .5;

	/** Nearness is at most 4, and as good as 0 below e^-20. */
	private static final double LOG_NEAREST = Math.log(4), MOST_NEGATIVE = 20;

	/** Directions 22.5 degrees off count a tenth. */
	private static final float SHARPNESS = 30;

	private final ObjectFormat format;
	private final Neighbourhood neighbourhood;
	private final NDArray centres;
	private final NDArray low;
	private final NDArray high;
	private final NDArray directions;
	private final NDArray reaches;
	private final NDArray othersReaches;
	private final NDArray bounds;
	private final NDArray sizeDifferences;

	/** @param manager owns what is made of the input */
	Geometry(final NDManager manager, final ObjectInput input, final Neighbourhood neighbourhood) {
		this.format = input.format();
		this.neighbourhood = neighbourhood;
		final long b = input.scenes(), n = input.objects(), d = format.dimensions();
		centres = FloatTransfer.in(manager, input.centres(), new Shape(b, n, 1, d));
		final int k = format.directions();
		final double[][] units = Reach.directions(format.dimensions());
		directions = FloatTransfer.in(manager, transposed(units), new Shape(d, k));
		reaches = FloatTransfer.in(manager, input.reaches(), new Shape(b, n, 1, k));
		othersReaches = neighbourhood.of(reaches);
		low = FloatTransfer.in(manager, alongAxes(input, -1), new Shape(b, n, 1, d));
		high = FloatTransfer.in(manager, alongAxes(input, 1), new Shape(b, n, 1, d));
		bounds = FloatTransfer.in(manager, input.bounds(), new Shape(b, 1, 1, d));
		final NDArray logs = FloatTransfer.in(manager, input.logSizes(), new Shape(b, n, 1, 1));
		sizeDifferences = neighbourhood.of(logs).sub(logs.reshape(b, n, 1, 1, 1));
	}

	/** Directions as columns. */
	private static float[] transposed(final double[][] units) {
		final float[] values = new float[units.length * units[0].length];
		for (int k = 0; k < units.length; k++) for (int d = 0; d < units[k].length; d++) values[d * units.length + k] = (float) units[k][d];
		return values;
	}

	/** How far objects reach along the axes, to one side. */
	private static float[] alongAxes(final ObjectInput input, final int side) {
		final int dims = input.format().dimensions(), k = input.format().directions(), objects = input.scenes() * input.objects();
		final float[] values = new float[objects * dims];
		for (int d = 0; d < dims; d++) {
			final double[] axis = new double[dims];
			axis[d] = side;
			final int direction = Reach.nearest(axis);
			for (int i = 0; i < objects; i++) values[i * dims + d] = input.reaches()[i * k + direction];
		}
		return values;
	}

	/** @return how many numbers {@link #ofTokens} gives: displacement, velocity, nearness of the borders on both sides */
	static int tokenFeatures(final int dimensions) {
		return 4 * dimensions;
	}

	/** @return how many numbers {@link #ofPairs} gives */
	static int pairFeatures(final int dimensions) {
		return 3 * dimensions + 7;
	}

	/**
	 * What every object is told of itself.
	 *
	 * @param displacement (scenes, objects, frames, dimensions), mean diameters
	 * @param velocity of the same shape, mean diameters per frame times {@link ObjectInput#VELOCITY_SCALE}
	 * @return (scenes, objects, frames, features)
	 */
	NDArray ofTokens(final NDArray displacement, final NDArray velocity) {
		return Keep.result(() -> {
			final NDArray position = displacement.add(centres);
			final NDArray before = nearness(low.sub(position)), behind = nearness(position.add(high).sub(bounds));
			return NDArrays.concat(new NDList(Constant.times(displacement, DISTANCE_SCALE), velocity, before, behind), -1);
		});
	}

	/**
	 * How objects lie and move, seen from each other.
	 *
	 * @param displacement (scenes, objects, frames, dimensions), mean diameters
	 * @param velocity of the same shape, mean diameters per frame times {@link ObjectInput#VELOCITY_SCALE}
	 * @return (scenes, objects, neighbours, frames, features): difference of positions, its direction, difference of velocities, gap
	 *         between the outlines along it, nearness, approach, distance at the start, difference of sizes, reach of both towards each
	 *         other
	 */
	NDArray ofPairs(final NDArray displacement, final NDArray velocity) {
		return Keep.result(() -> {
			final NDArray away = difference(displacement.add(centres)), distance = length(away), direction = away.div(distance);
			final NDArray cosines = direction.matMul(directions), mine = towards(cosines, reaches, false), theirs = towards(cosines, othersReaches,
				true);
			final NDArray gap = distance.sub(mine).sub(theirs), faster = difference(velocity);
			final NDArray approach = faster.mul(direction).sum(new int[] { -1 }, true);
			final NDArray sizes = distance.zerosLike().add(sizeDifferences);
			final NDArray start = Constant.times(distance.zerosLike().add(length(difference(centres))), DISTANCE_SCALE);
			return NDArrays.concat(new NDList(Constant.times(away, DISTANCE_SCALE), direction, faster, Constant.times(gap, DISTANCE_SCALE), nearness(
				Constant.times(gap, -2)),
				approach, start, sizes, Constant.times(mine, DISTANCE_SCALE), Constant.times(theirs, DISTANCE_SCALE)), -1);
		});
	}

	/**
	 * How far objects reach towards each other: the mean of their reaches, by how near each direction is.
	 *
	 * @param cosines (scenes, objects, neighbours, frames, directions) of the angles between direction and the line from one to the other
	 * @param away (scenes, objects or 1, objects or neighbours, 1, directions), or (scenes, objects, 1, directions)
	 * @param back whether the line is to be taken the other way
	 */
	private static NDArray towards(final NDArray cosines, final NDArray away, final boolean back) {
		final Shape s = away.getShape();
		final NDArray reach = s.dimension() == 5 ? away : away.reshape(s.get(0), s.get(1), 1, 1, s.get(3));
		return Constant.times(cosines, back ? -SHARPNESS : SHARPNESS).softmax(-1).mul(reach).sum(new int[] { -1 }, true);
	}

	/** e^x, at most 4: limited before the power, or where it is infinite its slope of 0 would be none. */
	private static NDArray nearness(final NDArray x) {
		return x.clip(-MOST_NEGATIVE, LOG_NEAREST).exp();
	}

	/** @return displacements (scenes, objects, frames, dimensions) in mean diameters, of tokens */
	NDArray displacement(final NDArray estimate) {
		return Constant.times(estimate.get(new ai.djl.ndarray.index.NDIndex("..., 0:" + format.dimensions())), format.reach());
	}

	/** @return displacements since the frame before, scaled; that before the first is the reference frame */
	static NDArray velocity(final NDArray displacement) {
		final long frames = displacement.getShape().get(2);
		final NDArray first = displacement.get(new ai.djl.ndarray.index.NDIndex(":, :, 0:1"));
		if (frames == 1) return Constant.times(first, ObjectInput.VELOCITY_SCALE);
		final NDArray later = displacement.get(new ai.djl.ndarray.index.NDIndex(":, :, 1:")), before = displacement.get(
			new ai.djl.ndarray.index.NDIndex(":, :, 0:" + (frames - 1)));
		return Constant.times(first.concat(later.sub(before), 2), ObjectInput.VELOCITY_SCALE);
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
