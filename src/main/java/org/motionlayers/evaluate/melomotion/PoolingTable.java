package org.motionlayers.evaluate.melomotion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.network.melomotion.LatentEncoder;
import org.motionlayers.predict.perobject.Architecture;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.SquaresOptions;
import org.motionlayers.simulate.SquaresSample;

/**
 * MeloMotion's Table 4: where the feature vector of 64 values comes from. Each object's latent (F_obj of Eq. 1) goes through the encoder,
 * which is frozen like the decoder in phase 1, and the whole map is averaged or its maximum is taken; or the mean colour goes through
 * the learned projection.
 */
final class PoolingTable {

	/**
	 * One way to features.
	 *
	 * @param difference mean |f_i - f_j| over features and pairs of objects of a scene, with the random weights that training starts from
	 * @param trained the same after training; the encoder is frozen, the projection is not
	 * @param pos position loss on other scenes after training
	 */
	record Row(double difference, double trained, double pos) {}

	/** One number out of a part of a map. */
	private interface Pool {

		float of(float[] map, int from, int count);
	}

	/** Where features come from. */
	private enum Source {
		AVERAGE {

			@Override
			float[] features(final PixelPath path, final float[] maps) {
				return pooled(maps, path.scene().objects(), PoolingTable::mean);
			}
		},
		MAXIMUM {

			@Override
			float[] features(final PixelPath path, final float[] maps) {
				return pooled(maps, path.scene().objects(), PoolingTable::maximum);
			}
		},
		COLOUR {

			@Override
			float[] features(final PixelPath path, final float[] maps) {
				return path.features();
			}
		};

		/** @return features of all objects of a scene whose feature maps (objects, 64, cells) are given */
		abstract float[] features(PixelPath path, float[] maps);

		/** @return predictors that take the features */
		Architecture architecture(final int objects) {
			final Architecture own = Architecture.perObject(objects, Lesson.COLOURS, Lesson.DIMENSIONS);
			return this == COLOUR ? own : own.withDirectFeatures(LatentEncoder.FEATURES);
		}
	}

	private static float[] pooled(final float[] maps, final int objects, final Pool pool) {
		final float[] features = new float[objects * LatentEncoder.FEATURES];
		final int cells = maps.length / features.length;
		for (int f = 0; f < features.length; f++) features[f] = pool.of(maps, f * cells, cells);
		return features;
	}

	private static float mean(final float[] map, final int from, final int count) {
		float sum = 0;
		for (int k = 0; k < count; k++) sum += map[from + k];
		return sum / count;
	}

	private static float maximum(final float[] map, final int from, final int count) {
		float maximum = map[from];
		for (int k = 1; k < count; k++) maximum = Math.max(maximum, map[from + k]);
		return maximum;
	}

	private final Map<Source, Row> rows;

	private PoolingTable(final Map<Source, Row> rows) {
		this.rows = rows;
	}

	/** @return the table, trained on scenes in which all objects move */
	static PoolingTable of(final Budget budget, final long seed, final Progress progress) {
		final Map<Source, List<Lesson>> training, test;
		try (LatentEncoder encoder = LatentEncoder.create(seed)) {
			training = lessons(encoder, Lesson.scenes(SquaresOptions.PAPER, budget.samples(), seed), progress);
			test = lessons(encoder, Lesson.scenes(SquaresOptions.PAPER, budget.testScenes(), ~seed), progress);
		}
		final Map<Source, Row> rows = new EnumMap<>(Source.class);
		for (final Source source : Source.values()) {
			final List<Lesson> others = test.get(source);
			final Training trained = new Training(source.architecture(others.get(0).objects()), training.get(source), budget.epochs(), seed);
			final double before = difference(trained, others);
			trained.run("training for table 4", progress);
			rows.put(source, new Row(before, difference(trained, others), trained.test(others)));
		}
		return new PoolingTable(rows);
	}

	private static Map<Source, List<Lesson>> lessons(final LatentEncoder encoder, final List<SquaresSample> samples,
		final Progress progress)
	{
		final Map<Source, List<Lesson>> lessons = new EnumMap<>(Source.class);
		for (final Source source : Source.values()) lessons.put(source, new ArrayList<>());
		for (int s = 0; s < samples.size(); s++) {
			progress.update(s, samples.size(), "encoding for table 4");
			final PixelPath path = new PixelPath(samples.get(s));
			final float[] maps = maps(encoder, LatentScene.of(path.scene()), samples.get(s).objects());
			for (final Source source : Source.values()) lessons.get(source).add(Lesson.of(samples.get(s)).withFeatures(source.features(path,
				maps)));
		}
		return lessons;
	}

	/** @return the encoder's feature maps of the objects, each alone in its frame, (objects, 64, cells) */
	private static float[] maps(final LatentEncoder encoder, final LatentScene latent, final int objects) {
		final float[] latents = new float[objects * latent.size()];
		for (int i = 0; i < objects; i++) System.arraycopy(latent.object(i), 0, latents, i * latent.size(), latent.size());
		return encoder.encode(latents, objects, latent.height(), latent.width());
	}

	/** @return mean |f_i - f_j| of the 64 features that reach the predictors */
	private static double difference(final Training training, final List<Lesson> lessons) {
		final float[] projection = training.predictors().projectorWeights();
		return difference(lessons.stream().map(lesson -> projection.length == 0 ? lesson.features() : project(projection, lesson.features()))
			.toList(), lessons.get(0).objects());
	}

	/** @return what the projection (its columns one after another, then its bias) makes of colours */
	private static float[] project(final float[] projection, final float[] colours) {
		final int width = LatentEncoder.FEATURES, objects = colours.length / Lesson.COLOURS;
		final float[] features = new float[objects * width];
		for (int i = 0; i < objects; i++) for (int f = 0; f < width; f++) {
			features[i * width + f] = projection[Lesson.COLOURS * width + f];
			for (int c = 0; c < Lesson.COLOURS; c++) features[i * width + f] += projection[c * width + f] * colours[i * Lesson.COLOURS + c];
		}
		return features;
	}

	private static double difference(final List<float[]> scenes, final int objects) {
		double sum = 0;
		long count = 0;
		for (final float[] features : scenes) {
			final int width = features.length / objects;
			for (int i = 0; i < objects; i++) for (int j = 0; j < i; j++) for (int f = 0; f < width; f++, count++) sum += Math.abs(features[i *
				width + f] - features[j * width + f]);
		}
		return sum / count;
	}

	/** @return average pooling of the full latent */
	Row average() {
		return rows.get(Source.AVERAGE);
	}

	/** @return maximum pooling of the full latent */
	Row maximum() {
		return rows.get(Source.MAXIMUM);
	}

	/** @return mean colour over the mask, projected */
	Row colour() {
		return rows.get(Source.COLOUR);
	}
}
