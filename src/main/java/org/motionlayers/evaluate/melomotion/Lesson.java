package org.motionlayers.evaluate.melomotion;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.predict.perobject.PositionTarget;
import org.motionlayers.simulate.MovingSquares;
import org.motionlayers.simulate.SquaresOptions;
import org.motionlayers.simulate.SquaresSample;

/**
 * What predictors learn from one scene.
 *
 * @param features objects x values per object
 * @param velocities objects x 2, widths per frame
 */
record Lesson(float[] features, float[] velocities) {

	/** Velocity components. */
	static final int DIMENSIONS = 2;

	/** Colour values. */
	static final int COLOURS = 3;

	/** @return colours and true velocities of a scene */
	static Lesson of(final SquaresSample sample) {
		final float[] colours = new float[sample.objects() * COLOURS], velocities = new float[sample.objects() * DIMENSIONS];
		for (int i = 0; i < colours.length; i++) colours[i] = (float) sample.colour(i / COLOURS, i % COLOURS);
		for (int i = 0; i < velocities.length; i++) velocities[i] = (float) sample.velocity(i / DIMENSIONS, i % DIMENSIONS);
		return new Lesson(colours, velocities);
	}

	/** @return lessons of many scenes */
	static List<Lesson> of(final List<SquaresSample> samples) {
		return samples.stream().map(Lesson::of).toList();
	}

	/** @return scenes of seeds drawn from one seed */
	static List<SquaresSample> scenes(final SquaresOptions options, final int count, final long seed) {
		final MovingSquares squares = new MovingSquares(options);
		final SplittableRandom random = new SplittableRandom(seed);
		final List<SquaresSample> samples = new ArrayList<>(count);
		for (int s = 0; s < count; s++) samples.add(squares.sample(random.nextLong()));
		return samples;
	}

	/** @return number of objects */
	int objects() {
		return velocities.length / DIMENSIONS;
	}

	/** @return the velocities as the predictors' target */
	PositionTarget target() {
		return PositionTarget.ofVelocities(velocities, DIMENSIONS);
	}

	/** @return the same with other features of the same objects */
	Lesson withFeatures(final float[] newFeatures) {
		return new Lesson(newFeatures, velocities);
	}

	/** @return the same objects in a random order */
	Lesson shuffled(final SplittableRandom random) {
		final int objects = objects(), channels = features.length / objects;
		final int[] order = permutation(objects, random);
		final float[] f = new float[features.length], v = new float[velocities.length];
		for (int i = 0; i < objects; i++) {
			System.arraycopy(features, order[i] * channels, f, i * channels, channels);
			System.arraycopy(velocities, order[i] * DIMENSIONS, v, i * DIMENSIONS, DIMENSIONS);
		}
		return new Lesson(f, v);
	}

	/** @return the same with the index of every object as further features: 1 at the object's own place, else 0 */
	Lesson withIndices() {
		final int objects = objects(), channels = features.length / objects;
		final float[] f = new float[objects * (channels + objects)];
		for (int i = 0; i < objects; i++) {
			System.arraycopy(features, i * channels, f, i * (channels + objects), channels);
			f[i * (channels + objects) + channels + i] = 1;
		}
		return new Lesson(f, velocities);
	}

	/** @return the numbers 0 to n - 1 in a random order */
	static int[] permutation(final int n, final SplittableRandom random) {
		final int[] order = new int[n];
		for (int i = 0; i < n; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}
}
