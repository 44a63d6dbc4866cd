package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Filters and group fields against joint Gaussian distributions written out in full. */
class TrackEvidenceTest {

	private static final ScalePrior SCALE = new ScalePrior(2, 3, 3);

	private static TrackEvidence evidence(final ModelBank bank, final double[][] place, final double[][] path, final Field field) {
		return new TrackEvidence(bank, new BodyTrack(1, 0, place, path), field);
	}

	@Test
	void probabilityOfATrackIsThatOfTheJointGaussian() {
		for (final JsonElement element : ModelFixtures.read().getAsJsonArray("cases")) {
			final JsonObject c = element.getAsJsonObject();
			final double[][] path = new Gson().fromJson(c.get("path"), double[][].class);
			final ModelBank bank = ModelBank.of(List.of(ModelFixtures.model(c.getAsJsonObject("model"))));
			final TrackEvidence evidence = evidence(bank, path, path, new Field(new double[path[0].length], 1));
			final double expected = -0.5 * c.get("logdet").getAsDouble() - (2 + 0.5 * evidence.innovations()) * Math.log(3 + 0.5 * c.get(
				"quadratic").getAsDouble());
			assertEquals(expected, evidence.logLikelihood(0, new double[0], SCALE), 1e-8, c.get("model").toString());
		}
	}

	@Test
	void futureIsTheExpectationGivenThePast() {
		for (final JsonElement element : ModelFixtures.read().getAsJsonArray("cases")) {
			final JsonObject c = element.getAsJsonObject();
			final double[][] path = new Gson().fromJson(c.get("path"), double[][].class), future = new Gson().fromJson(c.get("future"),
				double[][].class);
			final ModelBank bank = ModelBank.of(List.of(ModelFixtures.model(c.getAsJsonObject("model"))));
			final Field field = new Field(new double[path[0].length], 1);
			final TrackEvidence evidence = evidence(bank, path, path, field);
			final GroupMotion alone = new GroupMotion(GroupMotion.Kind.NONE, bank, List.of(evidence), SCALE, path[0].length);
			final double[] last = path[path.length - 1];
			final double[][] mean = new Rollout(bank, field, new Posterior(bank, List.of(alone), evidence, SCALE), last).mean(future.length);
			for (int t = 1; t <= future.length; t++) for (int d = 0; d < last.length; d++) assertEquals(future[t - 1][d] - last[d], mean[t][d],
				1e-8, c.get("model") + " at " + t);
			for (int d = 0; d < last.length; d++) assertEquals(c.getAsJsonArray("now").get(d).getAsDouble() - last[d], mean[0][d], 1e-8);
		}
	}

	@Test
	void groupFieldIsTheGeneralisedLeastSquaresSolution() {
		final JsonObject f = ModelFixtures.read().getAsJsonArray("fields").get(0).getAsJsonObject();
		final ModelBank bank = ModelBank.of(List.of(ModelFixtures.model(f.getAsJsonObject("model"))));
		final Field field = new Field(new double[2], 1);
		final List<TrackEvidence> tracks = new ArrayList<>();
		final List<Double> variances = new ArrayList<>();
		for (final JsonElement t : f.getAsJsonArray("tracks")) {
			tracks.add(evidence(bank, new Gson().fromJson(t.getAsJsonObject().get("place"), double[][].class), new Gson().fromJson(t
				.getAsJsonObject().get("path"), double[][].class), field));
			variances.add(t.getAsJsonObject().get("variance").getAsDouble());
		}
		final double[][] expected = new Gson().fromJson(f.get("coefficients"), double[][].class);
		final double[] precision = new double[9], right = new double[6];
		for (int p = 0; p < 3; p++) precision[p * 3 + p] = 1 / f.get("priorVariance").getAsDouble();
		for (int i = 0; i < tracks.size(); i++) tracks.get(i).addTo(0, 1 / variances.get(i), precision, right);
		final double[] found = GroupMotion.solve(precision, right, 3, 2).coefficients();
		assertArrayEquals(java.util.Arrays.stream(expected).flatMapToDouble(java.util.Arrays::stream).toArray(), found, 1e-9);
	}

	@Test
	void gainsSettle() {
		final FilterGains gains = new FilterGains(new MotionModel(0.8, 0, 0.1, 0, 0.3, 0.6, 0));
		assertEquals(gains.variance(FilterGains.STEPS), gains.variance(FilterGains.STEPS + 100));
		assertEquals(gains.variance(FilterGains.STEPS - 1), gains.variance(FilterGains.STEPS), 1e-2);
	}
}
