package org.motionlayers.evaluate.melomotion;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.motionlayers.predict.perobject.Architecture;
import org.motionlayers.predict.perobject.LearningRate;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.SquaresOptions;
import org.motionlayers.simulate.SquaresOptions.Mode;

/**
 * MeloMotion's Table 3, shared against decoupled predictors, and the tests that tell its explanations apart. In scenes in which one
 * object moves it is the index of an object that says whether it does, and separate predictors know the index while a shared one
 * does not: so a shared one is also given the index, separate ones are also given objects in random order, and all of it is done at a
 * lower learning rate too.
 */
final class SharingTable {

	/**
	 * One variant, trained with the same budget as all; means over seeds.
	 *
	 * @param name what is trained
	 * @param mode of the scenes
	 * @param rate learning rate of the first step
	 * @param pos position loss on other scenes
	 * @param difference mean |v_i - v_j| over pairs of objects, widths per frame; 0 says that all get one velocity
	 * @param distinct how well moving and resting objects are told apart: the share of its true velocity that the moving object is given,
	 *          less the share of the velocity that its colour would mean that a resting object is given; 1 is right, 0 is not at all; NaN
	 *          where all move
	 */
	record Row(String name, Mode mode, double rate, double pos, double difference, double distinct) {}

	/** Who predicts, and what it is told. */
	private enum Variant {
		SHARED("shared", true, lesson -> lesson, Order.AS_IT_IS),
		SHARED_WITH_INDEX("shared, index given", true, Lesson::withIndices, Order.AS_IT_IS),
		SEPARATE("separate (ours)", false, lesson -> lesson, Order.AS_IT_IS),
		SEPARATE_AT_RANDOM("separate, objects in random order", false, lesson -> lesson, Order.RANDOM);

		private final String title;
		private final boolean shared;
		private final UnaryOperator<Lesson> input;
		private final Order order;

		Variant(final String title, final boolean shared, final UnaryOperator<Lesson> input, final Order order) {
			this.title = title;
			this.shared = shared;
			this.input = input;
			this.order = order;
		}

		Architecture architecture(final int objects, final int channels) {
			final Architecture own = Architecture.perObject(objects, channels, Lesson.DIMENSIONS);
			return shared ? own.withSharedWeights() : own;
		}
	}

	/** Whether the index of an object says anything. */
	private enum Order {
		AS_IT_IS, RANDOM
	}

	/** At which the shared predictor does not collapse. */
	private static final double LOWER_RATE = 3e-3;

	private final List<Row> rows = new ArrayList<>();

	private SharingTable() {}

	/** @return the table: every variant in both modes at both learning rates */
	static SharingTable of(final Budget budget, final long seed, final Progress progress) {
		final SharingTable table = new SharingTable();
		for (final Mode mode : Mode.values()) for (final double rate : new double[] { LearningRate.MELOMOTION, LOWER_RATE })
			for (final Variant variant : Variant.values()) table.rows.add(row(variant, mode, rate, budget, seed, progress));
		return table;
	}

	private static Row row(final Variant variant, final Mode mode, final double rate, final Budget budget, final long seed,
		final Progress progress)
	{
		double pos = 0, difference = 0, distinct = 0;
		for (int run = 0; run < budget.seeds(); run++) {
			final List<Lesson> lessons = lessons(variant, mode, budget.samples(), seed + run), test = lessons(variant, mode, budget.testScenes(),
				~(seed + run)), input = lessons.stream().map(variant.input).toList();
			final int objects = test.get(0).objects(), channels = input.get(0).features().length / objects;
			final Training training = new Training(variant.architecture(objects, channels), input, budget.epochs(), rate, seed + run).run(
				"training for table 3: " + variant.title, progress);
			pos += training.test(test.stream().map(variant.input).toList());
			difference += difference(training.predictors(), test, variant.input);
			distinct += distinct(training.predictors(), test, variant.input);
		}
		final int n = budget.seeds();
		return new Row(variant.title, mode, rate, pos / n, difference / n, mode == Mode.DIFFERENTIATED ? distinct / n : Double.NaN);
	}

	private static List<Lesson> lessons(final Variant variant, final Mode mode, final int count, final long seed) {
		final List<Lesson> lessons = Lesson.of(Lesson.scenes(SquaresOptions.PAPER.withMode(mode), count, seed));
		final SplittableRandom random = new SplittableRandom(seed);
		return variant.order == Order.RANDOM ? lessons.stream().map(lesson -> lesson.shuffled(random)).toList() : lessons;
	}

	private static double difference(final PerObjectPredictors predictors, final List<Lesson> test, final UnaryOperator<Lesson> input) {
		double sum = 0;
		int count = 0;
		for (final Lesson lesson : test) {
			final float[] v = predictors.velocities(input.apply(lesson).features());
			for (int i = 0; i < lesson.objects(); i++) for (int j = 0; j < i; j++, count++) sum += Math.hypot(v[2 * i] - v[2 * j], v[2 * i + 1] -
				v[2 * j + 1]);
		}
		return sum / count;
	}

	/** Slopes through 0 of predicted velocities over those that the colours mean, of moving less that of resting objects. */
	private static double distinct(final PerObjectPredictors predictors, final List<Lesson> test, final UnaryOperator<Lesson> input) {
		final double[] products = new double[2], squares = new double[2];
		for (final Lesson lesson : test) {
			final float[] predicted = predictors.velocities(input.apply(lesson).features());
			for (int i = 0; i < lesson.objects(); i++) {
				final int kind = lesson.velocities()[2 * i] != 0 || lesson.velocities()[2 * i + 1] != 0 ? 0 : 1;
				for (int d = 0; d < Lesson.DIMENSIONS; d++) {
					final double meant = SquaresOptions.PAPER_GAIN * (lesson.features()[i * Lesson.COLOURS + d] - 0.5);
					products[kind] += meant * predicted[i * Lesson.DIMENSIONS + d];
					squares[kind] += meant * meant;
				}
			}
		}
		return products[0] / squares[0] - products[1] / squares[1];
	}

	/** @return all rows */
	List<Row> rows() {
		return List.copyOf(rows);
	}

	/** @return how well the shared predictor of the paper's table tells objects apart */
	double shared() {
		return distinct(Variant.SHARED);
	}

	/** @return how well separate predictors do */
	double decoupled() {
		return distinct(Variant.SEPARATE);
	}

	private double distinct(final Variant variant) {
		return rows.stream().filter(row -> row.name().equals(variant.title) && row.mode() == Mode.DIFFERENTIATED && row
			.rate() == LearningRate.MELOMOTION).findFirst().orElseThrow().distinct();
	}
}
