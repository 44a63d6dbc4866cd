package org.motionlayers.dreamer.objects;

import java.util.Arrays;

/**
 * Where the objects would be under an estimate of their motion, how they lie to each other and to the borders there, and who would run
 * into whom within the next frame. Plain arithmetic: an estimate is taken as a fact, no gradient is wanted through it. Displacements are
 * in mean diameters, velocities in mean diameters per frame times {@link ObjectInput#VELOCITY_SCALE}, both (scenes, objects, frames,
 * dimensions), row-major.
 */
final class Geometry {

	/** Keeps lengths and speeds of nothing from being divided by. */
	private static final double TINY = 1e-3;

	/** Distances matter up to a few diameters. */
	private static final double DISTANCE_SCALE = .5;

	/** Nearness is at most 4, and as good as 0 below e^-20. */
	private static final double LOG_NEAREST = Math.log(4), MOST_NEGATIVE = 20;

	/** Outlines a twentieth of a diameter apart touch half; those that meet, nearly. */
	private static final double TOUCH = 40, MARGIN = .05;

	/** Features of a pair besides its four vectors. */
	private static final int NUMBERS = 7;

	private static final double SCALE = ObjectInput.VELOCITY_SCALE;

	private final ObjectInput input;
	private final int dims;
	private final int[] opposite;
	private final int[] forth;
	private final int[] back;

	/**
	 * What is to be seen, and what it would do.
	 *
	 * @param features (scenes, objects, [neighbours,] frames, features)
	 * @param push change of the object's velocity within the next frame if bodies of equal density bounced without loss, (scenes, objects,
	 *          [neighbours,] frames, dimensions)
	 * @param late the push times the part of the frame, 0 to 1, that is over when it comes
	 */
	record View(float[] features, float[] push, float[] late) {

		private static View of(final int rows, final int features, final int dimensions) {
			return new View(new float[rows * features], new float[rows * dimensions], new float[rows * dimensions]);
		}
	}

	/** @param input the scenes */
	Geometry(final ObjectInput input) {
		this.input = input;
		dims = input.format().dimensions();
		opposite = Arrays.stream(Reach.directions(dims)).mapToInt(unit -> Reach.nearest(Arrays.stream(unit).map(v -> -v).toArray())).toArray();
		forth = axes(1);
		back = axes(-1);
	}

	private int[] axes(final int side) {
		final int[] axes = new int[dims];
		for (int d = 0; d < dims; d++) {
			final double[] axis = new double[dims];
			axis[d] = side;
			axes[d] = Reach.nearest(axis);
		}
		return axes;
	}

	/** @return how many features {@link #ofTokens} gives: displacement, velocity, nearness of the borders on both sides, their push */
	static int tokenFeatures(final int dimensions) {
		return 5 * dimensions;
	}

	/** @return how many features {@link #ofPairs} gives */
	static int pairFeatures(final int dimensions) {
		return 4 * dimensions + NUMBERS;
	}

	/** @return what every object sees of itself and of the borders, which push back what comes and do not give way */
	View ofTokens(final float[] displacement, final float[] velocity) {
		final int rows = displacement.length / dims, frames = frames(displacement), features = tokenFeatures(dims), k = opposite.length;
		final View view = View.of(rows, features, dims);
		for (int row = 0; row < rows; row++) for (int d = 0; d < dims; d++) {
			final int object = row / frames, at = row * features + d;
			final double moved = displacement[row * dims + d], speed = velocity[row * dims + d] / SCALE, place = input.centres()[object * dims + d] +
				moved;
			final double before = place - input.reaches()[object * k + back[d]], behind = input.bounds()[object / input.objects() * dims + d] - place -
				input.reaches()[object * k + forth[d]];
			final double first = Math.max(0, -speed) * touch(before + Math.min(0, speed)), second = Math.max(0, speed) * touch(behind - Math.max(0,
				speed));
			final float push = (float) (2 * SCALE * (first - second));
			view.push[row * dims + d] = push;
			view.late[row * dims + d] = (float) (2 * SCALE * (first * until(before, Math.max(0, -speed)) - second * until(behind, Math.max(0, speed))));
			final double[] seen = { DISTANCE_SCALE * moved, velocity[row * dims + d], nearness(-before), nearness(-behind), push };
			for (int n = 0; n < seen.length; n++) view.features[at + n * dims] = (float) seen[n];
		}
		return view;
	}

	/**
	 * @return how objects lie and move, seen from each other: difference of positions, direction in which they push each other at the
	 *         nearest moment of the frame, difference of velocities, push; gap between the outlines, nearness, approach, moment of the
	 *         contact, whether they touch then, distance at the start, difference of sizes
	 */
	View ofPairs(final float[] displacement, final float[] velocity) {
		final int n = input.objects(), m = input.neighbours(), frames = frames(displacement);
		final View view = View.of(input.scenes() * n * m * frames, pairFeatures(dims), dims);
		final Meeting meeting = new Meeting(dims);
		final double[] away = new double[dims], faster = new double[dims], start = new double[dims], reaches = new double[opposite.length];
		for (int pair = 0; pair < input.scenes() * n * m; pair++) {
			final int one = pair / m, other = one / n * n + (input.nearest() == null ? pair % m : input.nearest()[pair]);
			reaches(one, other, reaches);
			for (int d = 0; d < dims; d++) start[d] = input.centres()[other * dims + d] - input.centres()[one * dims + d];
			final double distance = length(start), sizes = input.logSizes()[other] - input.logSizes()[one];
			// 2 m' / (m + m'): masses are as areas, or volumes
			final double give = 2 / (1 + Math.exp(-dims * sizes));
			for (int t = 0; t < frames; t++) {
				for (int d = 0; d < dims; d++) {
					final int a = (one * frames + t) * dims + d, b = (other * frames + t) * dims + d;
					away[d] = start[d] + displacement[b] - displacement[a];
					faster[d] = (velocity[b] - velocity[a]) / SCALE;
				}
				meeting.look(away, faster, reaches);
				write(view, pair * frames + t, meeting, away, faster, give);
				final int last = (pair * frames + t + 1) * pairFeatures(dims);
				view.features[last - 2] = (float) (DISTANCE_SCALE * distance);
				view.features[last - 1] = (float) sizes;
			}
		}
		return view;
	}

	private void write(final View view, final int row, final Meeting meeting, final double[] away, final double[] faster,
		final double give)
	{
		final int at = row * pairFeatures(dims);
		for (int d = 0; d < dims; d++) {
			final float push = (float) (-SCALE * give * meeting.normal(d) * meeting.approach() * meeting.touch());
			view.push[row * dims + d] = push;
			view.late[row * dims + d] = (float) (push * meeting.time());
			final double[] seen = { DISTANCE_SCALE * away[d], meeting.normal(d), SCALE * faster[d], push };
			for (int n = 0; n < seen.length; n++) view.features[at + n * dims + d] = (float) seen[n];
		}
		final double[] numbers = { DISTANCE_SCALE * meeting.gap(), nearness(-2 * meeting.gap()), SCALE * meeting.approach(), meeting.time(), meeting
			.touch() };
		for (int n = 0; n < numbers.length; n++) view.features[at + 4 * dims + n] = (float) numbers[n];
	}

	/** How far two objects reach towards each other, together. */
	private void reaches(final int one, final int other, final double[] both) {
		for (int k = 0; k < both.length; k++) both[k] = input.reaches()[one * both.length + k] + input.reaches()[other * both.length + opposite[k]];
	}

	private int frames(final float[] displacement) {
		return displacement.length / (input.scenes() * input.objects() * dims);
	}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int d = 0; d < a.length; d++) sum += a[d] * b[d];
		return sum;
	}

	static double length(final double[] x) {
		return Math.sqrt(dot(x, x) + TINY);
	}

	/** @return when a gap closes, frames from now; 1 at most */
	static double until(final double gap, final double closing) {
		return Math.min(1, Math.max(0, gap) / (closing + TINY));
	}

	/** @return 1 where there is no gap, 0 where there is one */
	static double touch(final double gap) {
		return 1 / (1 + Math.exp(TOUCH * (gap - MARGIN)));
	}

	/** e^x, at most 4. */
	private static double nearness(final double x) {
		return Math.exp(Math.max(-MOST_NEGATIVE, Math.min(LOG_NEAREST, x)));
	}

	/** @return displacements since the frame before, scaled; that before the first is the reference frame */
	float[] velocity(final float[] displacement) {
		final int frames = frames(displacement);
		final float[] velocity = new float[displacement.length];
		for (int p = 0; p < velocity.length; p++) velocity[p] = (float) (SCALE * (displacement[p] - (p / dims % frames == 0 ? 0 : displacement[p -
			dims])));
		return velocity;
	}
}
